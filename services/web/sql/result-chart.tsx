import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { formatCompact } from '../format/number.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { palette } from '../parts/palette.ts';
import { StackedBars } from '../parts/stacked-bars.tsx';
import { State } from '../parts/state.tsx';
import type { SqlAnswer } from './queries.ts';
import { isNumeric } from './result-table.tsx';

interface Chosen {
  readonly x?: string | undefined;
  readonly y?: string | undefined;
  readonly series?: string | undefined;
}

interface Props extends Chosen {
  readonly answer: Pick<SqlAnswer, 'columns' | 'rows'>;
  readonly onChange: (chosen: Chosen) => void;
}

const mostBars = 120;
const isTime = (type: string): boolean => /^(?:timestamp|date)/.test(type);

/** The answer as bars: a column along, a number up, another column as what is stacked. */
export function ResultChart({ answer, onChange, ...chosen }: Props) {
  const { columns } = answer;
  const names = columns.map(({ name }) => name);
  const y = names.includes(chosen.y ?? '') ? chosen.y : columns.find(({ type }) => isNumeric(type))?.name;
  const x = names.includes(chosen.x ?? '') ? chosen.x : columns.find(({ name }) => name !== y)?.name;
  const series = names.includes(chosen.series ?? '') ? chosen.series : undefined;
  const chart = useMemo(() => chartOf(answer, x, y, series), [answer, x, y, series]);
  if (y === undefined || x === undefined) {
    return (
      <State title="There is nothing to draw">
        <p>A chart needs a column of numbers and one beside it.</p>
      </State>
    );
  }
  return (
    <div className="result-chart">
      <div className="result-axes">
        <Select
          label="Along"
          value={x}
          data={names}
          onChange={(value) => onChange({ x: value ?? undefined, y, series })}
        />
        <Select
          label="Up"
          value={y}
          data={columns.filter(({ type }) => isNumeric(type)).map(({ name }) => name)}
          onChange={(value) => onChange({ x, y: value ?? undefined, series })}
        />
        <Select
          label="Stacked by"
          value={series ?? null}
          clearable
          allowDeselect
          placeholder="nothing"
          data={names.filter((name) => name !== x && name !== y)}
          onChange={(value) => onChange({ x, y, series: value ?? undefined })}
        />
      </div>
      <StackedBars label={`${y} by ${x}`} {...chart} height={300} format={formatCompact} />
      {series !== undefined && (
        <div className="legend">
          {chart.series.map(({ label, color }) => (
            <span key={label}>
              <i style={{ background: color }} />
              {visible(label).slice(0, 40)}
            </span>
          ))}
        </div>
      )}
      {chart.left > 0 && (
        <p className="soft fine">
          The first {mostBars} are drawn; {chart.left} more are in the table.
        </p>
      )}
    </div>
  );
}

function chartOf({ columns, rows }: Props['answer'], x = '', y = '', series?: string) {
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const [xAt, yAt, seriesAt] = [at(x), at(y), series === undefined ? -1 : at(series)];
  const places = new Map<string, number>();
  for (const row of rows) {
    const place = textOf(row[xAt]);
    if (!places.has(place)) places.set(place, places.size);
  }
  let names = [...places.keys()];
  if (isTime(columns[xAt]?.type ?? '')) names = names.filter(Boolean).sort();
  const shown = names.slice(0, mostBars);
  const index = new Map(shown.map((name, position) => [name, position]));
  const stacks = new Map<string, number[]>();
  for (const row of rows) {
    const label = seriesAt === -1 ? y : textOf(row[seriesAt]);
    const key = stacks.has(label) || stacks.size < palette.length - 1 ? label : 'others';
    const values = stacks.get(key) ?? shown.map(() => 0);
    const position = index.get(textOf(row[xAt]));
    if (position !== undefined) values[position] = (values[position] ?? 0) + Number(row[yAt] ?? 0);
    stacks.set(key, values);
  }
  return {
    x: shown.map((name) => (isTime(columns[xAt]?.type ?? '') ? name.slice(0, 10) : visible(name) || 'null')),
    series: [...stacks].map(([label, values], position) => ({
      label,
      values,
      color: palette[position] ?? 'var(--stopped-fill)',
    })),
    left: names.length - shown.length,
  };
}
