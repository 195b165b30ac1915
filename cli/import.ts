import { Command } from 'commander';
import { cliName } from '../catalog/cli-name.ts';
import { type AnyResourceType, jobType } from '../catalog/resource-types.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { printable } from './terminal/printable.ts';
import { chosenType, type TypeOptions, withTypeOption } from './type-option.ts';

interface ImportCommandOptions extends TypeOptions {
  readonly json?: true;
}

const describe = `aws ${jobType.service} ${cliName(jobType.describe?.operation ?? '')}`;
const manifests = jobType.customResource?.plural;

/** `sagecat import`: catalogues what the AWS CLI printed, and ACK manifests. */
export const importCommand = (types: readonly AnyResourceType[]): Command =>
  withTypeOption(new Command('import'), types)
    .description(`import the output of \`${describe}\` or \`search\`, or of \`kubectl get ${manifests}\``)
    .argument('<file...>', 'JSON or YAML files with one or more documents; - reads standard input')
    .option('--json', 'print the summary as one JSON object')
    .addHelpText(
      'after',
      `
Takes describe responses (one object, an array, or one per line), search responses, EventBridge events, objects with a
list of jobs, and ACK manifests (YAML with one or more documents, JSON, kubectl lists). It refuses the output of
${cliName(jobType.list.operation)}, which has only summaries. Timestamps are ISO 8601 strings or epoch seconds. A document that
cannot be imported is reported by file and line, and the others are imported; an empty file is reported too.

Exit code: 0 all documents were imported, 3 some were refused, 1 none was imported, 2 wrong usage.

Examples:
  ${describe} --${cliName(jobType.identity.name)} my-job | sagecat import -
  aws ${jobType.service} search --resource ${jobType.search?.resource} | sagecat import -
  sagecat import recorded/*.json
  kubectl get ${manifests} -A -o json | sagecat import -
  sagecat import manifests/*.yaml`,
    )
    .action(async (files: string[], options: ImportCommandOptions, command: Command) => {
      if (files.filter((file) => file === '-').length > 1) {
        throw new CommandError('standard input can be read only once: give - once', exitCodes.usage);
      }
      const { openContext } = await import('./context.ts');
      const { importDocuments } = await import('../services/importer/import-documents.ts');
      const { openProgress } = await import('./progress-line.ts');
      const { plural } = await import('./terminal/plural.ts');
      const { configuredMasker } = await import('./masker.ts');
      const { recordAccountNames } = await import('../db/accounts/record-names.ts');
      await using context = await openContext(command, { quiet: process.stderr.isTTY });
      const { accounts = [] } = context.config;
      await recordAccountNames(
        context.database.kysely,
        accounts.flatMap(({ id, name }) => (name === undefined ? [] : [{ id, name }])),
      );
      using progress = openProgress(process.stderr, 'documents', (text) => context.logger.info(text));
      const summary = await importDocuments({
        database: context.database,
        type: chosenType(types, options),
        files,
        stdin: process.stdin,
        masker: configuredMasker(context.config),
        signal: context.signal,
        onProblem: ({ file, line, error }) => tell(file, line, error),
        onNote: ({ file, line, note }) => tell(file, line, note),
        onProgress: (counts) =>
          progress.update({
            done: counts.seen,
            total: undefined,
            note: `${counts.files} of ${plural(files.length, 'file')}`,
          }),
      });
      const stored = summary.new + summary.changed + summary.unchanged;
      if (options.json) console.log(JSON.stringify(summary));
      else {
        console.log(
          `imported ${stored} of ${summary.seen} documents: ${summary.new} new, ${summary.changed} changed, ${summary.unchanged} unchanged, ${summary.failed} failed`,
        );
      }
      if (summary.failed > 0) {
        throw new CommandError(
          `${summary.failed} of the documents or files could not be imported`,
          stored > 0 ? exitCodes.partial : exitCodes.failed,
        );
      }
    });

function tell(file: string, line: number | undefined, text: string): void {
  const name = file === '-' ? 'standard input' : file;
  // Over the progress line.
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
  console.error(`sagecat: ${name}${line === undefined ? '' : `:${line}`}: ${printable(text)}`);
}
