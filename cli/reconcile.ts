import { Command } from 'commander';
import { isBilled } from '../catalog/billing/billed-types.ts';
import { joinWords } from '../catalog/join-words.ts';
import { labelOf } from '../catalog/label-of.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import type { CostReport } from '../services/reconcile/read-cost-report.ts';
import { plural } from './terminal/plural.ts';
import { type TypeOptions, withTypeFilter } from './type-option.ts';

interface ReconcileOptions extends TypeOptions {
  readonly all?: true;
  readonly json?: true;
}

/** `sagecat reconcile`: compares the catalog with the bill of AWS. */
export const reconcileCommand = (types: readonly AnyResourceType[]): Command =>
  withTypeFilter(new Command('reconcile'), types.filter(isBilled))
    .description('compare the catalog with what AWS billed, resource by resource, and explain differences')
    .argument('<path...>', 'report files with resource IDs (CSV, also gzip or zip; Parquet), folders, or manifests')
    .option('--all', 'also list resources without differences')
    .option('--json', 'print the findings as JSON')
    .addHelpText(
      'after',
      `
Reads Cost and Usage Reports (legacy and 2.0) and FOCUS exports. If a month was delivered several times, the newest delivery counts.

Examples:
  $ sagecat reconcile report-00001.csv.gz report-00002.csv.gz
  $ sagecat reconcile my-report/20260301-20260401/my-report-Manifest.json
  $ sagecat reconcile my-export/

Exit code: 0 no differences, 3 something differs or a file was not read, 1 nothing could be compared, 2 wrong usage.`,
    )
    .action(async (paths: string[], options: ReconcileOptions, command: Command) => {
      const { readCostReport } = await import('../services/reconcile/read-cost-report.ts');
      const { readBilledResources } = await import('../db/billing/read-billed-resources.ts');
      const { reconcile } = await import('../catalog/billing/reconcile.ts');
      const { openContext } = await import('./context.ts');
      const { exitCodes } = await import('./exit-codes.ts');
      const { openProgress } = await import('./progress-line.ts');
      const { printNotice } = await import('./terminal/print-notice.ts');
      using progress = openProgress(process.stderr, 'lines', printNotice);
      const compared = types.filter(isBilled).filter(({ name }) => name === (options.type ?? name));
      const report = await readCostReport(paths, {
        types: compared,
        onProgress: ({ lines, files, of }) =>
          progress.update({ done: lines, total: undefined, note: `${files} of ${plural(of, 'file')}` }),
      });
      progress[Symbol.dispose]();
      for (const line of remarks(report)) printNotice(line);
      await using context = await openContext(command, { quiet: process.stderr.isTTY, existing: true });
      const catalogued = await readBilledResources(context.database.kysely, { ...report, types: compared });
      const findings = reconcile(report.resources, catalogued, {
        isWhole: !report.leftOut.some(({ isFault }) => isFault),
      });
      const differing = findings.filter(({ verdict }) => verdict !== 'agrees');
      const shown = options.all ? findings : differing;
      if (options.json) console.log(JSON.stringify(shown, null, 2));
      else {
        const { renderFindings } = await import('./render-findings.ts');
        const { viewOf } = await import('./terminal/view.ts');
        if (shown.length > 0) console.log(renderFindings(shown, viewOf(process.stdout)));
        const spans = report.spans.map(({ from, to }) => `${from.slice(0, 10)} to ${to.slice(0, 10)}`).join(', ');
        console.log(
          `${plural(report.lines, 'line')} of ${countsByType(compared, report.resources)} in ${plural(report.files, 'file')}, ${spans}: ` +
            `${findings.length - differing.length} agree, ${differing.length} differ`,
        );
      }
      if (differing.length > 0 || report.leftOut.some(({ isFault }) => isFault)) process.exitCode = exitCodes.partial;
    });

/** `12 training jobs and 3 endpoints` */
function countsByType(types: readonly AnyResourceType[], resources: CostReport['resources']): string {
  const counts = types.map((type) => ({
    type,
    count: resources.filter(({ resource_type }) => resource_type === type.name).length,
  }));
  return joinWords(
    counts.filter(({ count }) => count > 0).map(({ type, count }) => plural(count, labelOf(type))),
    'and',
  );
}

/** Warnings about a report that limit its figures. */
function remarks({ leftOut, repeated, unknownUsage }: CostReport): string[] {
  return [
    ...leftOut.map(({ path, reason, isFault }) => `${isFault ? 'not read' : 'left out'}: ${path}: ${reason}`),
    ...repeated.map(
      ({ path, other, lines, differing }) =>
        `counted once: ${plural(lines, 'line')} of ${path} that ${other} has too` +
        (differing === 0
          ? ''
          : `, ${differing} of them with other amounts: a month is in it twice, give its newest delivery only`),
    ),
    ...[...unknownUsage].map(
      ([type, lines]) =>
        `not counted: ${plural(lines, 'line')} of ${type || 'no usage type'}, which is not known to be the use of any type`,
    ),
  ];
}
