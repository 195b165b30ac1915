import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { asOfDdl } from './as-of-ddl.ts';
import type { DdlObject } from './ddl-object.ts';
import { listViewDdl } from './list-view-ddl.ts';
import { resourceIndexDdl } from './resource-index-ddl.ts';
import { resourceTableDdl } from './resource-table-ddl.ts';

/** Returns every object of a resource type, in the order of creation. */
export const resourceTypeDdl = (type: AnyResourceType): DdlObject[] => [
  ...resourceTableDdl(type),
  ...resourceIndexDdl(type),
  ...asOfDdl(type),
  ...listViewDdl(type),
];

/** Returns the DDL of a new resource type, for its migration. */
export const createResourceType = (type: AnyResourceType): string =>
  sections(resourceTypeDdl(type).filter(({ key }) => !key.startsWith('column ')));

/** Joins statements, with an empty line before each new object. */
export const sections = (objects: readonly DdlObject[]): string =>
  objects
    .map(({ key, create }, position) => (position > 0 && /^(view|function|table) /.test(key) ? `\n${create}` : create))
    .join('\n')
    .concat('\n');

/** Tables with rows of every resource type. */
const keyedByType = [
  'resource_change',
  ...['crawl_coverage', 'crawl_lease', 'crawl_missing', 'crawl_revisit'],
  ...['billing_usage', 'billing_job', 'billing_rate', 'billing_stale_day'],
  ...['billing_usage_day_stored', 'billing_waste_day_stored', 'billing_phase_day_stored', 'billing_tag_day_stored'],
];

/** Returns the down migration: drops the resources and their views, and deletes their rows in other tables. */
export const dropResourceType = (type: AnyResourceType): string =>
  [
    ...resourceTypeDdl(type)
      .filter(({ key }) => key.startsWith('view ') || key.startsWith('function ') || key.startsWith('table '))
      .toReversed()
      .map(({ drop }) => drop),
    ...keyedByType.map((table) => `DELETE FROM ${table} WHERE resource_type = '${type.name}';`),
    '',
  ].join('\n');
