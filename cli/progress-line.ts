import type { WriteStream } from 'node:tty';

/** How far long work has come. */
export interface Progress {
  readonly done: number;
  /** Undefined while nobody knows. */
  readonly total: number | undefined;
  /** Said behind the numbers, e.g. `3 of 12 targets`. */
  readonly note: string;
}

/** One line of a terminal that is written over and over: a bar, the numbers, the rate and the time left. */
export interface ProgressLine extends Disposable {
  update(progress: Progress): void;
}

const barWidth = 24;
/** Milliseconds between two drawings: often enough to look alive. */
const interval = 100;
/** Milliseconds over which the rate is taken. */
const rateWindow = 5_000;

/** Draws progress on a terminal until it is disposed; `unit` names what is counted. */
export function progressLine(terminal: WriteStream, unit: string, now: () => number = Date.now): ProgressLine {
  let samples: { at: number; done: number }[] = [];
  let drawn = 0;
  return {
    update(progress) {
      const at = now();
      samples = [...samples.filter((sample) => at - sample.at < rateWindow), { at, done: progress.done }];
      if (at - drawn < interval) return;
      drawn = at;
      const line = renderProgress(progress, rateOf(samples), unit);
      terminal.write(`\r\x1b[2K${line.slice(0, Math.max(20, (terminal.columns || 80) - 1))}`);
    },
    [Symbol.dispose]() {
      terminal.write('\r\x1b[2K');
    },
  };
}

/** Units a second over the samples; undefined until two of them are apart. */
function rateOf(samples: readonly { at: number; done: number }[]): number | undefined {
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last || last.at === first.at) return undefined;
  return ((last.done - first.done) * 1000) / (last.at - first.at);
}

/** The line's text. Without a total there is no bar and no time left. */
export function renderProgress({ done, total, note }: Progress, rate: number | undefined, unit: string): string {
  const number = (value: number) => Math.round(value).toLocaleString('en-US');
  const parts = [total === undefined ? `${number(done)} ${unit}` : `${number(done)} of ${number(total)} ${unit}`];
  if (rate !== undefined) parts.push(`${number(rate)}/s`);
  if (rate !== undefined && rate > 0 && total !== undefined && total > done)
    parts.push(`${duration((total - done) / rate)} left`);
  parts.push(note);
  if (total === undefined) return parts.join(' · ');
  const filled = total === 0 ? barWidth : Math.min(barWidth, Math.floor((barWidth * done) / total));
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${parts.join(' · ')}`;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
