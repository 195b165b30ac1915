import { type Field, type Fields, membersOf } from './fields.ts';
import type { ResourceSchema } from './resource-schema.ts';
import { snakeCase } from './snake-case.ts';

/** A view with one row for each element of a list or a map of a resource type. */
export interface ListView {
  readonly name: string;
  readonly description: string;
  /** Steps from the column to the list, the column first. */
  readonly path: readonly string[];
  readonly field: Field;
  /** The columns of each row, besides those that identify the resource. */
  readonly members: readonly ListViewMember[];
}

export interface ListViewMember {
  readonly name: string;
  readonly description: string;
  /** Steps from the list's element to the value; empty for the element itself. */
  readonly path: readonly string[];
  /** The field, or one that only the view has: the key or the value of a map's entry or of a tag. */
  readonly field: Field;
}

/** PostgreSQL's limit on the length of a name. */
const maxNameLength = 63;

/** Returns the views of a resource type's lists and maps, at every depth that is not inside another list. */
export function listViews(type: ResourceSchema): ListView[] {
  const views: Omit<ListView, 'name'>[] = [];
  const walk = (path: readonly string[], field: Field) => {
    if (field.kind === 'struct') {
      for (const [member, inner] of Object.entries(field.members)) walk([...path, snakeCase(member)], inner);
    } else if (field.kind === 'struct-list' || field.kind === 'string-list' || field.kind === 'map') {
      views.push({ description: field.description, path, field, members: membersOfList(path, field) });
    }
  };
  // The view of the tags already has their keys and values.
  for (const { name, field } of type.columns) if (name !== 'tag_map') walk([name], field);
  const names = viewNames(
    type.name,
    views.map(({ path }) => path),
  );
  return views.map((view) => ({ name: names.get(view.path) ?? '', ...view }));
}

/**
 * Returns the names of views: the table's name and the path, joined; only the path's last part if that would be too long. Of several lists
 * that would have one name, those deeper down have the path's first part too, or a number if that would be too long as well.
 */
function viewNames(table: string, paths: readonly (readonly string[])[]): ReadonlyMap<readonly string[], string> {
  const names = new Map<readonly string[], string>();
  const taken = new Set<string>();
  for (const path of paths.toSorted((a, b) => a.length - b.length)) {
    const [whole = '', last = '', ends = ''] = [path, path.slice(-1), [path[0], path.at(-1)]].map((parts) =>
      [table, ...parts].join('_'),
    );
    const numbers = Array.from({ length: paths.length }, (_, index) => `${last}_${index + 2}`);
    const wanted = whole.length <= maxNameLength ? [whole] : [last, ...(ends.length <= maxNameLength ? [ends] : [])];
    const name = [...wanted, ...numbers].find((one) => !taken.has(one)) ?? last;
    taken.add(name);
    names.set(path, name);
  }
  return names;
}

function membersOfList(path: readonly string[], field: Field): ListViewMember[] {
  const inner = membersOf(field);
  if (inner) return flatMembers(inner, []);
  const text = (name: string, description: string): ListViewMember => ({
    name,
    description,
    path: [],
    field: { kind: 'string', description },
  });
  if (field.kind === 'map') return [text('key', 'Key of the entry.'), text('value', 'Value of the entry.')];
  if (path.length === 1 && path[0] === 'tags') {
    return [text('tag', 'The tag as key:value.'), text('key', 'Key of the tag.'), text('value', 'Value of the tag.')];
  }
  return [text('value', field.description)];
}

/** Structs become columns; lists and maps within a list's element stay whole. */
function flatMembers(members: Fields, above: readonly string[]): ListViewMember[] {
  return Object.entries(members).flatMap(([member, field]) => {
    const path = [...above, snakeCase(member)];
    if (field.kind === 'struct') return flatMembers(field.members, path);
    return [{ name: path.join('_'), description: field.description, path, field }];
  });
}
