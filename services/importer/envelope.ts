import { cliName } from '../../catalog/cli-name.ts';
import { isObject } from '../../catalog/is-object.ts';
import { nounOf } from '../../catalog/noun-of.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';

/** The content of an imported document: documents of resources, notes about it, or why it cannot be imported. */
export type Content =
  | { readonly document: unknown; readonly source: 'describe' | 'search' }
  | { readonly note: string }
  | { readonly error: string };

type Json = Readonly<Record<string, unknown>>;

/**
 * Unwraps what the AWS CLI and the SDKs put around resources of a type: the responses of its list and of Search, a recording
 * (`{operation, response}`), and an object whose only list holds resources, e.g. `{"TrainingJobs": [...]}`.
 */
export function openEnvelope(type: AnyResourceType, value: unknown): Content[] {
  const { identity, list } = type;
  if (Array.isArray(value)) return value.flatMap((item) => openEnvelope(type, item));
  if (!isObject(value) || identity.name in value || identity.arn in value) return [resourceOrSummary(type, value)];
  if (isObject(value.response)) return openEnvelope(type, value.response);
  const summaries = value[list.results];
  if (type.describe && Array.isArray(summaries)) {
    const held = summaries.length === 1 ? 'one summary' : `${summaries.length} summaries`;
    return [{ error: `holds ${held} of ${cliName(list.operation)}, and no ${nounOf(type)}; ${remedy(type)}` }];
  }
  if (Array.isArray(value.Results)) {
    return [...value.Results.map((result) => searchResult(type, result)), ...furtherPages(value)];
  }
  const lists = Object.entries(value).filter(([, member]) => Array.isArray(member) && member.some(isObject));
  const [only] = lists;
  if (lists.length === 1 && only && !('kind' in value) && !('detail-type' in value)) {
    return [...openEnvelope(type, only[1]), ...furtherPages(value)];
  }
  return [{ document: value, source: 'describe' }];
}

/** Returns the resource in a result of Search, an object whose only member is named after the resource type. */
function searchResult({ search, title }: AnyResourceType, result: unknown): Content {
  if (!isObject(result)) return { error: 'is a result of Search that is no object' };
  const found = search && result[search.resource];
  if (isObject(found)) return { document: found, source: 'search' };
  const [kind = 'nothing'] = Object.keys(result);
  const hint = search ? `search with --resource ${search.resource}` : `Search does not return a ${title}`;
  return { error: `is a result of Search of another kind (${kind.slice(0, 40)}); ${hint}` };
}

function resourceOrSummary(type: AnyResourceType, value: unknown): Content {
  if (isObject(value) && isSummary(type, value)) {
    return { error: `is a summary of ${cliName(type.list.operation)}; ${remedy(type)}` };
  }
  return { document: value, source: 'describe' };
}

/** Returns whether a document has what every summary has, and no setting of the resource besides its name. */
const isSummary = ({ describe, identity, list, settings }: AnyResourceType, value: Json): boolean =>
  describe !== undefined &&
  identity.createdAt in value &&
  list.changeMembers.slice(0, 2).every((member) => member in value) &&
  settings.every((member) => member === identity.name || !(member in value));

/** Returns what to import instead of a summary. */
function remedy({ search, describe, service }: AnyResourceType): string {
  const commands = [
    search && `\`aws ${service} search --resource ${search.resource}\``,
    describe &&
      `${search ? 'or, ' : ''}of each, \`aws ${service} ${cliName(describe.operation)} --${cliName(describe.by)} NAME\``,
  ].filter(Boolean);
  return `a summary is not the whole resource: import what ${commands.join(' ')} prints`;
}

const furtherPages = ({ NextToken: token }: Json): Content[] =>
  typeof token === 'string' && token !== ''
    ? [
        {
          note: 'has a NextToken: this is one page, and there are more; without --max-items the AWS CLI reads them all',
        },
      ]
    : [];
