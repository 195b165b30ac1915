/** One layer of stacked bars. */
export interface Layer {
  readonly name: string;
  /** A CSS class, which colours it. */
  readonly className: string;
  readonly values: readonly number[];
}

const width = 900;
const height = 260;
const left = 64;
const bottom = 26;
const top = 10;

/** Returns stacked bars, one per label, as SVG that scales with its container. `title` returns the tooltip of a bar. */
export function stackedBars(
  labels: readonly string[],
  layers: readonly Layer[],
  title: (index: number) => string,
): string {
  const sums = labels.map((_, index) => layers.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const steps = ticks(Math.max(0, ...sums));
  const highest = steps.at(-1) ?? 1;
  const step = (width - left) / Math.max(labels.length, 1);
  const y = (value: number) => top + (height - top - bottom) * (1 - value / highest);
  const grid = steps.map(
    (value) =>
      `<line class="grid" x1="${left}" x2="${width}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}"/>` +
      `<text class="axis" x="${left - 8}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${tickText(value)}</text>`,
  );
  const bars = labels.map((label, index) => {
    const x = left + index * step;
    let reached = 0;
    const parts = layers.map(({ className, values }) => {
      const value = values[index] ?? 0;
      const from = y(reached);
      reached += value;
      const to = y(reached);
      return value > 0
        ? `<rect class="${className}" x="${(x + step * 0.12).toFixed(1)}" width="${(step * 0.76).toFixed(1)}" y="${to.toFixed(1)}" height="${(from - to).toFixed(1)}"/>`
        : '';
    });
    const text = `<text class="axis" x="${(x + step / 2).toFixed(1)}" y="${height - 8}" text-anchor="middle">${escapeHtml(label)}</text>`;
    const target = `<rect class="target" x="${x.toFixed(1)}" y="${top}" width="${step.toFixed(1)}" height="${height - top - bottom}"/>`;
    return `<g><title>${escapeHtml(title(index))}</title>${target}${parts.join('')}${text}</g>`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" role="img">${grid.join('')}${bars.join('')}</svg>`;
}

/** Returns four to six round values from zero to at least the highest. */
export function ticks(highest: number): number[] {
  if (!(highest > 0)) return [0, 1];
  const magnitude = 10 ** Math.floor(Math.log10(highest / 4));
  const step =
    [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((size) => highest / size <= 5) ?? 10 * magnitude;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

const tickText = (value: number): string => new Intl.NumberFormat('en', { notation: 'compact' }).format(value);

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
