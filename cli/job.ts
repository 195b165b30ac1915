import { Command } from 'commander';
import { nounOf } from '../catalog/noun-of.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { wholeNumber } from './options.ts';
import { chosenType, type TypeOptions, withTypeOption } from './type-option.ts';

interface JobOptions extends TypeOptions {
  readonly account?: string;
  readonly region?: string;
  readonly versions: number;
  readonly json?: true;
}

/** `sagecat job`: shows one job. */
export const jobCommand = (types: readonly AnyResourceType[]): Command =>
  withTypeOption(new Command('job'), types)
    .description('show one training job: status, timeline, cost, settings, and changes')
    .argument('<name>', 'name or ARN of the job')
    .option('--account <id-or-name>', 'the account, if several have a job with this name')
    .option('--region <region>', 'the region, if several have one')
    .option('--versions <n>', 'latest changes to show', wholeNumber(0, 1000), 10)
    .option('--json', 'print one JSON object: job, timeline, billing, changes')
    .addHelpText(
      'after',
      `
A deleted job is shown too, marked as deleted. If a name was reused, the newest job is shown.

Exit code: 0 success, 1 there is no such job or there are several, which are listed, 2 wrong usage.

Examples:
  sagecat job my-job
  sagecat job my-job --account research --region eu-west-1 --json`,
    )
    .action(async (name: string, options: JobOptions, command: Command) => {
      const type = chosenType(types, options);
      if (name.trim() === '') throw new CommandError(`give the name or the ARN of a ${nounOf(type)}`, exitCodes.usage);
      const { openContext } = await import('./context.ts');
      const { readResource } = await import('./read-resource.ts');
      const { renderResource } = await import('./render-resource.ts');
      const { stringifyJson } = await import('../catalog/exact-json.ts');
      const { viewOf } = await import('./terminal/view.ts');
      await using context = await openContext(command, { quiet: true, existing: true });
      const job = await readResource(context.database.kysely, type, name, options);
      console.log(options.json ? stringifyJson(job) : renderResource(type, job, viewOf(process.stdout)));
    });
