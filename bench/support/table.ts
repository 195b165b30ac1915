import { renderTable } from '../../cli/terminal/table.ts';
import { viewOf } from '../../cli/terminal/view.ts';

type BenchRow = readonly (string | number)[];

/** Prints a table. */
export function printTable(head: readonly string[], rows: readonly BenchRow[]): void {
  const columns = head.map((title, index) => ({ title, value: (row: BenchRow) => row[index] }));
  console.log(renderTable(columns, rows, viewOf(process.stdout)));
}

export const ratio = (value: number): string => value.toFixed(2);
