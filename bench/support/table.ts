import Table from 'cli-table3';

/** Prints rows under their headings. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const table = new Table({ head: [...head], style: { head: [], border: [] } });
  for (const row of rows) table.push([...row]);
  console.log(table.toString());
}

export const ratio = (value: number): string => value.toFixed(2);
