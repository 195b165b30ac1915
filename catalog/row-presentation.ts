import { consoleLink, logsLink } from './console-link.ts';
import type { Fields } from './fields.ts';
import type { Fact, FactSection, Stage } from './presentation.ts';
import { readableJson } from './readable-json.ts';
import type { CatalogRow } from './resource-schema.ts';
import type { AnyResourceType } from './resource-types.ts';

type Row = CatalogRow<Fields> & { readonly region: string };

/** What is displayed of a resource besides what every type has. */
export interface RowPresentation {
  readonly name: string;
  /** Its statuses, the main one first, without repetition. */
  readonly statuses: readonly string[];
  /** The failure reason; null if it did not fail, or without a known reason. */
  readonly failureReason: string | null;
  /** The URLs of the resource and its logs in the AWS console. */
  readonly consoleUrl: string | undefined;
  readonly logsUrl: string | undefined;
  readonly times: readonly Fact[];
  readonly stages: readonly Stage[];
  readonly costs: readonly Fact[];
  readonly sections: readonly FactSection[];
}

/** Returns what to display of a row, by its type's presentation; without one, every field with a value. */
export function rowPresentation(type: AnyResourceType, row: Row): RowPresentation {
  const { key, presentation, failure } = type;
  const name = String(row[key.name]);
  const statuses = (presentation?.statuses ?? []).flatMap((field) => (row[field] ? [String(row[field])] : []));
  const reason = failure && row[failure.reason];
  return {
    name,
    statuses: [...new Set(statuses)],
    failureReason: reason ? String(reason) : null,
    consoleUrl: consoleLink(type, row.region, name),
    logsUrl: logsLink(type, row.region, name),
    times: presentation?.times?.(row) ?? [],
    stages: presentation?.stages?.(row) ?? [],
    costs: presentation?.costs?.(row) ?? [],
    sections: presentation?.sections(row) ?? [allFields(type, row)],
  };
}

/** Returns every field with a value, for types without a presentation. */
function allFields({ columns, key }: AnyResourceType, row: Row): FactSection {
  const told = [...Object.values(key), 'account_id', 'tags', 'tag_map'];
  return {
    title: 'Fields',
    facts: columns
      .filter(({ name }) => !told.includes(name))
      .map(({ name }) => ({ name, value: fieldText(row[name]) })),
  };
}

/** Returns a value on one line; lists and structs as JSON that can be wrapped. */
export const fieldText = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'object' ? readableJson(value) : String(value);
