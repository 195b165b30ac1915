import { validationError } from '../api-error.ts';
import type { PageFault } from '../faults.ts';
import { type Input, integer, oneOf, optionalString, requiredString } from '../input.ts';
import { orderOf, type SortBy } from '../order.ts';
import type { OverlayView } from '../overlay.ts';
import { takePage } from '../page.ts';
import { nextToken, readToken } from '../page-token.ts';
import { hashText } from '../population/random.ts';
import type { Item, Target } from '../target.ts';
import type { WireJob, WireTag } from '../wire.ts';
import { between } from './list-training-jobs.ts';
import { searchFilter } from './search-filter.ts';

/** The members of a described job that Search's TrainingJob does not have; JSON leaves out what is undefined. */
const LACKING = {
  BillableTokenCount: undefined,
  ProfilerRuleConfigurations: undefined,
  ProfilerRuleEvaluationStatuses: undefined,
  ProfilingStatus: undefined,
  RemoteDebugConfig: undefined,
  InfraCheckConfig: undefined,
  ServerlessJobConfig: undefined,
  MlflowConfig: undefined,
  MlflowDetails: undefined,
  ProgressInfo: undefined,
} as const satisfies { readonly [Member in keyof WireJob]?: undefined };

type SearchRecord = Omit<WireJob, keyof typeof LACKING> & { readonly Tags: readonly WireTag[] };

export interface SearchIndex {
  /** How far the index is behind, in milliseconds. */
  readonly lag: number;
  /** Share of the jobs that the index does not know, 0 to 1. */
  readonly missing: number;
}

/** Jobs looked at for one page; a narrow filter then answers short pages with a NextToken. */
const SCAN_LIMIT = 10_000;

const SORTS: Readonly<Record<string, SortBy>> = {
  CreationTime: 'CreationTime',
  LastModifiedTime: 'LastModifiedTime',
  TrainingJobName: 'Name',
  TrainingJobStatus: 'Status',
};

export interface FoundPage {
  readonly records: readonly SearchRecord[];
  readonly nextToken: string | undefined;
  readonly total: { readonly Value: number; readonly Relation: 'EqualTo' | 'GreaterThanOrEqualTo' };
}

export function search(target: Target, input: Input, now: number, index: SearchIndex, fault?: PageFault): FoundPage {
  const resource = requiredString(input, 'Resource');
  if (resource !== 'TrainingJob') throw validationError(`The simulator searches TrainingJob only, not ${resource}.`);
  const limit = integer(input, 'MaxResults', 1, 100, 10);
  const sortBy = SORTS[optionalString(input, 'SortBy') ?? 'LastModifiedTime'];
  if (sortBy === undefined)
    throw validationError(`The simulator sorts TrainingJob by ${Object.keys(SORTS).join(', ')} only.`);
  const descending = (oneOf(input, 'SortOrder', ['Ascending', 'Descending']) ?? 'Descending') === 'Descending';
  const filter = searchFilter(input.SearchExpression);
  const query = JSON.stringify({ ...input, NextToken: undefined, MaxResults: undefined });
  const text = optionalString(input, 'NextToken');
  const token = text === undefined ? undefined : readToken(query, text);

  const seen = now - index.lag;
  const view = target.overlay.view(seen);
  const exists = target.population.countAt(now);
  const count = token?.count ?? (index.lag > 0 ? target.population.calendar.firstCreatedAfter(seen, exists) : exists);
  const created = between(filter.createdAfter, filter.createdBefore);
  const [first, end] =
    sortBy === 'Name'
      ? [0, count]
      : created.range((time) => target.population.calendar.firstCreatedAfter(time, count), count);
  const at = token?.at ?? seen;
  const order = orderOf(target, { sortBy, descending, at, first, end });
  const record = (item: Item) => recordOf(target, item, view, seen);
  const knows = (item: Item) => index.missing === 0 || hashText(target.nameOf(item)) / 4294967296 >= index.missing;
  const matches = (item: Item) => sortBy !== 'Name' || createdWithin(target, item, created);
  const page = takePage({
    order,
    descending,
    view,
    cursor: token,
    limit: fault === 'empty' ? 0 : limit,
    includesPut: (job) => created.includes(job.CreationTime),
    accept: (item) => knows(item) && matches(item) && (filter.accepts === undefined || filter.accepts(record(item))),
    scanLimit: SCAN_LIMIT,
  });
  const exact = filter.accepts === undefined && index.missing === 0 && sortBy !== 'Name';
  return {
    records: page.items.map(record),
    nextToken: nextToken(query, { text, token }, page.next && { ...page.next, count, at }, fault),
    total: {
      Value: exact
        ? order.length -
          hiddenWithin(view, first, end) +
          view.live.filter((job) => created.includes(job.CreationTime)).length
        : page.items.length,
      Relation: exact ? 'EqualTo' : 'GreaterThanOrEqualTo',
    },
  };
}

function createdWithin(target: Target, item: Item, created: ReturnType<typeof between>): boolean {
  return created.includes(
    typeof item === 'number' ? target.population.calendar.createdAt(item) / 1000 : item.CreationTime,
  );
}

function hiddenWithin(view: OverlayView, first: number, end: number): number {
  let hidden = 0;
  for (const index of view.hidden) if (index >= first && index < end) hidden++;
  return hidden;
}

function recordOf(target: Target, item: Item, view: OverlayView, at: number): SearchRecord {
  return { ...target.describe(item, at), ...LACKING, Tags: target.tags(item, view) };
}
