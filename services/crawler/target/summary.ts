import { type FlatRow, flatten } from '../../../catalog/flatten.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';

/** A listed resource: the members that identify it, and those that show that it has changed. */
export interface Summary {
  readonly arn: string;
  readonly name: string;
  /** ISO 8601 with milliseconds. */
  readonly created: string;
  /** Catalog columns of the members in the listing. */
  readonly columns: Readonly<Record<string, FlatRow[string]>>;
  /** The summary as it was received. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** Reads a summary of the listing; returns undefined if it does not identify a resource. */
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
    columns: Object.fromEntries(shown.map((column) => [column.name, flat.row[column.name] ?? null])),
  };
}
