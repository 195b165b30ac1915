import { stringifyJson } from '../catalog/exact-json.ts';
import { followChanges } from '../db/query/follow-changes.ts';
import {
  type ChangeKind,
  committedBefore,
  type PositionedChange,
  positionBefore,
  readChanges,
} from '../db/query/read-changes.ts';
import type { ChangesOptions } from './changes.ts';
import type { CommandContext } from './context.ts';
import { readChangeOptions } from './query-options.ts';
import { formatTime } from './terminal/format-time.ts';
import { printableLine } from './terminal/printable.ts';
import { renderTable } from './terminal/table.ts';
import { type Tone, type View, viewOf } from './terminal/view.ts';

/** Prints the latest changes; with `follow` those to come as well, until the signal aborts. */
export async function showChanges(
  { database: { kysely: db }, signal }: CommandContext,
  query: string | undefined,
  options: ChangesOptions,
): Promise<void> {
  const selection = readChangeOptions(query, options);
  const { limit, follow = false, json = false } = options;
  const view = viewOf(process.stdout);
  const print = (changes: readonly PositionedChange[]) => {
    for (const change of changes) console.log(json ? jsonOf(change) : lineOf(change, view));
  };
  // Read before the latest changes, so that none in between is missed or printed twice.
  const from = positionBefore(await committedBefore(db));
  const latest = await readChanges(db, selection, { limit });
  if (follow) print(latest.toReversed());
  else if (json) print(latest);
  else console.log(latest.length === 0 ? 'nothing changed' : changesTable(latest, view));
  if (!follow) return;
  const printed = new Set(latest.map(idOf));
  for await (const { changes } of followChanges(db, { selection: () => selection, from, signal })) {
    print(changes.filter((change) => !printed.delete(idOf(change))));
  }
}

const idOf = ({ arn, creation_time, seen_at, kind }: PositionedChange): string =>
  [arn, creation_time, seen_at, kind].join(' ');

const jsonOf = ({ place: _, ...change }: PositionedChange): string => stringifyJson(change);

const kinds: Readonly<Record<ChangeKind, readonly [title: string, tone: Tone | undefined]>> = {
  first_seen: ['new', 'good'],
  changed: ['changed', undefined],
  deleted: ['deleted', 'bad'],
  restored: ['restored', 'warn'],
};

function changesTable(changes: readonly PositionedChange[], view: View): string {
  return renderTable<PositionedChange>(
    [
      { title: 'seen', value: (change) => formatTime(change.seen_at), wraps: false },
      { title: 'what', value: ({ kind }) => kinds[kind][0], tone: ({ kind }) => kinds[kind][1], wraps: false },
      { title: 'resource', value: ({ name }) => name, least: 20 },
      { title: 'account', value: (change) => change.account_name ?? change.account_id, importance: 2 },
      { title: 'region', value: ({ region }) => region, wraps: false, importance: 1 },
      { title: 'differences', value: differencesOf, least: 24 },
    ],
    changes,
    view,
  );
}

function lineOf(change: PositionedChange, view: View): string {
  const [title, tone] = kinds[change.kind];
  const place = `${change.account_name ?? change.account_id} ${change.region}`;
  const what = view.paint(tone, title.padEnd(8));
  return `${formatTime(change.seen_at)}  ${what}  ${printableLine([change.name, place, differencesOf(change)].join('  ')).trimEnd()}`;
}

/** Returns the differences of a change as one line: `status: InProgress -> Failed, ...`; empty if the resource came or went. */
const differencesOf = ({ kind, differences }: PositionedChange): string =>
  differences
    .filter(({ field }) => kind === 'changed' || field !== 'deleted_at')
    .map(({ field, before, after }) => `${field}: ${shown(before)} -> ${shown(after)}`)
    .join(', ');

const shown = (value: unknown): string =>
  value === null || value === undefined ? '-' : typeof value === 'object' ? stringifyJson(value) : String(value);
