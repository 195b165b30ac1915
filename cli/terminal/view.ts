import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';

/** The meaning of a text's colour. Colour never carries information alone. */
export type Tone = 'good' | 'warn' | 'bad' | 'muted' | 'heading';

/** The destination of printed text. */
export interface View {
  /** Width of the terminal; undefined for a pipe or a file, for which nothing is wrapped, cut or left out. */
  readonly width: number | undefined;
  paint(tone: Tone | undefined, text: string): string;
}

const formats = { good: 'green', warn: 'yellow', bad: 'red', muted: 'dim', heading: 'bold' } as const;

/** Returns the view of a stream. Colours follow NO_COLOR, FORCE_COLOR and TERM=dumb, as Node.js reads them. */
export const viewOf = (stream: Pick<WriteStream, 'isTTY' | 'columns'> & NodeJS.WritableStream): View => ({
  width: stream.isTTY ? Math.max(20, stream.columns || 80) : undefined,
  paint: (tone, text) => (tone === undefined || text === '' ? text : styleText(formats[tone], text, { stream })),
});

/** Returns a view of plain text, with or without a width. */
export const plainView = (width?: number): View => ({ width, paint: (_tone, text) => text });

/** Statuses of crawls, targets and resources, in lower case. */
const tones: Readonly<Record<string, Tone>> = {
  complete: 'good',
  completed: 'good',
  agrees: 'good',
  same: 'good',
  partial: 'warn',
  interrupted: 'warn',
  stopped: 'warn',
  stopping: 'warn',
  drifted: 'warn',
  denied: 'bad',
  failed: 'bad',
  missing: 'bad',
  unsupported: 'muted',
  queued: 'muted',
  retired: 'muted',
};

/** Returns the tone of a status of sagecat or SageMaker; undefined if it is neither good nor bad. */
export const statusTone = (status: string): Tone | undefined => tones[status.toLowerCase()];
