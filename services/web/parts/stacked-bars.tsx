import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { visible } from '../format/visible.ts';
import './stacked-bars.css';

export interface Series {
  readonly label: string;
  /** A CSS colour, which may be a variable. */
  readonly color: string;
  readonly values: readonly number[];
}

interface Props {
  readonly label: string;
  /** Where each bar begins, in seconds since 1970; or their names. */
  readonly x: readonly number[] | readonly string[];
  /** The first lies at the bottom. */
  readonly series: readonly Series[];
  readonly height: number;
  readonly format: (value: number) => string;
  /** What numbers of the axis are called; as elsewhere where absent. */
  readonly formatAxis?: (value: number) => string;
  /** What a bar is called in the tooltip. */
  readonly titleOf?: (index: number) => string;
  readonly onRange?: (fromSeconds: number, toSeconds: number) => void;
  readonly onBar?: (index: number) => void;
  readonly isLine?: boolean;
}

/** Bars over time or by name, each stacked of several series; a range of time can be dragged. */
export function StackedBars(props: Props) {
  const { x, series, height, label } = props;
  const { ref, width } = useElementSize();
  const host = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  const [hovered, setHovered] = useState<{ index: number; left: number } | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read anew in another scheme
  useEffect(() => {
    const element = host.current;
    if (!element || width < 40 || x.length === 0) return;
    const style = getComputedStyle(element);
    const color = (text: string) =>
      text.replace(/var\((--[\w-]+)\)/, (_, name: string) => style.getPropertyValue(name));
    const plot = new uPlot(options(latest, element, width, color, setHovered), stacked(latest.current), element);
    return () => plot.destroy();
  }, [x, series, width, height, scheme]);

  return (
    <div ref={ref} className="bars" style={{ height }} role="img" aria-label={label}>
      <div ref={host} />
      {hovered && <Tooltip {...props} {...hovered} width={width} />}
    </div>
  );
}

function Tooltip({
  series,
  x,
  index,
  left,
  width,
  format,
  titleOf,
}: Props & { index: number; left: number; width: number }) {
  const shown = series.filter(({ values }) => (values[index] ?? 0) !== 0).reverse();
  const onLeft = left > width / 2;
  return (
    <div className="bars-tooltip" style={onLeft ? { right: width - left + 12 } : { left: left + 12 }}>
      <strong>{titleOf?.(index) ?? String(x[index] ?? '')}</strong>
      {shown.slice(0, 12).map(({ label, color, values }) => (
        <div key={label}>
          <i style={{ background: color }} />
          <span>{visible(label).slice(0, 60)}</span>
          <b>{format(values[index] ?? 0)}</b>
        </div>
      ))}
      {shown.length === 0 && <div>nothing</div>}
    </div>
  );
}

const isNamed = (x: Props['x']): x is readonly string[] => typeof x[0] === 'string';

/** Data for uPlot: the highest sum first, so that what is drawn later lies before it. */
function stacked({ x, series, isLine }: Props): uPlot.AlignedData {
  const positions = isNamed(x) ? x.map((_, index) => index) : [...x];
  if (isLine) return [positions, ...series.map(({ values }) => [...values])];
  const sums: number[][] = [];
  let below = positions.map(() => 0);
  for (const { values } of series) {
    below = below.map((sum, index) => sum + (values[index] ?? 0));
    sums.push(below);
  }
  return [positions, ...sums.reverse()];
}

function options(
  latest: { readonly current: Props },
  element: HTMLElement,
  width: number,
  color: (text: string) => string,
  setHovered: (hovered: { index: number; left: number } | undefined) => void,
): uPlot.Options {
  const { x, series, height, format, formatAxis = format, onRange, isLine } = latest.current;
  const named = isNamed(x);
  const axis = { stroke: color('var(--text-soft)'), font: '11px system-ui, sans-serif', ticks: { show: false } };
  const step = named ? 1 : Number(x[1] ?? 0) - Number(x[0] ?? 0) || 3600;
  const bars = uPlot.paths.bars?.({ size: [0.88, 64], align: named ? 0 : 1 });
  const drawn = isLine ? series : [...series].reverse();
  return {
    width,
    height,
    padding: [8, 18, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      points: { show: false },
      drag: { x: onRange !== undefined, y: false, setScale: false },
    },
    scales: {
      x: named
        ? { time: false, range: [-0.6, x.length - 0.4] }
        : { time: true, range: () => [Number(x[0]), Number(x.at(-1)) + (isLine ? 0 : step)] },
      y: { range: (_, min, max) => [isLine ? Math.min(0, min) : 0, max > 0 ? max * 1.06 : 1] },
    },
    axes: [
      {
        ...axis,
        size: 22,
        gap: 4,
        grid: { show: false },
        ...(!named && {
          values: (_: uPlot, at: number[]) => at.map((second) => timeLabel(second, (at.at(-1) ?? 0) - (at[0] ?? 0))),
        }),
        ...(named && {
          splits: () => x.map((_, index) => index),
          values: (_: uPlot, at: number[]) =>
            at.map((index) => shorten(x[index] ?? '', Math.floor(width / x.length / 7))),
        }),
      },
      {
        ...axis,
        size: 52,
        gap: 6,
        space: 32,
        grid: { stroke: color('var(--line-soft)'), width: 1 },
        values: (_, at) => at.map((value) => (value === 0 ? '' : formatAxis(value))),
      },
    ],
    series: [
      {},
      ...drawn.map(
        (one): uPlot.Series =>
          isLine
            ? { stroke: color(one.color), width: 1.5, points: { show: x.length < 40 } }
            : { fill: color(one.color), width: 0, ...(bars && { paths: bars }), points: { show: false } },
      ),
    ],
    hooks: {
      // It is out of the plot when its place is negative.
      setCursor: [
        ({ cursor, posToVal }) => {
          const left = cursor.left ?? -1;
          if (left < 0) return setHovered(undefined);
          const value = posToVal(left, 'x');
          const index = named
            ? Math.round(value)
            : isLine
              ? (cursor.idx ?? 0)
              : lastAtOrBefore(x as readonly number[], value);
          setHovered({ index: Math.max(0, Math.min(x.length - 1, index)), left: left + 52 });
        },
      ],
      setSelect: [
        (plot) => {
          const { left, width: size } = plot.select;
          if (size > 3) latest.current.onRange?.(plot.posToVal(left, 'x'), plot.posToVal(left + size, 'x'));
          plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
        },
      ],
      ready: [
        (plot) => {
          plot.over.addEventListener('click', () => {
            const left = plot.cursor.left ?? -1;
            if (left < 0) return;
            const value = plot.posToVal(left, 'x');
            const index = named ? Math.round(value) : lastAtOrBefore(x as readonly number[], value);
            latest.current.onBar?.(index);
          });
          if (latest.current.onBar) element.style.cursor = 'pointer';
        },
      ],
    },
  };
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short' });

/** A moment on the axis in one line, as exact as the span of the axis asks for. */
function timeLabel(second: number, span: number): string {
  const time = new Date(second * 1000);
  if (span > 150 * 86_400) return time.getMonth() === 0 ? String(time.getFullYear()) : month.format(time);
  return time.getHours() === 0 && time.getMinutes() === 0 ? day.format(time) : clock.format(time);
}

function lastAtOrBefore(starts: readonly number[], value: number): number {
  let found = 0;
  for (const [index, start] of starts.entries()) if (start <= value) found = index;
  return found;
}

const shorten = (text: string, most: number): string =>
  text.length <= Math.max(4, most) ? text : `${text.slice(0, Math.max(3, most - 1))}…`;
