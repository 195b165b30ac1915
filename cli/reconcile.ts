import { Command } from 'commander';

/** `sagecat reconcile`: the catalog beside what AWS billed. */
export const reconcileCommand = (): Command =>
  new Command('reconcile')
    .description('compare the catalog with a Cost and Usage Report, job by job, and say what differs and why')
    .argument('<file>', 'a report with resource IDs: CSV, CSV in gzip, or Parquet')
    .option('--all', 'list the jobs that agree as well')
    .option('--json', 'print the findings as JSON')
    .action(async (file: string, options: { all?: true; json?: true }, command: Command) => {
      const { readCostReport } = await import('../services/reconcile/read-cost-report.ts');
      const { readBilledJobs } = await import('../db/billing/read-billed-jobs.ts');
      const { reconcile } = await import('../catalog/billing/reconcile.ts');
      const { openContext } = await import('./context.ts');
      const { exitCodes } = await import('./exit-codes.ts');
      const report = await readCostReport(file);
      await using context = await openContext(command);
      const findings = reconcile(report.jobs, await readBilledJobs(context.database.kysely, report));
      const differing = findings.filter(({ verdict }) => verdict !== 'agrees');
      const shown = options.all ? findings : differing;
      if (options.json) console.log(JSON.stringify(shown, null, 2));
      else {
        const { renderFindings } = await import('./render-findings.ts');
        const { viewOf } = await import('./terminal/view.ts');
        if (shown.length > 0) console.log(renderFindings(shown, viewOf(process.stdout)));
        console.log(
          `${report.lines} lines of ${report.jobs.length} training jobs, ${report.from.slice(0, 10)} to ${report.to.slice(0, 10)}: ` +
            `${findings.length - differing.length} agree, ${differing.length} differ`,
        );
      }
      if (differing.length > 0) process.exitCode = exitCodes.partial;
    });
