import type pg from 'pg';

/** A state of the page in the browser that was saved under a name. */
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

/** Who looks at views. */
export interface Viewer {
  /** Undefined where no key is needed. */
  readonly keyId: number | undefined;
  /** Null for all. */
  readonly accounts: readonly string[] | null;
  readonly isAdmin: boolean;
}

/** The name is taken by another view of the same page and owner. */
export class ViewNameTakenError extends Error {
  override readonly name = 'ViewNameTakenError';
}

/** How many views one key may keep; those that were saved without a key count as one's. */
export const maxViews = 500;

/** The key has as many views as one may have. */
export class TooManyViewsError extends Error {
  override readonly name = 'TooManyViewsError';
}

const columns = `view.id, view.name, page, state, is_shared AS shared, key.name AS owner,
  (view.owner IS NOT DISTINCT FROM $1::bigint OR $3) AS can_change, updated_at`;

/** A name may tell of accounts: a restricted viewer sees what was shared by keys that see no more than its own accounts. */
const isVisible = `(view.owner = $1::bigint OR is_shared AND ($2::text[] IS NULL OR key.accounts <@ $2::text[]))`;

const of = ({ keyId, accounts, isAdmin }: Viewer) => [keyId ?? null, accounts, isAdmin];

/** The views that the viewer sees. */
const visibleViews = `SELECT ${columns}
  FROM sagecat_private.saved_view AS view LEFT JOIN sagecat_private.api_key AS key ON key.id = view.owner
  WHERE ${isVisible}`;

/** Returns the viewer's own views and the shared ones, of one page or of all, by name and by who saved them. */
export async function listSavedViews(pool: pg.Pool, viewer: Viewer, page?: string): Promise<SavedView[]> {
  const { rows } = await pool.query<SavedView>(
    `${visibleViews} AND ($4::text IS NULL OR page = $4) ORDER BY page, view.name, key.name NULLS LAST, view.id`,
    [...of(viewer), page ?? null],
  );
  return rows;
}

/** Finds a view that the viewer sees. */
export async function findSavedView(pool: pg.Pool, viewer: Viewer, id: string): Promise<SavedView | undefined> {
  const { rows } = await pool.query<SavedView>(`${visibleViews} AND view.id = $4`, [...of(viewer), id]);
  return rows[0];
}

/**
 * Saves a view under an ID, in place of the one that the viewer may change. Without a key every view is shared. Returns whether it was saved:
 * not if the ID is taken by a view that the viewer may not change. Throws ViewNameTakenError, and TooManyViewsError for a new one beyond
 * `maxViews`.
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

/** Whether a view of that ID would be one too many. */
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
