import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { asOfDdl } from './as-of-ddl.ts';
import type { DdlObject } from './ddl-object.ts';
import { listViewDdl } from './list-view-ddl.ts';
import { resourceIndexDdl } from './resource-index-ddl.ts';
import { resourceTableDdl } from './resource-table-ddl.ts';

/** Everything that the database holds for a resource type, in an order in which it can be created. */
export const resourceTypeDdl = (type: AnyResourceType): DdlObject[] => [
  ...resourceTableDdl(type),
  ...resourceIndexDdl(type),
  ...asOfDdl(type),
  ...listViewDdl(type),
];

/** The DDL of a new resource type, as its migration holds it. */
export const createResourceType = (type: AnyResourceType): string =>
  sections(resourceTypeDdl(type).filter(({ key }) => !key.startsWith('column ')));

/** Statements one below the other, with an empty line before what begins a new thing. */
export const sections = (objects: readonly DdlObject[]): string =>
  objects
    .map(({ key, create }, position) => (position > 0 && /^(view|function|table) /.test(key) ? `\n${create}` : create))
    .join('\n')
    .concat('\n');

/** Tables that keep rows of every resource type. */
const keyedByType = [
  'resource_change',
  ...['crawl_coverage', 'crawl_lease', 'crawl_missing', 'crawl_revisit'],
  ...['billing_usage', 'billing_job', 'billing_rate', 'billing_stale_day'],
  ...['billing_usage_day_stored', 'billing_waste_day_stored', 'billing_phase_day_stored', 'billing_tag_day_stored'],
];

/** The way back: the resources and their views are gone, and so is all that is kept of them elsewhere. */
export const dropResourceType = (type: AnyResourceType): string =>
  [
    ...resourceTypeDdl(type)
      .filter(({ key }) => key.startsWith('view ') || key.startsWith('function ') || key.startsWith('table '))
      .toReversed()
      .map(({ drop }) => drop),
    ...keyedByType.map((table) => `DELETE FROM ${table} WHERE resource_type = '${type.name}';`),
    '',
  ].join('\n');
