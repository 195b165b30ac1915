import type { PageFault } from '../faults.ts';
import { type Input, integer, oneOf, optionalString, timestamp } from '../input.ts';
import { orderOf } from '../order.ts';
import { type Page, takePage } from '../page.ts';
import { nextToken, readToken } from '../page-token.ts';
import type { WireSummary } from '../population/population.ts';
import type { Target } from '../target.ts';
import type { WireJob } from '../wire.ts';

const STATUSES = ['InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped', 'Deleting'] as const;
const WARM_POOL_STATUSES = ['Available', 'Terminated', 'Reused', 'InUse'] as const;

/** A page of summaries as AWS takes it: creation times select what is paged over, all other filters empty the page afterwards. */
export interface ListedPage {
  readonly summaries: readonly WireSummary[];
  readonly nextToken: string | undefined;
}

export function listTrainingJobs(target: Target, input: Input, now: number, fault?: PageFault): ListedPage {
  const limit = integer(input, 'MaxResults', 1, 100, 10);
  const sortBy = oneOf(input, 'SortBy', ['Name', 'CreationTime', 'Status']) ?? 'CreationTime';
  const descending = (oneOf(input, 'SortOrder', ['Ascending', 'Descending']) ?? 'Descending') === 'Descending';
  const created = between(timestamp(input, 'CreationTimeAfter'), timestamp(input, 'CreationTimeBefore'));
  const keep = pageFilter(input);
  const query = JSON.stringify({ ...input, NextToken: undefined, MaxResults: undefined });
  const text = optionalString(input, 'NextToken');
  const token = text === undefined ? undefined : readToken(query, text);

  const { calendar } = target.population;
  // Descending and ranked listings stay with the jobs they began with; ascending ones meet the new jobs at their end.
  const exists = target.population.countAt(now);
  const count = token !== undefined && (descending || sortBy !== 'CreationTime') ? token.count : exists;
  const [first, end] =
    sortBy === 'Name' ? [0, count] : created.range((time) => calendar.firstCreatedAfter(time, count), count);
  const at = token?.at ?? now;
  const order = orderOf(target, { sortBy, descending, at, first, end });
  const page: Page = takePage({
    order,
    descending,
    view: target.overlay.view(),
    cursor: token,
    limit: fault === 'empty' ? 0 : limit,
    includesPut: (job: WireJob) => created.includes(job.CreationTime),
  });
  const summaries = page.items
    .map((item) => target.summary(item, now))
    .filter((summary) => created.includes(summary.CreationTime) && keep(summary));
  const next = page.next && { ...page.next, count, at };
  return { summaries, nextToken: nextToken(query, { text, token }, next, fault) };
}

interface TimeRange {
  includes(time: unknown): boolean;
  /** [first, end) of the indices within, given how many were created up to a time in milliseconds. */
  range(firstAfter: (milliseconds: number) => number, count: number): [number, number];
}

/** Strictly between two moments in epoch seconds. */
export function between(after: number | undefined, before: number | undefined): TimeRange {
  return {
    includes: (time) =>
      typeof time === 'number' && (after === undefined || time > after) && (before === undefined || time < before),
    range: (firstAfter, count) => [
      after === undefined ? 0 : firstAfter(Math.floor(after * 1000 + 1e-4)),
      before === undefined ? count : firstAfter(Math.ceil(before * 1000 - 1e-4) - 1),
    ],
  };
}

function pageFilter(input: Input): (summary: WireSummary) => boolean {
  const status = oneOf(input, 'StatusEquals', STATUSES);
  const warmPool = oneOf(input, 'WarmPoolStatusEquals', WARM_POOL_STATUSES);
  const plan = optionalString(input, 'TrainingPlanArnEquals');
  const name = optionalString(input, 'NameContains');
  const after = timestamp(input, 'LastModifiedTimeAfter');
  const before = timestamp(input, 'LastModifiedTimeBefore');
  const modified = between(after, before);
  return (summary) =>
    (status === undefined || summary.TrainingJobStatus === status) &&
    (warmPool === undefined || summary.WarmPoolStatus?.Status === warmPool) &&
    (plan === undefined || summary.TrainingPlanArn === plan) &&
    (name === undefined || (summary.TrainingJobName ?? '').includes(name)) &&
    ((after === undefined && before === undefined) || modified.includes(summary.LastModifiedTime));
}
