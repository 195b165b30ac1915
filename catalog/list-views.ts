import { type Field, type Fields, membersOf } from './fields.ts';
import type { ResourceSchema } from './resource-schema.ts';
import { snakeCase } from './snake-case.ts';

/** A relation that shows the members of a list or a map of a resource type, one row each. */
export interface ListView {
  readonly name: string;
  readonly description: string;
  /** Steps from the column to the list, the column first. */
  readonly path: readonly string[];
  readonly field: Field;
  /** What each row says beside the resource that it belongs to. */
  readonly members: readonly ListViewMember[];
}

export interface ListViewMember {
  readonly name: string;
  readonly description: string;
  /** Steps from the list's member to the value; empty for the member itself. */
  readonly path: readonly string[];
  /** The field, or what the view makes itself: the key or the value of a map's entry or of a tag. */
  readonly field: Field;
}

/** The longest name that PostgreSQL keeps whole. */
const maxNameLength = 63;

/** The views of a resource type's lists and maps, at every depth that no other list is above. */
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
  // The view of the tags shows their keys and values already.
  for (const { name, field } of type.columns) if (name !== 'tag_map') walk([name], field);
  return views;
}

/** The path joined to the table's name; only its last part where that would be longer than a name can be. */
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

/** Structs become columns of their own; lists and maps within a list's member stay whole. */
function flatMembers(members: Fields, above: readonly string[]): ListViewMember[] {
  return Object.entries(members).flatMap(([member, field]) => {
    const path = [...above, snakeCase(member)];
    if (field.kind === 'struct') return flatMembers(field.members, path);
    return [{ name: path.join('_'), description: field.description, path, field }];
  });
}
