import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { QueryClient } from '@tanstack/react-query';
import { facetsQuery, fieldsQuery, type ResourceType } from '../api/queries.ts';
import { quoteField, quoteValue } from './edit-query.ts';

const times: readonly Completion[] = [
  { label: '>now-1h', detail: 'the last hour' },
  { label: '>now-24h', detail: 'the last 24 hours' },
  { label: '>now-7d', detail: 'the last 7 days' },
  { label: '>now-30d', detail: 'the last 30 days' },
  { label: '[now-1M/M TO now/M}', detail: 'last month' },
  { label: 'now/d', detail: 'today, UTC' },
];
const comparisons: readonly Completion[] = [
  { label: '>', detail: 'greater than' },
  { label: '<', detail: 'less than' },
  { label: '[ TO ]', detail: 'a range' },
  { label: '*', detail: 'has a value' },
];
const keywords: readonly Completion[] = [
  { label: 'AND', type: 'keyword', boost: -50 },
  { label: 'OR', type: 'keyword', boost: -50 },
  { label: 'NOT', type: 'keyword', boost: -50 },
];

/** Fields that people ask for most come first. */
function favourites({ presentation: { statuses, key, columns, filters, failure } }: ResourceType): ReadonlySet<string> {
  const most = filters.slice(0, 4).map(({ path }) => path);
  const shown = columns.map(({ fields: [first] }) => first);
  return new Set(
    [...statuses, ...most, ...shown, key.name, key.created_at, failure?.reason, 'account_name', 'tags'].flatMap(
      (field) => field ?? [],
    ),
  );
}

/** Completes fields by the catalog's definition and values by the catalog's rows. */
export function completeQuery(queries: QueryClient, type: ResourceType) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const term = context.matchBefore(/(?:[^\s()"\\]|\\.|"(?:\\.|[^"\\])*"?)*/);
    if (!term || (term.text === '' && !context.explicit)) return null;
    const sign = /^[-!+]/.test(term.text) ? 1 : 0;
    const text = term.text.slice(sign);
    const colon = text.indexOf(':');
    const from = term.from + sign;
    if (colon === -1) return { from, options: [...(await fields(queries, type)), ...keywords], validFor: /^[\w.]*$/ };
    const field = text.slice(0, colon).replaceAll(/\\(.)/g, '$1');
    return {
      from: from + colon + 1,
      options: await values(queries, type, field, text.slice(colon + 1)),
      validFor: /^[\w./*-]*$/,
    };
  };
}

async function fields(queries: QueryClient, of: ResourceType): Promise<Completion[]> {
  const known = await queries.fetchQuery(fieldsQuery(of.name));
  const first = favourites(of);
  return known.map(({ path, type, description }) => ({
    label: path,
    apply: /MAP/.test(type) ? `${path}.` : `${path}:`,
    type: 'property',
    detail: type.toLowerCase().replaceAll('_', ' '),
    info: description,
    boost: first.has(path) ? 10 : path.includes('.') ? -5 : 0,
  }));
}

async function values(queries: QueryClient, of: ResourceType, field: string, typed: string): Promise<Completion[]> {
  const known = await queries.fetchQuery(fieldsQuery(of.name));
  const type = known.find(({ path }) => path === field)?.type;
  if (type === 'TIMESTAMP') return [...times, ...comparisons];
  if (type === 'STRUCT' || type === 'UNORDERED_LIST_STRUCT') return [{ label: '*', detail: 'has a value' }];
  const begun = typed.replace(/^["(]/, '');
  // Beyond the most frequent values those are asked for that begin as what is typed.
  const q = type === 'STRING' && /^[\w./-]{2,}$/.test(begun) ? `${quoteField(field)}:${begun}*` : undefined;
  const counted = async (selection: { q?: string }) =>
    (await queries.fetchQuery({ ...facetsQuery(of.name, selection, [field], 50), staleTime: 60_000 })).facets[0]
      ?.values ?? [];
  const found = await counted(q === undefined ? {} : { q }).catch(() => []);
  return [
    ...found.map(({ value, count }, index) => ({
      label: quoteValue(value),
      detail: String(count),
      type: 'constant',
      boost: 20 - Math.min(index, 40),
    })),
    ...(type === 'INT32' || type === 'INT64' || type === 'FLOAT' ? comparisons : comparisons.slice(3)),
  ];
}
