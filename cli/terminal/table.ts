import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { columnWidths } from './column-widths.ts';
import { paragraph } from './paragraph.ts';
import { printableLine } from './printable.ts';
import type { Tone, View } from './view.ts';

/** The value of a cell. Numbers are aligned to the right; null is a dash. */
export type CellValue = string | number | bigint | null | undefined;

/** A column of a table of rows. */
export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => CellValue;
  /** Default: right if all cells are numbers, else left. */
  readonly align?: 'left' | 'right';
  /** Whether cells may wrap; true for columns that are aligned to the left. */
  readonly wraps?: boolean;
  /** Whether cells wrap only as a last resort: names, which people copy. */
  readonly isWhole?: boolean;
  /** Minimum width of a column that wraps; 12, or the width of its title. */
  readonly least?: number;
  /** A narrow terminal leaves out columns with an importance, the lowest first; others always stay. */
  readonly importance?: number;
  readonly tone?: (row: Row) => Tone | undefined;
}

const gap = 2;
/** Maximum number of lines of a cell on a terminal, so that a long value does not hide all others. */
const maxLines = 12;

/**
 * A table as text, without a rule or a border. For a terminal its columns are wrapped, and left out by importance, until it fits; where
 * it cannot, each row is shown as lines of `title  value`. In a pipe every row is one line, whole.
 */
export function renderTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], view: View): string {
  const cells = rows.map((row) => columns.map(({ value }) => cellText(value(row))));
  const right = columns.map(({ align, value }) =>
    align === undefined ? areNumbers(rows.map(value)) : align === 'right',
  );
  const needs = columns.map(({ title, least = 12, importance, wraps, isWhole = false }, index) => {
    const natural = cells.reduce((most, row) => Math.max(most, stringWidth(row[index] ?? '')), stringWidth(title));
    const narrowest = (wraps ?? !right[index]) ? Math.min(natural, Math.max(least, stringWidth(title))) : natural;
    return { natural, least: narrowest, importance, isWhole };
  });
  const widths = view.width === undefined ? needs.map(({ natural }) => natural) : columnWidths(needs, view.width, gap);
  if (!widths) return renderRecords(columns, rows, cells, view);
  const shown = [...columns.keys()].filter((index) => widths[index] !== undefined);
  const line = (texts: readonly string[], toneAt: (index: number) => Tone | undefined) => {
    const blocks = shown.map((index) => wrap(texts[index] ?? '', widths[index] ?? 0, view));
    const height = Math.max(...blocks.map(({ length }) => length));
    return Array.from({ length: height }, (_, at) =>
      shown
        .map((index, place) => {
          const text = blocks[place]?.[at] ?? '';
          const pad = ' '.repeat(Math.max(0, (widths[index] ?? 0) - stringWidth(text)));
          const painted = view.paint(toneAt(index), text);
          return right[index] ? pad + painted : place === shown.length - 1 ? painted : painted + pad;
        })
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  };
  const titles = columns.map(({ title }) => printableLine(title));
  return [
    ...line(titles, () => 'heading'),
    ...rows.flatMap((row, at) => line(cells[at] ?? [], (index) => columns[index]?.tone?.(row))),
    ...leftOut(columns, widths, view),
  ].join('\n');
}

/** Returns each row as a block of lines. */
function renderRecords<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  cells: readonly (readonly string[])[],
  view: View,
): string {
  const titles = columns.map(({ title }) => printableLine(title));
  const longest = Math.max(...titles.map((title) => stringWidth(title)));
  const room = Math.max(8, (view.width ?? 80) - longest - gap);
  return rows
    .map((row, at) =>
      columns
        .flatMap(({ tone }, index) =>
          wrap(cells[at]?.[index] ?? '', room, view).map((text, lineNumber) => {
            const title = lineNumber === 0 ? (titles[index] ?? '') : '';
            const pad = ' '.repeat(longest - stringWidth(title) + gap);
            return `${view.paint('heading', title)}${pad}${view.paint(tone?.(row), text)}`.trimEnd();
          }),
        )
        .join('\n'),
    )
    .join('\n\n');
}

/** Names the columns that a narrow terminal leaves out. */
function leftOut<Row>(columns: readonly Column<Row>[], widths: readonly (number | undefined)[], view: View): string[] {
  const titles = columns
    .filter((_, index) => widths[index] === undefined)
    .map(({ title }) => title)
    .filter((title) => title !== '');
  if (titles.length === 0) return [];
  return [paragraph(view.paint('muted', `too narrow for: ${titles.join(', ')}`), view)];
}

/** Returns the lines of a cell, wrapped at words if possible. */
function wrap(text: string, width: number, view: View): string[] {
  if (view.width === undefined || stringWidth(text) <= width) return [text];
  // Wrapping takes time: only what can be shown is wrapped.
  const start = text.slice(0, width * (maxLines + 1) * 2);
  const lines = wrapAnsi(start, width, { hard: true }).split('\n');
  return lines.length <= maxLines && start.length === text.length ? lines : [...lines.slice(0, maxLines), '…'];
}

const areNumbers = (values: readonly CellValue[]): boolean => {
  const known = values.filter((value) => value !== null && value !== undefined);
  return known.length > 0 && known.every((value) => typeof value !== 'string');
};

const cellText = (value: CellValue): string =>
  value === null || value === undefined
    ? '-'
    : typeof value === 'string'
      ? printableLine(value)
      : value.toLocaleString('en-US');
