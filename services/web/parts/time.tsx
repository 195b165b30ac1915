import { formatAge, formatTime, formatUtc } from '../format/time.ts';

/** A time in the zone of the viewer; UTC and how long ago it is at a hover. */
export const Time = ({ value, age = false }: { value: string | null | undefined; age?: boolean }) =>
  value ? (
    <time dateTime={value} title={`${formatUtc(value)}, ${formatAge(value)}`} style={{ whiteSpace: 'nowrap' }}>
      {age ? formatAge(value) : formatTime(value)}
    </time>
  ) : (
    <span className="soft">–</span>
  );
