import { consoleHost } from '../../../catalog/console-link.ts';
import type { Shown } from '../api/queries.ts';
import { formatDuration } from '../format/duration.ts';
import { formatInteger } from '../format/number.ts';
import { visible } from '../format/visible.ts';
import { Copyable } from '../parts/copyable.tsx';
import { Time } from '../parts/time.tsx';
import { Away } from './away.tsx';
import { Facts } from './facts.tsx';

type Fact = Shown['times'][number];

const isPlace = (value: Fact['value']): boolean => typeof value === 'string' && value.startsWith('s3://');

/** Names and values that the API tells of a resource. */
export const FactList = ({ region, facts }: { region: string; facts: readonly Fact[] }) => (
  <Facts facts={facts.map((fact) => [titleOf(fact.name), <Value key={fact.name} region={region} {...fact} />])} />
);

const titleOf = (name: string): string => visible(name.charAt(0).toUpperCase() + name.slice(1));

function Value({ region, value, unit }: Fact & { region: string }) {
  if (unit === 'time') return <Time value={String(value)} />;
  if (unit === 'seconds') {
    const seconds = Number(value);
    return <span title={`${formatInteger(seconds)} s`}>{formatDuration(seconds)}</span>;
  }
  const text = String(value);
  if (isPlace(value)) {
    return (
      <span className="place">
        <Copyable text={text} className="mono" />
        <Away href={placeLink(region, text)}>S3</Away>
      </span>
    );
  }
  // What is copied: names, images, roles. Words and sentences are read.
  return /^\S{12,}$/.test(text) ? (
    <Copyable text={text} className="mono" />
  ) : (
    <span className="prose">{visible(text)}</span>
  );
}

/** A place in S3 in its console; undefined where nobody knows the console. */
function placeLink(region: string, uri: string): string | undefined {
  const host = consoleHost(region);
  const { bucket, key } = /^s3:\/\/(?<bucket>[^/]+)\/?(?<key>.*)$/s.exec(uri)?.groups ?? {};
  if (host === undefined || bucket === undefined) return undefined;
  const folder = (key ?? '').replace(/[^/]*\.[\w.]+$/, '').replace(/([^/])$/, '$1/');
  return `https://${host}/s3/buckets/${encodeURIComponent(bucket)}?region=${region}&prefix=${encodeURIComponent(folder)}`;
}
