import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Watch } from '../../catalog/watches/watch.ts';
import { type AppliedNames, compareNamed } from '../compare-named.ts';
import { readPolicies } from '../policies/stored-policy.ts';
import type { DatabaseSchema } from '../schema.ts';
import { checkWatches, type KnownNames } from './check-watches.ts';
import { readWatches } from './stored-watch.ts';

/** What the configuration of the applying process names. */
export type ConfiguredNames = Omit<KnownNames, 'policies'>;

/**
 * Makes these the watches that hold: what is not among them is gone; what it told stays. One that is new, or that means something else than
 * before, begins anew: it tells nothing of what is so already. Throws WatchError.
 */
export const applyWatches = (
  db: Kysely<DatabaseSchema>,
  watches: readonly Watch[],
  known: ConfiguredNames,
): Promise<AppliedNames> =>
  db.transaction().execute(async (trx) => {
    await holdWatches(trx);
    const held = await readWatches(trx);
    await check(trx, watches, known);
    const applied = compareNamed(held, watches);
    await sql`DELETE FROM sagecat_private.watch WHERE name = ANY(${applied.removed}::text[])`.execute(trx);
    for (const [position, watch] of watches.entries()) {
      await write(trx, watch, { position, before: held.find(({ name }) => name === watch.name) });
    }
    return applied;
  });

/** Adds a watch, or changes one, beside those that hold. Throws WatchError. */
export const saveWatch = (db: Kysely<DatabaseSchema>, watch: Watch, known: ConfiguredNames): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await holdWatches(trx);
    await check(trx, [watch], known);
    const held = await readWatches(trx);
    const at = held.findIndex(({ name }) => name === watch.name);
    await write(trx, watch, { position: at < 0 ? held.length : at, before: held[at] });
  });

/** Removes a watch; returns whether there was one. */
export async function deleteWatch(db: Kysely<DatabaseSchema>, name: string): Promise<boolean> {
  const { numAffectedRows } = await sql`DELETE FROM sagecat_private.watch WHERE name = ${name}`.execute(db);
  return Number(numAffectedRows) > 0;
}

/** Waits until nobody else changes watches, and keeps it so until the transaction ends; they are read and evaluated meanwhile. */
const holdWatches = (trx: Transaction<DatabaseSchema>) =>
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
  // What it remembered goes with it.
  await sql`DELETE FROM sagecat_private.watch WHERE name = ${watch.name}`.execute(trx);
  await sql`
    INSERT INTO sagecat_private.watch (name, position, definition)
    VALUES (${watch.name}, ${position}, ${definition}::jsonb)`.execute(trx);
}

/** What decides when a watch tells something: all but its title and where it says it. */
const meaning = ({ title: _, channels: __, ...rest }: Watch) => rest;
