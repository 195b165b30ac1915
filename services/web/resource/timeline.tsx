import { Tooltip } from '@mantine/core';
import type { Shown } from '../api/queries.ts';
import { formatDuration } from '../format/duration.ts';
import { formatTime } from '../format/time.ts';
import { visible } from '../format/visible.ts';
import { PlainTable } from '../parts/plain-table.tsx';

interface Phase {
  readonly status: string;
  readonly start: number;
  readonly end: number;
  readonly isOver: boolean;
  readonly message: string;
}

const colors: Readonly<Record<string, string>> = {
  Training: 'var(--completed-fill)',
  Completed: 'var(--completed-fill)',
  Failed: 'var(--failed-fill)',
  Interrupted: 'var(--failed-fill)',
  Restarting: 'var(--failed-fill)',
  MaxRuntimeExceeded: 'var(--failed-fill)',
  MaxWaitTimeExceeded: 'var(--failed-fill)',
  Stopping: 'var(--stopped-fill)',
  Stopped: 'var(--stopped-fill)',
  Downloading: 'var(--running-fill)',
  Uploading: 'var(--uploading-fill)',
};
/** The phases before the data comes: waiting for capacity and for the container. */
const colorOf = (status: string): string =>
  colors[status] ?? 'color-mix(in srgb, var(--running-fill) 45%, var(--line))';

/** The stages that a resource went through, as a bar and as a table. */
export function Timeline({ stages }: { stages: Shown['stages'] }) {
  const now = Date.now();
  const phases = stages.map((step): Phase => {
    const start = Date.parse(step.start_time ?? '');
    const end = step.end_time ? Date.parse(step.end_time) : now;
    return {
      status: step.status ?? '?',
      start,
      end,
      isOver: Boolean(step.end_time),
      message: step.message ?? '',
    };
  });
  if (phases.length === 0) return null;
  const spans = phases.filter(({ start, end }) => end > start);
  const total = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return (
    <>
      <div
        className="timeline"
        role="img"
        aria-label={spans
          .map(({ status, start, end }) => `${status} ${formatDuration((end - start) / 1000)}`)
          .join(', ')}
      >
        {spans.map(({ status, start, end, isOver }) => (
          <Tooltip
            key={`${status}${start}`}
            label={`${status}: ${formatDuration((end - start) / 1000)}${isOver ? '' : ' so far'}`}
          >
            <span
              className={isOver ? '' : 'going-on'}
              style={{ flexGrow: Math.max((end - start) / total, 0.004), background: colorOf(status) }}
            >
              {(end - start) / total > 0.16 && <b>{status}</b>}
            </span>
          </Tooltip>
        ))}
      </div>
      <PlainTable label="Phases" columns={['Phase', 'Began', { number: 'Took' }, 'Message']} className="table tight">
        {phases.map(({ status, start, end, isOver, message }) => (
          <tr key={`${status}${start}`}>
            <td style={{ whiteSpace: 'nowrap' }}>
              <i className="dot" style={{ background: colorOf(status) }} /> {status}
            </td>
            <td style={{ whiteSpace: 'nowrap' }}>
              {Number.isNaN(start) ? '–' : formatTime(new Date(start).toISOString())}
            </td>
            <td className="number">
              {end > start ? formatDuration((end - start) / 1000) : '–'}
              {!isOver && <span className="soft"> so far</span>}
            </td>
            <td className="soft">
              <div className="clamp">{visible(message).slice(0, 400)}</div>
            </td>
          </tr>
        ))}
      </PlainTable>
    </>
  );
}
