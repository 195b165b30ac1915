import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { stringify } from 'csv-stringify/sync';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { billedTypes } from '../../../catalog/billing/billed-types.ts';
import { nearestName } from '../../../catalog/nearest-name.ts';
import { readAccountNames } from '../../../db/accounts/read-names.ts';
import { readPeriod } from '../../../db/billing/read-period.ts';
import { readPriceOrigins } from '../../../db/billing/read-price-origins.ts';
import type { UsageSums } from '../../../db/billing/read-usage.ts';
import { readUsageReport, usageSumNames, type WithPrevious } from '../../../db/billing/usage-report.ts';
import {
  type BucketUnit,
  dimensions,
  findDimension,
  type Period,
  type UsageRequest,
} from '../../../db/billing/usage-request.ts';
import { CoverageReader } from '../coverage.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { parameterError } from '../parameter-error.ts';
import { ProblemError } from '../problem.ts';
import { billingUsageParameters, billingUsageSchema, defaultGroups } from '../schemas/billing-usage.ts';
import { problems } from '../schemas/problem.ts';
import { readSelection } from '../selection.ts';
import { shownTypes } from '../shown-types.ts';
import { requireTimeZone } from '../time-zone.ts';

type Query = Static<ReturnType<typeof billingUsageParameters>>;

const maxDimensions = 6;
const maxBuckets = 10_000;
const bucketMilliseconds: Record<BucketUnit, number> = {
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_592_000_000,
};

/** `GET /v1/billing/usage`: billable time and cost by group and bucket, as JSON or CSV. */
export function billingUsageRoutes(scope: FastifyInstance, dependencies: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const billed = shownTypes(dependencies).filter(({ billing }) => billing);
  const [firstBilled] = billedTypes;
  if (billed.length === 0 || !firstBilled) return;
  const coverage = new CoverageReader();
  const clock = () => dependencies.now?.() ?? new Date();
  app.get(
    '/v1/billing/usage',
    {
      schema: {
        operationId: 'billing_usage',
        summary: 'Add up billable time and cost',
        description: `What ${billed.map(({ title }) => `${title}s`).join(', ')} used in a period, by group and time bucket, beside the period before. What ran across a boundary is split over it pro rata; the parts add up to the whole.`,
        tags: ['billing'],
        querystring: billingUsageParameters(billed.map(({ name }) => name)),
        response: {
          200: {
            description: 'The sums, as JSON or, with format=csv, as CSV.',
            content: { 'application/json': { schema: billingUsageSchema }, 'text/csv': { schema: Type.String() } },
          },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { query } = request;
      const timeZone = query.time_zone ?? 'UTC';
      requireTimeZone(timeZone);
      const type = billedTypes.find(({ name }) => name === query.type);
      const searched = type ?? firstBilled;
      const groupBy = readDimensions(query.group_by);
      const [answer, covered, period, previous, origins, names] = await request.read(async (db) => {
        const now = clock();
        const compared = await readPeriod(db, { ...readEnds(query, now, timeZone), timeZone });
        checkPeriod(compared.period, query.bucket);
        const before = query.compare === 'previous' ? compared.previous : undefined;
        const usage: UsageRequest = {
          period: compared.period,
          groupBy,
          bucket: query.bucket,
          timeZone,
          accounts: request.caller.accounts,
          type,
          jobs: query.q ? readSelection(searched, { q: query.q, deleted: true }, request, now.getTime()) : undefined,
        };
        return [
          await readUsageReport(db, usage, before),
          await coverage.of(db, query.q ? searched : type, request.caller),
          compared.period,
          before ?? null,
          await readPriceOrigins(db),
          groupBy.includes('account_id') ? await readAccountNames(db) : undefined,
        ] as const;
      });
      const limit = query.limit ?? defaultGroups;
      const rows = answer.rows.slice(0, limit);
      if (query.format === 'csv') {
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="billing-usage.csv"')
          .send(csvOf(rows, groupBy, { names, compared: previous !== null }));
      }
      return reply.send({
        ...period,
        time_zone: timeZone,
        bucket: query.bucket ?? null,
        group_by: groupBy,
        previous,
        price_origins: origins,
        buckets: answer.buckets,
        items: rows.map(({ now: { bucket, group, currency, ...sums }, previous: before }) => ({
          bucket,
          group: Object.fromEntries(groupBy.map((name, index) => [name, group[index] ?? null])),
          ...(names && { account_name: accountName(group, groupBy, names) }),
          currency,
          ...sums,
          ...(previous && { previous: before }),
        })),
        truncated: answer.rows.length > limit,
        totals: answer.totals.map(({ now, previous: before }) => ({ ...now, ...(previous && { previous: before }) })),
        ...covered,
      });
    },
  );
}

/** Dimensions by their names, separated by commas; one in the key of a tag is written `\,`. */
function readDimensions(text = ''): UsageRequest['groupBy'] {
  const names = text === '' ? [] : text.split(/(?<!\\),/).map((name) => name.trim().replaceAll('\\,', ','));
  if (names.length > maxDimensions)
    throw parameterError('group_by', `at most ${maxDimensions} dimensions can be grouped by`);
  return names.map((name) => {
    const dimension = findDimension(name);
    if (!dimension) {
      throw parameterError(
        'group_by',
        `nothing can be grouped by ${JSON.stringify(name)}; it can be ${dimensions.join(', ')} or tag:KEY`,
        {
          nearest: nearestName(name, dimensions),
        },
      );
    }
    return dimension;
  });
}

const moment = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i;

function readEnds({ from, to }: Query, now: Date, timeZone: string): { from: string; to: string } {
  for (const [name, text] of Object.entries({ from, to })) {
    const day = text === undefined ? undefined : moment.exec(text)?.[1];
    const exists = day !== undefined && new Date(`${day}T00:00:00Z`).getUTCDate() === Number(day.slice(8));
    if (text !== undefined && !(exists && !Number.isNaN(Date.parse(text)))) {
      throw parameterError(name, `it must be a day such as 2026-10-01 or a time such as 2026-10-01T08:00:00Z`);
    }
  }
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
  return { from: from ?? `${today.slice(0, 7)}-01`, to: to ?? now.toISOString() };
}

function checkPeriod({ from, to }: Period, bucket: BucketUnit | undefined): void {
  const length = Date.parse(to) - Date.parse(from);
  if (length <= 0) throw parameterError('to', 'it must be after from');
  if (bucket && length / bucketMilliseconds[bucket] > maxBuckets) {
    throw new ProblemError(
      400,
      `the period has more than ${maxBuckets} buckets: ask for a shorter one or longer buckets`,
    );
  }
}

/** The account's name, if the groups are accounts. */
const accountName = (
  group: readonly (string | null)[],
  groupBy: readonly string[],
  names: ReadonlyMap<string, string>,
): string | null => names.get(group[groupBy.indexOf('account_id')] ?? '') ?? null;

/** Writes a line of names, then a line for each row. Null is an empty field. */
function csvOf(
  rows: readonly WithPrevious<
    UsageSums & { bucket: string | null; currency: string; group: readonly (string | null)[] }
  >[],
  groupBy: readonly string[],
  { names, compared }: { names: ReadonlyMap<string, string> | undefined; compared: boolean },
): string {
  const header = [
    'bucket',
    ...groupBy,
    ...(names ? ['account_name'] : []),
    'currency',
    ...usageSumNames,
    ...(compared ? usageSumNames.map((name) => `previous_${name}`) : []),
  ];
  const text = (value: unknown) => (typeof value === 'bigint' ? String(value) : value);
  return stringify(
    [
      header,
      ...rows.map(({ now, previous }) => [
        now.bucket,
        ...now.group,
        ...(names ? [accountName(now.group, groupBy, names)] : []),
        now.currency,
        ...usageSumNames.map((name) => text(now[name])),
        ...(compared ? usageSumNames.map((name) => text(previous?.[name] ?? null)) : []),
      ]),
    ],
    { record_delimiter: '\r\n' },
  );
}
