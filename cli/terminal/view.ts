import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';

/** What the colour of a text says. Nothing is said by colour alone. */
export type Tone = 'good' | 'warn' | 'bad' | 'muted' | 'heading';

/** Where text is printed. */
export interface View {
  /** Columns of the terminal; undefined for a pipe or a file, where nothing is wrapped, cut or left out. */
  readonly width: number | undefined;
  paint(tone: Tone | undefined, text: string): string;
}

const formats = { good: 'green', warn: 'yellow', bad: 'red', muted: 'dim', heading: 'bold' } as const;

/** A view of a stream. Colours obey NO_COLOR, FORCE_COLOR and TERM=dumb, as Node.js reads them. */
export const viewOf = (stream: Pick<WriteStream, 'isTTY' | 'columns'> & NodeJS.WritableStream): View => ({
  width: stream.isTTY ? Math.max(20, stream.columns || 80) : undefined,
  paint: (tone, text) => (tone === undefined || text === '' ? text : styleText(formats[tone], text, { stream })),
});

/** Plain text, of any width or of one. */
export const plainView = (width?: number): View => ({ width, paint: (_tone, text) => text });

/** How crawls, their targets and training jobs stand, in lower case. */
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

/** The tone of a status of sagecat or of SageMaker; undefined for one that is neither good nor bad. */
export const statusTone = (status: string): Tone | undefined => tones[status.toLowerCase()];
