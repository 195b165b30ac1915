import documentation from '../../../docs/sql.md?raw';

export interface Example {
  readonly title: string;
  readonly statement: string;
}

/** The worked examples of the documentation, as it has them. */
export const examples: readonly Example[] = [
  ...documentation.matchAll(/^\d+\. (?<title>.+?)\n\n```sql\n(?<statement>[\s\S]+?)\n```/gm),
].map(({ groups }) => ({ title: groups?.title ?? '', statement: groups?.statement ?? '' }));

/** Values of `$1`, `$2` ..., which comments give as `-- $1 = loss`. */
export function parametersOf(statement: string): string[] {
  const values: string[] = [];
  for (const [, number = '', value = ''] of statement.matchAll(/^--\s*\$(\d+)\s*=\s*(.*?)\s*$/gm)) {
    values[Number(number) - 1] = value;
  }
  return Array.from(values, (value) => value ?? '');
}
