import { Command } from 'commander';
import { CommandError, exitCodes } from './exit-codes.ts';

interface DriftOptions {
  readonly unmanaged?: true;
  readonly check?: true;
  readonly json?: true;
}

/** `sagecat drift`: manifests against AWS. */
export const driftCommand = (): Command =>
  new Command('drift')
    .description('hold ACK manifests against AWS, and find the jobs that no manifest manages')
    .option('--unmanaged', 'list the jobs that no manifest manages')
    .option('--check', 'exit with 3 where a manifest drifted or its job is missing')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Manifests come from sagecat kubernetes or sagecat import. Of what a manifest does not say nothing is compared.

  same      AWS says what the manifest says
  drifted   AWS says otherwise in some fields
  missing   AWS was read and has no such job
  unread    AWS was never read there: crawl the account first

Exit code: 0, or 3 with --check as said there; 1 it failed, 2 wrong usage.`,
    )
    .action(async (options: DriftOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { viewOf } = await import('./terminal/view.ts');
      const { findDrift, printDrift } = await import('./print-drift.ts');
      await using context = await openContext(command, { quiet: true, existing: true });
      const report = await findDrift(context.database.kysely, options.unmanaged === true);
      if (options.json) console.log(JSON.stringify(report, null, 2));
      else printDrift(report, viewOf(process.stdout));
      const { drifted, missing } = report.manifests;
      if (options.check && drifted + missing > 0) {
        throw new CommandError(`${drifted} manifests drifted, ${missing} have no job`, exitCodes.partial);
      }
    });
