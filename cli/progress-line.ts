import type { WriteStream } from 'node:tty';

/** The progress of long work. */
export interface Progress {
  readonly done: number;
  /** Undefined while unknown. */
  readonly total: number | undefined;
  /** Whether there may be more than the total. */
  readonly isOpen?: boolean;
  /** Another count, e.g. `{ count: 834, what: 'described' }`, which may grow while `done` stays. */
  readonly also?: { readonly count: number; readonly what: string };
  /** Printed after the numbers, e.g. `3 of 12 targets`. */
  readonly note: string;
}

/** A line of the terminal that is redrawn: a bar, the numbers, the rate and the remaining time. */
export interface ProgressLine extends Disposable {
  update(progress: Progress): void;
}

/** Possible widths of the bar: the first that fits is used. */
const barWidths = [24, 12];
/** Milliseconds between two redraws. */
const interval = 100;
/** Milliseconds after which the line is redrawn without an update, so that it does not look stuck. */
const heartbeat = 1000;
/** Milliseconds between two lines of a log. */
const logInterval = 10_000;
/** Milliseconds over which rates are measured. */
const rateWindow = 5_000;

/** Shows progress until it is disposed: as one line on a terminal, else as lines in the log. `unit` names what is counted. */
export const openProgress = (
  stream: WriteStream,
  unit: string,
  log: (text: string, progress: Progress) => void,
): ProgressLine => (stream.isTTY ? progressLine(stream, unit) : progressLog(unit, log));

/** Logs progress every ten seconds, with the rates since the start. */
export function progressLog(
  unit: string,
  log: (text: string, progress: Progress) => void,
  now: () => number = Date.now,
): ProgressLine {
  const began = now();
  let told = began;
  return {
    update(progress) {
      const at = now();
      if (at - told < logInterval) return;
      told = at;
      const rates = ratesBetween({ at: began, done: 0, also: 0 }, sampleOf(progress, at), at);
      log(progressParts(progress, rates, unit).join(' · '), progress);
    },
    [Symbol.dispose]() {},
  };
}

/** Draws progress on a terminal until it is disposed; `unit` names what is counted. */
export function progressLine(terminal: WriteStream, unit: string, now: () => number = Date.now): ProgressLine {
  let samples: Sample[] = [];
  const began = now();
  let drawn = 0;
  let last: Progress | undefined;
  const draw = () => {
    drawn = now();
    // The newest sample stays, however old: without progress the rate is zero.
    samples = samples.filter(({ at }, index) => drawn - at < rateWindow || index === samples.length - 1);
    const seconds = Math.floor((drawn - began) / 1000);
    const width = Math.max(20, (terminal.columns || 80) - 1);
    const line = last
      ? renderProgress(last, ratesOver(samples, drawn), unit, width)
      : `starting${seconds > 0 ? ` · ${seconds} s` : ' ...'}`;
    terminal.write(`\r\x1b[2K${line}`);
  };
  draw();
  const timer = setInterval(draw, heartbeat).unref();
  return {
    update(progress) {
      last = progress;
      samples.push(sampleOf(progress, now()));
      if (now() - drawn >= interval) draw();
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      terminal.write('\r\x1b[2K');
    },
  };
}

/** The counts at a moment, in milliseconds since the epoch. */
interface Sample {
  readonly at: number;
  readonly done: number;
  readonly also: number;
}

/** Rates per second of `done` and of the other count. */
interface Rates {
  readonly done: number;
  readonly also: number;
}

const sampleOf = ({ done, also }: Progress, at: number): Sample => ({ at, done, also: also?.count ?? 0 });

/** Undefined if no time has passed. */
function ratesBetween(first: Sample, last: Sample, now: number): Rates | undefined {
  const seconds = (now - first.at) / 1000;
  if (seconds <= 0) return undefined;
  return { done: (last.done - first.done) / seconds, also: (last.also - first.also) / seconds };
}

/** Returns the rates from the first sample until now; undefined before there are two. */
function ratesOver(samples: readonly Sample[], now: number): Rates | undefined {
  const [first] = samples;
  const last = samples.at(-1);
  return first && last && ratesBetween(first, last, now);
}

/** Returns the line for a terminal: a bar, if it fits and the total is known, and as many parts as fit. */
export function renderProgress(progress: Progress, rates: Rates | undefined, unit: string, width: number): string {
  const parts = progressParts(progress, rates, unit);
  while (parts.length > 1 && parts.join(' · ').length > width) parts.pop();
  const text = parts.join(' · ');
  const { done, total, isOpen = false } = progress;
  const bar = barWidths.find((room) => room + 1 + text.length <= width);
  if (total === undefined || isOpen || bar === undefined) return text;
  const filled = total === 0 ? bar : Math.min(bar, Math.floor((bar * done) / total));
  return `${'█'.repeat(filled)}${'░'.repeat(bar - filled)} ${text}`;
}

/** Returns the parts of the line, e.g. `1,500 of 6,000 jobs`, `500/s`, `9 s left`, `834 described (80/s)`, `3 of 12 targets`. */
function progressParts(progress: Progress, rates: Rates | undefined, unit: string): string[] {
  const { done, total, isOpen = false, also, note } = progress;
  // A total that grows with `done` allows no estimate.
  const goal =
    total === undefined || (isOpen && total <= done) ? '' : ` of ${isOpen ? 'at least ' : ''}${number(total)}`;
  const parts = [`${number(done)}${goal} ${unit}`];
  if (rates && rates.done >= 0.5 && (isOpen || done !== total)) {
    parts.push(`${number(rates.done)}/s`);
    if (total !== undefined && !isOpen && total > done) parts.push(`${duration((total - done) / rates.done)} left`);
  }
  if (also) {
    const rate = rates && rates.also >= 0.5 ? ` (${number(rates.also)}/s)` : '';
    parts.push(`${number(also.count)} ${also.what}${rate}`);
  }
  return [...parts, note];
}

const number = (value: number): string => Math.round(value).toLocaleString('en-US');

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
