import type { WriteStream } from 'node:tty';

/** How far long work has come. */
export interface Progress {
  readonly done: number;
  /** Undefined while nobody knows. */
  readonly total: number | undefined;
  /** Whether there may be more than the total. */
  readonly isOpen?: boolean;
  /** What else is counted, e.g. `{ count: 834, what: 'described' }`: it may go on while `done` stands. */
  readonly also?: { readonly count: number; readonly what: string };
  /** Said behind the numbers, e.g. `3 of 12 targets`. */
  readonly note: string;
}

/** One line of a terminal that is written over and over: a bar, the numbers, the rate and the time left. */
export interface ProgressLine extends Disposable {
  update(progress: Progress): void;
}

/** Widths that a bar may have: the first that there is room for. */
const barWidths = [24, 12];
/** Milliseconds between two drawings: often enough to look alive. */
const interval = 100;
/** Milliseconds after which the line is drawn again though nothing came: a line that stands still looks dead. */
const heartbeat = 1000;
/** Milliseconds between two lines of a log. */
const logInterval = 10_000;
/** Milliseconds over which rates are taken. */
const rateWindow = 5_000;

/** Shows progress until it is disposed: as one line on a terminal, else by a line of a log now and then. `unit` names what is counted. */
export const openProgress = (
  stream: WriteStream,
  unit: string,
  log: (text: string, progress: Progress) => void,
): ProgressLine => (stream.isTTY ? progressLine(stream, unit) : progressLog(unit, log));

/** Tells progress every ten seconds, with the rates since it began. */
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
    // The newest stays, however old it is: what stands still has a rate of zero.
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

/** What was counted at a moment, in milliseconds since the epoch. */
interface Sample {
  readonly at: number;
  readonly done: number;
  readonly also: number;
}

/** A second, of what is done and of what else is counted. */
interface Rates {
  readonly done: number;
  readonly also: number;
}

const sampleOf = ({ done, also }: Progress, at: number): Sample => ({ at, done, also: also?.count ?? 0 });

/** Undefined where there is no time between. */
function ratesBetween(first: Sample, last: Sample, now: number): Rates | undefined {
  const seconds = (now - first.at) / 1000;
  if (seconds <= 0) return undefined;
  return { done: (last.done - first.done) / seconds, also: (last.also - first.also) / seconds };
}

/** Rates from the first of the samples until now; undefined before there are two moments. */
function ratesOver(samples: readonly Sample[], now: number): Rates | undefined {
  const [first] = samples;
  const last = samples.at(-1);
  return first && last && ratesBetween(first, last, now);
}

/** The line of a terminal: a bar, as far as there is room for one and a total is known, and as many of the parts as fit. */
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

/** `1,500 of 6,000 jobs`, `500/s`, `9 s left`, `834 described (80/s)`, `3 of 12 targets`. A rate is told of what moves. */
function progressParts(progress: Progress, rates: Rates | undefined, unit: string): string[] {
  const { done, total, isOpen = false, also, note } = progress;
  // Of a number that only grows with what is done, nothing can be told.
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
