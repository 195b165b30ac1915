import type { Finding } from '../catalog/billing/reconcile.ts';
import { typeColumn } from './target-table.ts';
import { renderTable } from './terminal/table.ts';
import { statusTone, type View } from './terminal/view.ts';

/** Returns a table that compares a cost report with the catalog. */
export const renderFindings = (findings: readonly Finding[], view: View): string =>
  renderTable<Finding>(
    [
      { title: 'resource', value: ({ arn }) => arn.replace(/^.*?\//, ''), least: 20, isWhole: true },
      ...typeColumn(findings),
      { title: 'verdict', value: ({ verdict }) => verdict, tone: ({ verdict }) => statusTone(verdict) },
      { title: 'reported s', value: (finding) => finding.reported_seconds, align: 'right', importance: 3 },
      { title: 'catalogued s', value: (finding) => finding.catalogued_seconds, align: 'right', importance: 3 },
      { title: 'reported', value: (finding) => finding.reported_cost, align: 'right', importance: 2 },
      { title: 'catalogued', value: (finding) => finding.catalogued_cost, align: 'right', importance: 2 },
      { title: 'why', value: ({ reason }) => reason, least: 24 },
    ],
    findings,
    view,
  );
