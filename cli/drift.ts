import { Command } from 'commander';
import { type AnyResourceType, managedTypes } from '../catalog/resource-types.ts';
import { CommandError, exitCodes } from './exit-codes.ts';

interface DriftOptions {
  readonly unmanaged?: true;
  readonly check?: true;
  readonly json?: true;
}

/** `sagecat drift`: compares manifests with AWS. */
export const driftCommand = (types: readonly AnyResourceType[]): Command =>
  new Command('drift')
    .description('compare ACK manifests with AWS, and find jobs without a manifest')
    .option('--unmanaged', 'list the jobs without a manifest')
    .option('--check', 'exit with 3 if a manifest drifted or its job is missing')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Manifests come from sagecat kubernetes or sagecat import. Only fields in the manifest are compared.

  same      AWS and the manifest agree
  drifted   some fields differ
  missing   AWS was read and has no such job
  unread    the account and region have not been crawled yet

Exit code: 0 success, 1 failed, 2 wrong usage, 3 see --check.`,
    )
    .action(async (options: DriftOptions, command: Command) => {
      const { openContext } = await import('./context.ts');
      const { viewOf } = await import('./terminal/view.ts');
      const { driftJson, findDrift, printDrift } = await import('./print-drift.ts');
      await using context = await openContext(command, { quiet: true, existing: true });
      const report = await findDrift(context.database.kysely, managedTypes(types), options.unmanaged === true);
      if (options.json) console.log(JSON.stringify(driftJson(report, managedTypes(types)), null, 2));
      else printDrift(report, managedTypes(types), viewOf(process.stdout));
      const { drifted, missing } = report.manifests;
      if (options.check && drifted + missing > 0) {
        throw new CommandError(`${drifted} manifests drifted, ${missing} have no job`, exitCodes.partial);
      }
    });
