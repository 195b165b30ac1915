import type { MessageBody } from '../../../catalog/watches/message.ts';

/** Resources that people are shown of a message. */
const shown = 10;

/** The resources of a message, a line each, and how many more there are. */
export function resourceLines({ data: { resources, count } }: MessageBody): string[] {
  const lines = resources.slice(0, shown).map(({ name, fields = [] }) => [name, ...fields].join(' · '));
  return count > lines.length && lines.length > 0 ? [...lines, `and ${count - lines.length} more`] : lines;
}

/** Where and when it happened. */
export const footer = ({ timestamp, data: { watch } }: MessageBody): string =>
  `sagecat · watch ${watch} · ${timestamp}`;
