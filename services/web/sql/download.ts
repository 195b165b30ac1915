import { stringifyJson } from '../../../catalog/exact-json.ts';
import { textOf } from '../format/values.ts';
import type { SqlAnswer } from './queries.ts';

type Answer = Pick<SqlAnswer, 'columns' | 'rows'>;

const csvField = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  const text = textOf(value);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180; null is empty, the empty text is `""`. */
export const csvOf = ({ columns, rows }: Answer): string =>
  [columns.map(({ name }) => csvField(name)), ...rows.map((row) => row.map(csvField))]
    .map((fields) => fields.join(','))
    .join('\r\n');

export const ndjsonOf = ({ columns, rows }: Answer): string =>
  rows.map((row) => stringifyJson(Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])))).join('\n');

/** Hands a text to the browser as a file. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
