/** The usage of one resource, or of several with its name, in a Cost and Usage Report. */
export interface ReportedResource {
  readonly resource_type: string;
  /** In lower case. */
  readonly arn: string;
  readonly instance_seconds: number;
  /** Exact decimal: unblended cost of the instance hours. */
  readonly compute_cost: string;
  readonly storage_cost: string;
  /** Kinds of line items other than plain usage, e.g. SavingsPlanCoveredUsage. */
  readonly line_item_types: readonly string[];
  readonly lines: number;
}

/** The usage of a resource in the catalog. */
export interface CataloguedResource {
  readonly resource_type: string;
  /** In lower case. */
  readonly arn: string;
  /** On-demand, spot and warm pool seconds. */
  readonly instance_seconds: number;
  readonly prepaid_instance_seconds: number;
  /** Exact decimal: compute and warm pool; null without a price. */
  readonly compute_cost: string | null;
  readonly has_unknown_time: boolean;
  /** Whether it ran, or had a warm pool, outside the period of the report. */
  readonly crosses_edge: boolean;
}

export type Verdict = 'agrees' | 'time differs' | 'cost differs' | 'only in the report' | 'only in the catalog';

export interface Finding {
  readonly resource_type: string;
  readonly arn: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly reported_seconds: number | null;
  readonly catalogued_seconds: number | null;
  readonly reported_cost: string | null;
  readonly catalogued_cost: string | null;
}

/** Returns the tolerance in seconds: hours in a report are rounded to ten places or fewer, which is less than a second per line. */
const secondsOfRounding = (lines: number): number => Math.max(1, lines * 0.5);
const centsOfRounding = 0.01;

/**
 * Compares a report with the catalog resource by resource, and gives a possible reason for each difference. `isWhole` is false if a part of
 * the report could not be read.
 */
export function reconcile(
  reported: readonly ReportedResource[],
  catalogued: readonly CataloguedResource[],
  { isWhole = true }: { readonly isWhole?: boolean } = {},
): Finding[] {
  const known = new Map(catalogued.map((resource) => [resource.arn, resource]));
  const seen = new Set(reported.map(({ arn }) => arn));
  return [
    ...reported.map((resource) => compare(resource, known.get(resource.arn), isWhole)),
    ...catalogued
      .filter(({ arn, instance_seconds }) => !seen.has(arn) && instance_seconds > 0)
      .map(
        (resource): Finding => ({
          resource_type: resource.resource_type,
          arn: resource.arn,
          verdict: 'only in the catalog',
          reason: resource.crosses_edge
            ? 'it ran at the edge of what the report covers'
            : isWhole
              ? 'the report has no line for it: it may be incomplete, or leave out resource IDs'
              : unreadPart,
          reported_seconds: null,
          catalogued_seconds: resource.instance_seconds,
          reported_cost: null,
          catalogued_cost: resource.compute_cost,
        }),
      ),
  ];
}

const unreadPart = 'a part of the report could not be read';

function compare(reported: ReportedResource, catalogued: CataloguedResource | undefined, isWhole: boolean): Finding {
  const finding = {
    resource_type: reported.resource_type,
    arn: reported.arn,
    reported_seconds: reported.instance_seconds,
    catalogued_seconds: catalogued?.instance_seconds ?? null,
    reported_cost: reported.compute_cost,
    catalogued_cost: catalogued?.compute_cost ?? null,
  };
  if (!catalogued) {
    return {
      ...finding,
      verdict: 'only in the report',
      reason: 'the catalog does not have it: is its account and region crawled?',
    };
  }
  const seconds = reported.instance_seconds - catalogued.instance_seconds;
  if (Math.abs(seconds) > secondsOfRounding(reported.lines)) {
    return { ...finding, verdict: 'time differs', reason: whyTime(seconds, catalogued, isWhole) };
  }
  if (catalogued.compute_cost === null) {
    return { ...finding, verdict: 'cost differs', reason: 'the catalog has no price for it: sagecat prices missing' };
  }
  if (Math.abs(Number(reported.compute_cost) - Number(catalogued.compute_cost)) > centsOfRounding) {
    return { ...finding, verdict: 'cost differs', reason: whyCost(reported, catalogued.compute_cost) };
  }
  return { ...finding, verdict: 'agrees', reason: '' };
}

function whyTime(seconds: number, resource: CataloguedResource, isWhole: boolean): string {
  if (seconds < 0 && !isWhole) return unreadPart;
  if (resource.has_unknown_time)
    return 'it or its warm pool is not settled, or is older than the catalog: not all of its time is known';
  if (resource.crosses_edge) return 'it ran at the edge of what the report covers';
  if (resource.prepaid_instance_seconds > 0) return 'part of it is on prepaid capacity, which the catalog keeps apart';
  return seconds > 0
    ? 'more was billed than SageMaker told: crawl again'
    : 'less was billed than SageMaker told: the report may be incomplete';
}

function whyCost({ line_item_types, instance_seconds, compute_cost }: ReportedResource, catalogued: string): string {
  if (line_item_types.length > 0) return `it was billed as ${line_item_types.join(' and ')}, not at the list price`;
  const paid = ((Number(compute_cost) / instance_seconds) * 3600).toPrecision(6);
  const priced = ((Number(catalogued) / instance_seconds) * 3600).toPrecision(6);
  return `an instance hour was billed at ${Number(paid)} on average and is priced at ${Number(priced)}`;
}
