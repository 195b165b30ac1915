import { Command, InvalidArgumentError, Option } from 'commander';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { example } from './example-fields.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { printNotice } from './terminal/print-notice.ts';
import { chosenType, type TypeOptions, withTypeOption } from './type-option.ts';

interface ExportOptions extends TypeOptions {
  readonly format: string;
  readonly query?: string;
  readonly namespace?: string;
  readonly newName?: string;
  readonly output?: string;
  readonly json?: true;
}

/** `sagecat export`: writes jobs as manifests or Terraform. */
export function exportCommand(all: readonly AnyResourceType[]): Command {
  const types = all.filter((type) => type.formats !== undefined);
  const formats = [
    ...new Map(types.flatMap((type) => type.formats ?? []).map((format) => [format.name, format])).values(),
  ];
  return withTypeOption(new Command('export'), types)
    .description('write jobs as Kubernetes manifests or Terraform')
    .argument('[job...]', 'names or ARNs of jobs')
    .addOption(
      new Option('--format <format>', 'format to write').choices(formats.map(({ name }) => name)).makeOptionMandatory(),
    )
    .option('--query <search>', `the jobs that a search finds, e.g. "tag_map.team:search ${example.failed}"`)
    .option('--namespace <name>', 'namespace of the manifests', parseNamespace)
    .option('--new-name <name>', 'name of the new job (default: the old name with the time)')
    .option('--output <directory>', 'write one file per job into this directory')
    .option('--json', 'print an array of objects: the text, and what it leaves out')
    .addHelpText(
      'after',
      `
Formats:
${formats.map(({ name, description }) => `  ${name.padEnd(20)}${description}`).join('\n')}

What a format cannot express is listed in comments at the top.

Exit code: 0 all jobs were written, 3 some were not found, 1 none was found, 2 wrong usage.

Examples:
  sagecat export my-job --format ack-adopt --namespace training | kubectl apply -f -
  sagecat export my-job --format ack-rerun --new-name my-job-again
  sagecat export --query '${example.failed}' --format terraform-aws --output jobs/`,
    )
    .action(async (jobs: string[], options: ExportOptions, command: Command) => {
      if (jobs.length === 0 && options.query === undefined) {
        throw new CommandError('name jobs, or give a --query', exitCodes.usage);
      }
      if (options.newName !== undefined && (options.format !== 'ack-rerun' || jobs.length !== 1 || options.query)) {
        throw new CommandError('--new-name is for one job and --format ack-rerun', exitCodes.usage);
      }
      const { openContext } = await import('./context.ts');
      const { writeResources } = await import('./write-resources.ts');
      await using context = await openContext(command, { quiet: true, existing: true });
      const { openProgress } = await import('./progress-line.ts');
      // Not between the printed lines.
      const isApart = options.output !== undefined || !process.stdout.isTTY;
      using progress = isApart ? openProgress(process.stderr, 'jobs', printNotice) : undefined;
      const { written, missing } = await writeResources(context, chosenType(types, options), {
        jobs,
        ...options,
        onProgress: (done) => progress?.update({ done, total: undefined, note: `written as ${options.format}` }),
      });
      progress?.[Symbol.dispose]();
      for (const job of missing) printNotice(`there is no job ${job}`);
      if (missing.length > 0) {
        const total = `${missing.length} of the jobs ${missing.length === 1 ? 'was' : 'were'} not found`;
        throw new CommandError(total, written > 0 ? exitCodes.partial : exitCodes.failed);
      }
    });
}

function parseNamespace(text: string): string {
  if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(text)) {
    throw new InvalidArgumentError('use lower-case letters, digits and hyphens, at most 63');
  }
  return text;
}
