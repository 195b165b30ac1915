import { type Kysely, sql } from 'kysely';
import type { FlatRow, FlatValue } from '../../catalog/flatten.ts';
import { compareToManifest, type FieldDrift } from '../../catalog/manifests/drift.ts';
import type { ManagedType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';
import { allColumns } from '../store/observation.ts';

/**
 * The state of a manifest: `same` or `drifted` if the resource is known from AWS; `missing` if AWS was read and has no such resource;
 * `unread` if AWS was never read there.
 */
export const driftStates = ['same', 'drifted', 'missing', 'unread'] as const;
export type DriftState = (typeof driftStates)[number];

/** A manifest and its differences from AWS. */
export interface ManifestDrift {
  readonly id: number;
  readonly resource_type: string;
  readonly source: string;
  readonly namespace: string;
  readonly name: string;
  readonly arn: string | null;
  /** Name of the resource that the manifest asks for. */
  readonly resource_name: string | null;
  /** The resource's, or the manifest's if there is no resource; null if neither has one. */
  readonly account_id: string | null;
  /** Null if the account has no name. */
  readonly account_name: string | null;
  readonly state: DriftState;
  readonly differences: readonly FieldDrift[];
  /** Fields of the manifest that could not be compared. */
  readonly problems: readonly string[];
}

/** Returns a manifest in the form of responses: with the resource's name in its type's column, and without its ID. */
export function shownDrift(
  types: readonly ManagedType[],
  { id: _, resource_name, ...drift }: ManifestDrift,
): Record<string, unknown> {
  const type = types.find(({ name }) => name === drift.resource_type);
  return type ? { ...drift, [type.key.name]: resource_name } : drift;
}

interface Joined {
  id: number;
  resource_type: string;
  source: string;
  namespace: string;
  name: string;
  arn: string | null;
  resource_name: string | null;
  account_id: string | null;
  account_name: string | null;
  members: Record<string, FlatValue>;
  problems: string[];
  resource: number | null;
  is_read: boolean;
}

const pageSize = 200;

/** Selects manifests. */
export interface DriftSelection {
  /** Only manifests that were first seen after the one with this id. */
  readonly after?: number | undefined;
  /** Only manifests whose resource is in one of these accounts. */
  readonly accounts?: readonly string[] | 'all' | undefined;
}

/** Yields every existing manifest of the types, in the order in which it was first seen. */
export async function* readDrift(
  db: Kysely<DatabaseSchema>,
  types: readonly ManagedType[],
  { after = 0, accounts = 'all' }: DriftSelection = {},
): AsyncGenerator<ManifestDrift> {
  if (types.length === 0) return;
  const byName = new Map(types.map((type) => [type.name, type]));
  let last = after;
  for (;;) {
    const page = await readPage(db, types, last, accounts);
    const rows = new Map<string, Map<number, FlatRow>>();
    for (const type of types) {
      const ids = page.flatMap(({ resource_type, resource }) => (resource_type === type.name ? (resource ?? []) : []));
      if (ids.length > 0) rows.set(type.name, await readRows(db, type, ids));
    }
    for (const { resource, is_read, members, ...manifest } of page) {
      const type = byName.get(manifest.resource_type);
      if (!type) continue; // the page has these types alone
      const row = resource === null ? undefined : rows.get(type.name)?.get(resource);
      const differences = row && is_read ? compareToManifest(type, row, members) : [];
      const state = !is_read ? 'unread' : !row ? 'missing' : differences.length > 0 ? 'drifted' : 'same';
      yield { ...manifest, arn: manifest.arn ?? (row ? String(row[type.key.arn]) : null), state, differences };
    }
    const end = page.at(-1);
    if (!end || page.length < pageSize) return;
    last = end.id;
  }
}

/** Returns a query of the resources that a manifest `m` may be about: those with its ARN, or if it has none, with its name, region and account. */
const candidates = ({ name: table, key }: ManagedType) => sql`
  SELECT r.id, r.account_id, r.region, r.described_at, r.deleted_at, r.${sql.ref(key.createdAt)} AS created FROM ${sql.table(table)} AS r
  WHERE m.resource_type = ${table} AND r.${sql.ref(key.arn)} = m.arn
  UNION ALL
  SELECT r.id, r.account_id, r.region, r.described_at, r.deleted_at, r.${sql.ref(key.createdAt)} AS created FROM ${sql.table(table)} AS r
  WHERE m.resource_type = ${table} AND m.arn IS NULL AND r.${sql.ref(key.name)} = m.resource_name
    AND r.region = coalesce(m.region, r.region) AND r.account_id = coalesce(m.account_id, r.account_id)`;

/** Reads a page of manifests, each with the newest existing resource that it is about. */
async function readPage(
  db: Kysely<DatabaseSchema>,
  types: readonly ManagedType[],
  after: number,
  accounts: readonly string[] | 'all',
): Promise<Joined[]> {
  const visible = accounts === 'all' ? sql`true` : sql`coalesce(resource.account_id, m.account_id) = ANY(${accounts})`;
  const { rows } = await sql<Joined>`
    SELECT m.id, m.resource_type, m.source, m.namespace, m.name, m.arn, m.resource_name,
      coalesce(resource.account_id, m.account_id) AS account_id, account.name AS account_name, m.members, m.problems,
      resource.id AS resource, resource.described_at IS NOT NULL OR EXISTS (
        SELECT FROM crawl_coverage AS c
        WHERE c.resource_type = m.resource_type AND c.as_of IS NOT NULL
          AND c.account_id = coalesce(resource.account_id, m.account_id, c.account_id)
          AND c.region = coalesce(resource.region, m.region, c.region)) AS is_read
    FROM ack_manifest AS m
    LEFT JOIN LATERAL (
      SELECT id, account_id, region, described_at FROM (
        ${sql.join(types.map(candidates), sql` UNION ALL `)}) AS known
      WHERE deleted_at IS NULL ORDER BY created DESC LIMIT 1) AS resource ON true
    LEFT JOIN account ON account.account_id = coalesce(resource.account_id, m.account_id)
    WHERE m.deleted_at IS NULL AND m.resource_type = ANY(${types.map(({ name }) => name)}) AND m.id > ${after} AND ${visible}
    ORDER BY m.id LIMIT ${pageSize}`.execute(db);
  return rows;
}

async function readRows(
  db: Kysely<DatabaseSchema>,
  type: ManagedType,
  ids: readonly number[],
): Promise<Map<number, FlatRow>> {
  const columns = sql.join(allColumns(type).map((name) => sql.ref(name)));
  const { rows } = await sql<{ id: number } & FlatRow>`
    SELECT id, ${columns} FROM ${sql.table(type.name)} WHERE id = ANY(${ids})`.execute(db);
  return new Map(rows.map(({ id, ...row }) => [id, row as FlatRow])); // all its columns were read
}
