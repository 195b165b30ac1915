import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Watch } from '../../catalog/watches/watch.ts';
import { type AppliedNames, compareNamed } from '../compare-named.ts';
import { readPolicies } from '../policies/stored-policy.ts';
import type { DatabaseSchema } from '../schema.ts';
import { checkWatches, type KnownNames } from './check-watches.ts';
import { readWatches } from './stored-watch.ts';

/** The names in this process's configuration. */
export type ConfiguredNames = Omit<KnownNames, 'policies'>;

/**
 * Replaces all watches. Removed watches keep their messages. A new or changed watch starts again, and sends no messages about the current
 * state. Throws WatchError.
 */
export const applyWatches = (
  db: Kysely<DatabaseSchema>,
  watches: readonly Watch[],
  known: ConfiguredNames,
): Promise<AppliedNames> =>
  db.transaction().execute(async (trx) => {
    await lockWatches(trx);
    const held = await readWatches(trx);
    await check(trx, watches, known);
    const applied = compareNamed(held, watches);
    await sql`DELETE FROM sagecat_private.watch WHERE name = ANY(${applied.removed}::text[])`.execute(trx);
    for (const [position, watch] of watches.entries()) {
      await write(trx, watch, { position, before: held.find(({ name }) => name === watch.name) });
    }
    return applied;
  });

/** Adds or changes one watch. Throws WatchError. */
export const saveWatch = (db: Kysely<DatabaseSchema>, watch: Watch, known: ConfiguredNames): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await lockWatches(trx);
    await check(trx, [watch], known);
    const held = await readWatches(trx);
    const at = held.findIndex(({ name }) => name === watch.name);
    await write(trx, watch, { position: at < 0 ? held.length : at, before: held[at] });
  });

/** Removes a watch; returns whether it existed. */
export async function deleteWatch(db: Kysely<DatabaseSchema>, name: string): Promise<boolean> {
  const { numAffectedRows } = await sql`DELETE FROM sagecat_private.watch WHERE name = ${name}`.execute(db);
  return Number(numAffectedRows) > 0;
}

/** Locks the watches against changes until the transaction ends. They can still be read and evaluated. */
const lockWatches = (trx: Transaction<DatabaseSchema>) =>
  sql`LOCK TABLE sagecat_private.watch IN SHARE ROW EXCLUSIVE MODE`.execute(trx);

const check = async (trx: Transaction<DatabaseSchema>, watches: readonly Watch[], known: ConfiguredNames) =>
  checkWatches(watches, { ...known, policies: (await readPolicies(trx)).map(({ name }) => name) });

async function write(
  trx: Transaction<DatabaseSchema>,
  watch: Watch,
  { position, before }: { readonly position: number; readonly before: Watch | undefined },
): Promise<void> {
  const definition = JSON.stringify(watch);
  if (before && isDeepStrictEqual(meaning(before), meaning(JSON.parse(definition)))) {
    await sql`
      UPDATE sagecat_private.watch SET position = ${position}, definition = ${definition}::jsonb WHERE name = ${watch.name}
        AND (position, definition) IS DISTINCT FROM (${position}::integer, ${definition}::jsonb)`.execute(trx);
    return;
  }
  // Its stored matches are deleted with it.
  await sql`DELETE FROM sagecat_private.watch WHERE name = ${watch.name}`.execute(trx);
  await sql`
    INSERT INTO sagecat_private.watch (name, position, definition)
    VALUES (${watch.name}, ${position}, ${definition}::jsonb)`.execute(trx);
}

/** Returns what determines the events of a watch: everything except its title and channels. */
const meaning = ({ title: _, channels: __, ...rest }: Watch) => rest;
