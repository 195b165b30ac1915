import type pg from 'pg';

/** A state of the page that was saved under a name. */
export interface SavedView {
  /** A UUID that the client chose. */
  readonly id: string;
  readonly name: string;
  readonly page: string;
  readonly state: object;
  readonly shared: boolean;
  /** The name of the key that saved it; null if none was needed. */
  readonly owner: string | null;
  /** Whether the viewer may change and delete it. */
  readonly can_change: boolean;
  readonly updated_at: string;
}

/** The person or program that reads views. */
export interface Viewer {
  /** Undefined if no key is needed. */
  readonly keyId: number | undefined;
  /** Null for all accounts. */
  readonly accounts: readonly string[] | null;
  readonly isAdmin: boolean;
}

/** Another view of the same page and owner has the name. */
export class ViewNameTakenError extends Error {
  override readonly name = 'ViewNameTakenError';
}

/** The maximum number of views per key. Views saved without a key count together. */
export const maxViews = 500;

/** The key already has the maximum number of views. */
export class TooManyViewsError extends Error {
  override readonly name = 'TooManyViewsError';
}

const columns = `view.id, view.name, page, state, is_shared AS shared, key.name AS owner,
  (view.owner IS NOT DISTINCT FROM $1::bigint OR $3) AS can_change, updated_at`;

/** A view may reveal accounts, so a restricted viewer sees only views shared by keys that see no more than its own accounts. */
const isVisible = `(view.owner = $1::bigint OR is_shared AND ($2::text[] IS NULL OR key.accounts <@ $2::text[]))`;

const of = ({ keyId, accounts, isAdmin }: Viewer) => [keyId ?? null, accounts, isAdmin];

/** SQL for the views that the viewer may see. */
const visibleViews = `SELECT ${columns}
  FROM sagecat_private.saved_view AS view LEFT JOIN sagecat_private.api_key AS key ON key.id = view.owner
  WHERE ${isVisible}`;

/** Returns the viewer's own and the shared views, of one page or of all, by name and key. */
export async function listSavedViews(pool: pg.Pool, viewer: Viewer, page?: string): Promise<SavedView[]> {
  const { rows } = await pool.query<SavedView>(
    `${visibleViews} AND ($4::text IS NULL OR page = $4) ORDER BY page, view.name, key.name NULLS LAST, view.id`,
    [...of(viewer), page ?? null],
  );
  return rows;
}

/** Returns a view that the viewer may see; undefined if there is none. */
export async function findSavedView(pool: pg.Pool, viewer: Viewer, id: string): Promise<SavedView | undefined> {
  const { rows } = await pool.query<SavedView>(`${visibleViews} AND view.id = $4`, [...of(viewer), id]);
  return rows[0];
}

/**
 * Creates a view, or replaces the one with this ID. Without a key every view is shared. Returns false if the viewer may not change the
 * existing view. Throws ViewNameTakenError, and TooManyViewsError beyond `maxViews`.
 */
export async function saveView(
  pool: pg.Pool,
  viewer: Viewer,
  { id, name, page, state, shared }: Pick<SavedView, 'id' | 'name' | 'page' | 'state' | 'shared'>,
): Promise<boolean> {
  if (await isFull(pool, viewer, id)) {
    throw new TooManyViewsError(`${maxViews} views are saved already, which is the most for one key: delete some`);
  }
  try {
    const { rowCount } = await pool.query(
      `INSERT INTO sagecat_private.saved_view AS view (id, name, page, state, is_shared, owner)
       VALUES ($4, $5, $6, $7, $8 OR $1::bigint IS NULL, $1)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, page = excluded.page, state = excluded.state,
         is_shared = $8 OR view.owner IS NULL, updated_at = now()
       WHERE view.id IN (SELECT view.id FROM sagecat_private.saved_view AS view
         LEFT JOIN sagecat_private.api_key AS key ON key.id = view.owner
         WHERE ${isVisible} AND (view.owner IS NOT DISTINCT FROM $1::bigint OR $3))`,
      [...of(viewer), id, name, page, JSON.stringify(state), shared],
    );
    return (rowCount ?? 0) > 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23505')
      throw new ViewNameTakenError(`there is a view ${name} of ${page} already`);
    throw error;
  }
}

/** Returns whether a view with this ID would exceed the maximum. */
async function isFull(pool: pg.Pool, { keyId }: Viewer, id: string): Promise<boolean> {
  const { rows } = await pool.query<{ is_full: boolean }>(
    `SELECT count(*) >= $3 AND count(*) FILTER (WHERE id = $2) = 0 AS is_full
     FROM sagecat_private.saved_view WHERE owner IS NOT DISTINCT FROM $1::bigint OR id = $2`,
    [keyId ?? null, id, maxViews],
  );
  return rows[0]?.is_full ?? false;
}

/** Deletes a view that the viewer may change; returns whether there was one. */
export async function deleteView(pool: pg.Pool, viewer: Viewer, id: string): Promise<boolean> {
  const view = await findSavedView(pool, viewer, id);
  if (!view?.can_change) return false;
  const { rowCount } = await pool.query('DELETE FROM sagecat_private.saved_view WHERE id = $1', [id]);
  return (rowCount ?? 0) > 0;
}
