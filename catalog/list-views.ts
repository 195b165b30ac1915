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
  const views: ListView[] = [];
  const walk = (path: readonly string[], field: Field) => {
    if (field.kind === 'struct') {
      for (const [member, inner] of Object.entries(field.members)) walk([...path, snakeCase(member)], inner);
    } else if (field.kind === 'struct-list' || field.kind === 'string-list' || field.kind === 'map') {
      const { description } = field;
      views.push({ name: viewName(type.name, path), description, path, field, members: membersOfList(path, field) });
    }
  };
  // The view of the tags already has their keys and values.
  for (const { name, field } of type.columns) if (name !== 'tag_map') walk([name], field);
  return views;
}

/** Returns the table's name and the path, joined; only the path's last part if that would be too long. */
function viewName(table: string, path: readonly string[]): string {
  const whole = [table, ...path].join('_');
  return whole.length <= maxNameLength ? whole : `${table}_${path.at(-1)}`;
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
