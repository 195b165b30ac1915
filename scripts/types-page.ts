import { actionsOf } from '../catalog/iam-policy.ts';
import { listViews } from '../catalog/list-views.ts';
import { type AnyResourceType, resourceTypes } from '../catalog/resource-types.ts';
import { inlineCode, markdownTable } from './markdown-table.ts';

/** Returns `docs/types.md`: what each resource type has and can do, from its definition. */
export const typesPage = (): string => `<!-- Generated from the definitions in catalog/ by npm run generate:iam. -->
# Resource types

What sagecat catalogues. The name of a type is also the name of its table, and of its routes: \`/v1/resources/NAME\`.
\`crawl.types\` in the [configuration](configuration.md) chooses the types that are crawled. [Adding a resource type](development.md#adding-a-resource-type) shows how to add one.

${markdownTable(['type', 'crawled by default', 'list', 'describe', 'Search', 'billed', 'events', 'formats'], resourceTypes.map(summaryOf))}
${resourceTypes.map(sectionOf).join('\n')}`;

const summaryOf = (type: AnyResourceType): string[] => [
  `[\`${type.name}\`](#${type.name})`,
  yes(type.isCrawledByDefault),
  code(type.list.operation),
  code(type.describe?.operation),
  yes(type.search),
  yes(type.billing),
  yes(type.events),
  String(type.formats?.length ?? 0),
];

function sectionOf(type: AnyResourceType): string {
  const { describe, search, events, formats = [], policies = [], facets } = type;
  return `## \`${type.name}\`

${type.description}

${markdownTable(
  ['', ''],
  [
    ['columns', `${type.columns.length}; one view per list: ${codes(listViews(type).map(({ name }) => name))}`],
    ['lists', code(type.list.operation)],
    ['describes', codes([describe?.operation, describe?.completedBy?.operation])],
    ['searches', search ? `\`Search\` for \`${search.resource}\`` : 'no'],
    ['facets', codes(facets)],
    ['billed', billed(type)],
    ['EventBridge event', code(events?.detailType)],
    ['formats besides JSON', codes(formats.map(({ name }) => name))],
    ['built-in policies', codes(policies.map(({ name }) => name))],
    ['IAM actions', codes(actionsOf(type))],
  ],
)}`;
}

function billed({ billing }: AnyResourceType): string {
  if (!billing) return 'no';
  return billing.isOngoing ? 'while it exists' : 'for its run';
}

const yes = (value: unknown): string => (value ? 'yes' : 'no');
const code = (text: string | undefined): string => codes([text]);
const codes = (texts: readonly (string | undefined)[]): string =>
  inlineCode(texts.filter((text) => text !== undefined)) || 'none';
