import { type FlatRow, flatten } from '../../../catalog/flatten.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';

/** A listed resource: what tells it apart, and what tells that it has changed. */
export interface Summary {
  readonly arn: string;
  readonly name: string;
  /** ISO 8601 to the millisecond. */
  readonly created: string;
  /** Catalog columns of the members that the listing shows. */
  readonly signs: Readonly<Record<string, FlatRow[string]>>;
  /** The summary as it was answered. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** Reads a summary of the listing; undefined where it does not even identify a resource. */
export function readSummary(type: AnyResourceType, members: Readonly<Record<string, unknown>>): Summary | undefined {
  const flat = flatten(type, members);
  if (!flat.ok) return undefined;
  const { arn, name, createdAt } = type.key;
  const shown = type.columns.filter(
    ({ member }) => member !== undefined && type.list.changeMembers.includes(member) && members[member] !== undefined,
  );
  return {
    arn: String(flat.row[arn]),
    name: String(flat.row[name]),
    created: String(flat.row[createdAt]),
    members,
    signs: Object.fromEntries(shown.map((column) => [column.name, flat.row[column.name] ?? null])),
  };
}
