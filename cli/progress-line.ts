import type { WriteStream } from 'node:tty';

/** How far long work has come. */
export interface Progress {
  readonly done: number;
  /** Undefined while nobody knows. */
  readonly total: number | undefined;
  /** Whether there may be more than the total. */
  readonly isOpen?: boolean;
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
/** Milliseconds after which the line is drawn again though nothing came: a line that stands still looks dead. */
const heartbeat = 1000;
/** Milliseconds between two lines of a log. */
const logInterval = 10_000;
/** Milliseconds over which the rate is taken. */
const rateWindow = 5_000;

/** Shows progress until it is disposed: as one line on a terminal, else by a line of a log now and then. `unit` names what is counted. */
export const openProgress = (
  stream: WriteStream,
  unit: string,
  log: (text: string, progress: Progress) => void,
): ProgressLine => (stream.isTTY ? progressLine(stream, unit) : progressLog(unit, log));

/** Tells progress every ten seconds. */
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
      log(progressText(progress, (progress.done * 1000) / (at - began), unit), progress);
    },
    [Symbol.dispose]() {},
  };
}

/** Draws progress on a terminal until it is disposed; `unit` names what is counted. */
export function progressLine(terminal: WriteStream, unit: string, now: () => number = Date.now): ProgressLine {
  let samples: { at: number; done: number }[] = [];
  const began = now();
  let drawn = 0;
  let last: Progress | undefined;
  const draw = () => {
    drawn = now();
    const seconds = Math.floor((drawn - began) / 1000);
    const line = last
      ? renderProgress(last, rateOf(samples), unit)
      : `starting${seconds > 0 ? ` · ${seconds} s` : ' ...'}`;
    terminal.write(`\r\x1b[2K${line.slice(0, Math.max(20, (terminal.columns || 80) - 1))}`);
  };
  draw();
  const timer = setInterval(draw, heartbeat).unref();
  return {
    update(progress) {
      const at = now();
      last = progress;
      samples = [...samples.filter((sample) => at - sample.at < rateWindow), { at, done: progress.done }];
      if (at - drawn >= interval) draw();
    },
    [Symbol.dispose]() {
      clearInterval(timer);
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

/** The line of a terminal. Without a total there is no bar and no time left. */
export function renderProgress(progress: Progress, rate: number | undefined, unit: string): string {
  const text = progressText(progress, rate, unit);
  const { done, total, isOpen = false } = progress;
  if (total === undefined || isOpen) return text;
  const filled = total === 0 ? barWidth : Math.min(barWidth, Math.floor((barWidth * done) / total));
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${text}`;
}

/** `1,500 of 6,000 jobs · 500/s · 9 s left · 3 of 12 targets`. */
function progressText({ done, total, isOpen = false, note }: Progress, rate: number | undefined, unit: string): string {
  const number = (value: number) => Math.round(value).toLocaleString('en-US');
  const parts = [
    total === undefined
      ? `${number(done)} ${unit}`
      : `${number(done)} of ${isOpen ? 'at least ' : ''}${number(total)} ${unit}`,
  ];
  // What is listed to the end is not done: its rate would say nothing.
  if (rate !== undefined && (isOpen || done !== total)) parts.push(`${number(rate)}/s`);
  if (rate !== undefined && rate > 0 && total !== undefined && !isOpen && total > done)
    parts.push(`${duration((total - done) / rate)} left`);
  return [...parts, note].join(' · ');
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
