import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { asFileError } from '../catalog/file-error.ts';
import { type AnyResourceType, resourceTypes } from '../catalog/resource-types.ts';
import { isDiskFull, isLostConnection } from '../db/lost-connection.ts';
import { commands } from './commands.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { loggedError } from './logged-error.ts';
import { useNetwork } from './network.ts';
import { InterruptedError, isReaderGone, stopWithLauncher } from './signals.ts';
import { helpText } from './terminal/help-text.ts';
import { printNotice } from './terminal/print-notice.ts';
import { viewOf } from './terminal/view.ts';

/** Errors whose message is complete, so that their stack is not printed. */
const expected = new Set([
  'CommandError',
  'ConfigError',
  'DatabaseUnavailableError',
  'DiscoveryError',
  'DataDirectoryBusyError',
  'DataDirectoryError',
  'MigrationError',
  'NothingToCrawlError',
  'PriceFileError',
  'CostReportError',
  'SqlUnavailableError',
  'OpenAddressError',
  'OwnerFileError',
  'BudgetError',
  'PolicyError',
  'WatchError',
  'MissingRoleError',
  'WithheldColumnError',
]);

/** Runs the command line and sets the process's exit code. */
export async function main(argv: readonly string[], types: readonly AnyResourceType[] = resourceTypes): Promise<void> {
  const program = fitTerminal(new Command('sagecat'))
    .description('A catalog of what runs on Amazon SageMaker: crawl it, query it, know what it costs.')
    .version(readVersion())
    .option('--config <file>', 'configuration file (default: SAGECAT_CONFIG, or sagecat.yaml in the working directory)')
    .showHelpAfterError('(sagecat --help lists the commands)')
    .exitOverride();
  for (const command of commands(types)) program.addCommand(inherit(command, `sagecat ${command.name()}`));
  stopWithLauncher();
  process.stdout.on('error', (error) => {
    if (isReaderGone(error)) return;
    // Further output would be lost as well.
    process.exit(report(asFileError(error, 'standard output') ?? error));
  });
  // There is no reader left.
  process.stderr.on('error', () => {});
  try {
    await useNetwork(process.env);
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Sub-commands report errors like the program itself, and wrap their help to the terminal. */
function inherit(command: Command, path: string): Command {
  for (const child of command.commands) inherit(child, `${path} ${child.name()}`);
  return fitTerminal(command).exitOverride().showHelpAfterError(`(${path} --help says more)`);
}

const fitTerminal = (command: Command): Command =>
  command.configureHelp({ minWidthToWrap: 16 }).configureOutput({
    writeOut: (text) => process.stdout.write(helpText(text, viewOf(process.stdout))),
    writeErr: (text) => process.stderr.write(helpText(text, viewOf(process.stderr))),
  });

function report(error: unknown): number {
  if (error instanceof CommanderError) {
    // Commander has printed the error or the help.
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
  if (error instanceof InterruptedError) {
    if (error.signal !== 'SIGPIPE') printNotice(error.message);
    return error.exitCode;
  }
  if (error instanceof Error && expected.has(error.name)) {
    printNotice(error.message);
    if (error instanceof CommandError) return error.exitCode;
    return ['ConfigError', 'OwnerFileError', 'PolicyError', 'BudgetError', 'WatchError'].includes(error.name)
      ? exitCodes.usage
      : exitCodes.failed;
  }
  const file = asFileError(error);
  if (file) {
    printNotice(file.message);
    return exitCodes.failed;
  }
  if (isDiskFull(error)) {
    printNotice(`${error instanceof Error ? error.message : error}; what was stored before is kept`);
    return exitCodes.failed;
  }
  if (isLostConnection(error)) {
    printNotice(`the connection to the database was lost (${error instanceof Error ? error.message : error})`);
    return exitCodes.failed;
  }
  const { message, stack = message } = loggedError(error);
  console.error(`sagecat: unexpected error ${stack}`);
  return exitCodes.failed;
}

function readVersion(): string {
  // One folder up in a checkout; two in the package, whose code is in dist/.
  const here = import.meta.url.endsWith('.ts') ? '../package.json' : '../../package.json';
  const { version }: { version: string } = JSON.parse(readFileSync(new URL(here, import.meta.url), 'utf8'));
  return version;
}
