import type { MessageBody } from '../../../catalog/watches/message.ts';

/** The number of resources shown. */
const shown = 10;

/** Returns a line for each resource of a message, and the number of further ones. */
export function resourceLines({ data: { resources, count } }: MessageBody): string[] {
  const lines = resources.slice(0, shown).map(({ name, fields = [] }) => [name, ...fields].join(' · '));
  return count > lines.length && lines.length > 0 ? [...lines, `and ${count - lines.length} more`] : lines;
}

/** Returns the place and time of the event. */
export const footer = ({ timestamp, data: { watch } }: MessageBody): string =>
  `sagecat · watch ${watch} · ${timestamp}`;
