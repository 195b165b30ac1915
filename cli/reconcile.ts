import { Command } from 'commander';
import type { CostReport } from '../services/reconcile/read-cost-report.ts';
import { plural } from './terminal/plural.ts';

/** `sagecat reconcile`: compares the catalog with the bill of AWS. */
export const reconcileCommand = (): Command =>
  new Command('reconcile')
    .description('compare the catalog with what AWS billed, job by job, and say what differs and why')
    .argument('<path...>', 'files of reports with resource IDs (CSV, in gzip or zip, Parquet), folders, or manifests')
    .option('--all', 'list the jobs that agree as well')
    .option('--json', 'print the findings as JSON')
    .addHelpText(
      'after',
      `
Reads Cost and Usage Reports (legacy and 2.0) and FOCUS exports. Of a month that was delivered several times, the newest delivery counts.

Examples:
  $ sagecat reconcile report-00001.csv.gz report-00002.csv.gz
  $ sagecat reconcile my-report/20260301-20260401/my-report-Manifest.json
  $ sagecat reconcile my-export/

Exit code: 0 all jobs agree, 3 something differs or a file was not read, 1 nothing could be compared, 2 wrong usage.`,
    )
    .action(async (paths: string[], options: { all?: true; json?: true }, command: Command) => {
      const { readCostReport } = await import('../services/reconcile/read-cost-report.ts');
      const { readBilledJobs } = await import('../db/billing/read-billed-jobs.ts');
      const { reconcile } = await import('../catalog/billing/reconcile.ts');
      const { openContext } = await import('./context.ts');
      const { exitCodes } = await import('./exit-codes.ts');
      const { openProgress } = await import('./progress-line.ts');
      const { printNotice } = await import('./terminal/print-notice.ts');
      using progress = openProgress(process.stderr, 'lines', printNotice);
      const report = await readCostReport(paths, ({ lines, files, of }) =>
        progress.update({ done: lines, total: undefined, note: `${files} of ${plural(of, 'file')}` }),
      );
      progress[Symbol.dispose]();
      for (const line of remarks(report)) printNotice(line);
      await using context = await openContext(command, { quiet: process.stderr.isTTY, existing: true });
      const findings = reconcile(report.jobs, await readBilledJobs(context.database.kysely, report), {
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
          `${plural(report.lines, 'line')} of ${plural(report.jobs.length, 'training job')} in ${plural(report.files, 'file')}, ${spans}: ` +
            `${findings.length - differing.length} agree, ${differing.length} differ`,
        );
      }
      if (differing.length > 0 || report.leftOut.some(({ isFault }) => isFault)) process.exitCode = exitCodes.partial;
    });

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
        `not counted: ${plural(lines, 'line')} of ${type || 'no usage type'}, which is not known to be training`,
    ),
  ];
}
