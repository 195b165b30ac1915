import { randomUUID } from 'node:crypto';
import { type LinkedView, pageLink } from '../catalog/page-link.ts';
import {
  deleteView,
  findSavedView,
  listSavedViews,
  type SavedView,
  saveView,
  TooManyViewsError,
  type Viewer,
  ViewNameTakenError,
} from '../db/access/saved-views.ts';
import type { CommandContext } from './context.ts';
import { CommandError } from './exit-codes.ts';
import { formatTime } from './terminal/format-time.ts';
import { printable } from './terminal/printable.ts';
import { renderTable } from './terminal/table.ts';
import { viewOf } from './terminal/view.ts';

type Context = Pick<CommandContext, 'database'>;

interface Chosen {
  readonly page?: string | undefined;
  readonly json?: true | undefined;
}

/** The viewer of whoever can open the database: sees and changes all shared views. */
const operator: Viewer = { keyId: undefined, accounts: null, isAdmin: true };

/** Prints the shared views, of one view of the page or of all. */
export async function listViews({ database }: Context, { page, json }: Chosen): Promise<void> {
  const views = await listSavedViews(database.pool, operator, page);
  if (json) return console.log(JSON.stringify(views.map(described)));
  if (views.length === 0) return console.log('there are no saved views');
  const table = renderTable<SavedView>(
    [
      { title: 'page', value: (view) => view.page, wraps: false },
      { title: 'name', value: ({ name }) => name, isWhole: true },
      { title: 'saved by', value: ({ owner }) => owner ?? 'no key' },
      { title: 'changed', value: ({ updated_at }) => formatTime(updated_at), wraps: false, importance: 1 },
      { title: 'link', value: (view) => `/${pageLink(view) ?? ''}`, least: 24, importance: 2 },
    ],
    views,
    viewOf(process.stdout),
  );
  console.log(table);
}

/** Prints a view. Throws a CommandError where there is none or several. */
export async function showView(context: Context, name: string, { page, json }: Chosen): Promise<void> {
  const view = await requireView(context, name, page);
  if (json) return console.log(JSON.stringify(described(view)));
  const lines = [
    `${printable(view.name)}  (${view.page}, saved by ${view.owner === null ? 'no key' : printable(view.owner)})`,
    `/${pageLink(view) ?? ''}`,
    ...Object.entries(view.state).map(([parameter, value]) => `  ${printable(parameter)}: ${printable(String(value))}`),
  ];
  console.log(lines.join('\n'));
}

/** Saves what a link shows, in place of the view of that name that was saved without a key. Throws a CommandError. */
export async function saveLink(
  { database: { pool } }: Context,
  name: string,
  { page, state }: LinkedView,
  { json }: Chosen,
): Promise<void> {
  const before = (await listSavedViews(pool, operator, page)).find((view) => view.name === name && view.owner === null);
  const id = before?.id ?? randomUUID();
  try {
    await saveView(pool, operator, { id, name, page, state, shared: true });
  } catch (error) {
    if (error instanceof ViewNameTakenError || error instanceof TooManyViewsError)
      throw new CommandError(error.message);
    throw error;
  }
  const saved = await findSavedView(pool, operator, id);
  if (json) console.log(JSON.stringify(saved && described(saved)));
  else
    console.log(`${before ? 'changed' : 'saved'} ${printable(name)} of ${page}: /${pageLink({ page, state }) ?? ''}`);
}

/** Deletes a view. Throws a CommandError where there is none or several. */
export async function removeView(context: Context, name: string, { page, json }: Chosen): Promise<void> {
  const view = await requireView(context, name, page);
  await deleteView(context.database.pool, operator, view.id);
  console.log(json ? JSON.stringify(described(view)) : `deleted ${printable(view.name)} of ${view.page}`);
}

/** A view as `--json` prints it: as in the API, with its link. */
const described = ({ can_change: _, ...view }: SavedView) => ({ ...view, link: pageLink(view) ?? null });

async function requireView({ database }: Context, name: string, page: string | undefined): Promise<SavedView> {
  const views = await listSavedViews(database.pool, operator, page);
  const found = views.filter((view) => view.name === name || view.id === name);
  const [view, ...others] = found;
  if (!view) {
    const { nearestName } = await import('../catalog/nearest-name.ts');
    const nearest = nearestName(
      name,
      views.map((one) => one.name),
    );
    throw new CommandError(
      `no shared view has the name or ID ${name}${nearest ? `; did you mean ${nearest}?` : '; sagecat views list shows all'}`,
    );
  }
  if (others.length === 0) return view;
  const choices = found.map(({ id, page: of, owner }) => `  ${id}   ${of}, saved by ${owner ?? 'no key'}`);
  throw new CommandError([`several views have the name ${name}; give the ID of one:`, ...choices].join('\n'));
}
