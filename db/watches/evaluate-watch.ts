import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Watch } from '../../catalog/watches/watch.ts';
import type { Budget } from '../budgets/read-budget.ts';
import type { DatabaseSchema } from '../schema.ts';
import { changesSince, type Evaluated, matchAll, type RowOptions, updateMatches } from './matched-rows.ts';
import { joinGroups, type OccurrenceGroup } from './occurrence-group.ts';
import { type PassedThresholds, passThresholds } from './passed-thresholds.ts';
import { findStale } from './stale-targets.ts';

export interface EvaluateWatchOptions {
  /** The value of `now`, in milliseconds since 1970. */
  readonly now: number;
  /** The budgets that watches may use; none by default. */
  readonly budgets?: readonly Budget[] | undefined;
  /** Columns that are never shown. */
  readonly withheld?: readonly string[] | undefined;
}

/** The state of a watch besides its matches. */
interface State extends Partial<PassedThresholds> {
  /** The targets that are stale. */
  readonly stale?: readonly string[];
  /** When its policy was last changed. */
  readonly policy?: string;
}

interface HeldWatch {
  readonly definition: Watch;
  readonly snapshot: string | null;
  readonly since: string | null;
  readonly evaluated_at: string | null;
  readonly state: State;
}

/**
 * Evaluates a watch, and returns what happened since the last evaluation, each occurrence once. The transaction must be `repeatable read`,
 * so that all queries see the snapshot that is stored with the watch. Does nothing while another process evaluates the watch.
 */
export async function evaluateWatch(
  trx: Transaction<DatabaseSchema>,
  name: string,
  { now, budgets = [], withheld = [] }: EvaluateWatchOptions,
): Promise<OccurrenceGroup[]> {
  const { rows } = await sql<HeldWatch>`
    SELECT definition, snapshot::text AS snapshot, since, evaluated_at, state FROM sagecat_private.watch
    WHERE name = ${name} FOR UPDATE SKIP LOCKED`.execute(trx);
  const [held] = rows;
  if (!held) return [];
  const { definition: watch } = held;
  if (watch.when === 'threshold') {
    const found = await passThresholds(trx, watch, held.state, { now, budgets });
    await remember(trx, name, now, found?.state ?? held.state);
    return found?.occurred ?? [];
  }
  if (watch.when === 'stale') {
    const { stale, occurred } = await findStale(trx, watch, held.state.stale ?? [], { now });
    await remember(trx, name, now, { stale });
    return occurred;
  }
  return joinGroups(await evaluateRows(trx, held, { now, withheld }));
}

async function evaluateRows(
  trx: Transaction<DatabaseSchema>,
  { definition: watch, snapshot, since, evaluated_at, state }: HeldWatch,
  options: RowOptions,
): Promise<OccurrenceGroup[]> {
  const version = watch.policy === undefined ? undefined : await policyVersion(trx, watch.policy);
  // Verdicts of a policy that is being evaluated for all resources are incomplete.
  if (version === null) return [];
  const isNew = snapshot === null || since === null || evaluated_at === null || state.policy !== version;
  let occurred: OccurrenceGroup[] = [];
  if (isNew) {
    if (watch.when !== 'changes') await matchAll(trx, watch, options);
  } else {
    const before: Evaluated = { snapshot, since: Date.parse(since), evaluatedAt: Date.parse(evaluated_at) };
    occurred = await (watch.when === 'changes' ? changesSince : updateMatches)(trx, watch, before, options);
  }
  const began = isNew ? sql`, since = ${new Date(options.now)}` : sql``;
  await remember(trx, watch.name, options.now, version === undefined ? {} : { policy: version }, began);
  return occurred;
}

const remember = (
  trx: Transaction<DatabaseSchema>,
  name: string,
  now: number,
  state: State,
  further: RawBuilder<unknown> = sql``,
) =>
  sql`
    UPDATE sagecat_private.watch
    SET snapshot = pg_current_snapshot(), evaluated_at = ${new Date(now)}, state = ${JSON.stringify(state)}::jsonb ${further}
    WHERE name = ${name}`.execute(trx);

/** Returns when a policy was last changed; null if there is none, or it has not been evaluated for every resource. */
async function policyVersion(trx: Transaction<DatabaseSchema>, policy: string): Promise<string | null> {
  const { rows } = await sql<{ changed_at: string }>`
    SELECT changed_at FROM sagecat_private.policy WHERE name = ${policy} AND is_evaluated`.execute(trx);
  return rows[0]?.changed_at ?? null;
}
