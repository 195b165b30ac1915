import type { Command } from 'commander';
import { billingCommand } from './billing.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { simulateCommand } from './simulate.ts';

/** Every sub-command, in the order of the help. Their modules import what they run only when they run it. */
export const commands = (): Command[] => [importCommand(), billingCommand(), migrateCommand(), simulateCommand()];
