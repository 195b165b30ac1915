/** The file is not a Cost and Usage Report with jobs. */
export class CostReportError extends Error {
  override readonly name = 'CostReportError';
}

/** A line of a bill, from any kind of report. Texts are as written; amounts are decimals. */
export interface CostLine {
  readonly resource: string;
  readonly usageType: string;
  /** In the unit of the usage type: hours, GB-months, tokens. */
  readonly amount: string;
  readonly cost: string;
  /** `Usage`, or another kind of billing, e.g. SavingsPlanCoveredUsage. */
  readonly kind: string;
  readonly account: string;
  /** ISO 8601. */
  readonly start: string;
  readonly end: string;
}

/** The columns of a kind of report, by the canonical spelling of their names, and how to read a line from them. */
interface ReportFormat {
  readonly name: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Returns null for irrelevant lines: taxes, credits, fees, and lines that negate savings plans. */
  readonly read: (value: (name: string) => string) => CostLine | null;
}

const lineItemTypes = new Set(['Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage']);

/** Legacy reports and CUR 2.0: https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-cur2.html. */
const costAndUsage: ReportFormat = {
  name: 'a Cost and Usage Report',
  required: [
    'line_item_resource_id',
    'line_item_usage_type',
    'line_item_usage_amount',
    'line_item_unblended_cost',
    'line_item_line_item_type',
    'line_item_usage_account_id',
    'line_item_usage_start_date',
    'line_item_usage_end_date',
  ],
  optional: [],
  read: (value) =>
    lineItemTypes.has(value('line_item_line_item_type'))
      ? {
          resource: value('line_item_resource_id'),
          usageType: value('line_item_usage_type'),
          amount: value('line_item_usage_amount'),
          cost: value('line_item_unblended_cost'),
          kind: value('line_item_line_item_type'),
          account: value('line_item_usage_account_id'),
          start: value('line_item_usage_start_date'),
          end: value('line_item_usage_end_date'),
        }
      : null,
};

/**
 * FOCUS with AWS columns: https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-focus-1-2-aws-columns.html. The effective
 * cost is what a line of a savings plan is worth, whose billed cost is zero.
 */
const focus: ReportFormat = {
  name: 'a FOCUS export',
  required: [
    'resourceid',
    'x_usagetype',
    'consumedquantity',
    'chargecategory',
    'subaccountid',
    'chargeperiodstart',
    'chargeperiodend',
  ],
  optional: ['effectivecost', 'billedcost', 'commitmentdiscounttype', 'pricingquantity'],
  read: (value) =>
    value('chargecategory') === 'Usage'
      ? {
          resource: value('resourceid'),
          usageType: value('x_usagetype'),
          amount: value('consumedquantity') || value('pricingquantity'),
          cost: value('effectivecost') || value('billedcost'),
          kind: value('commitmentdiscounttype') || 'Usage',
          account: value('subaccountid'),
          start: value('chargeperiodstart'),
          end: value('chargeperiodend'),
        }
      : null,
};

const formats = [costAndUsage, focus];

/** `lineItem/ResourceId` and `line_item_resource_id` are the same name, and so are `ResourceId` and `resourceid`. */
function canonicalName(name: string): string {
  const plain = name.replace(/^\uFEFF/, '').trim();
  if (!plain.includes('/')) return plain.toLowerCase();
  return plain
    .replace('/', '_')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/** Reads the lines of a file with these columns. */
export interface LineReader {
  /** The required columns, as the file names them. */
  readonly columns: readonly string[];
  /** Returns null for an irrelevant line. */
  read(record: Readonly<Record<string, unknown>>): CostLine | null;
}

/** Recognizes the kind of report by the names of its columns. Throws CostReportError if it is none, or lacks columns. */
export function lineReader(names: readonly string[]): LineReader {
  const byCanonical = new Map(names.map((name) => [canonicalName(name), name]));
  const missing = formats.map(({ required }) => required.filter((name) => !byCanonical.has(name)));
  const format = formats.find((_, index) => missing[index]?.length === 0);
  if (!format) {
    const nearest = formats
      .map((candidate, index) => ({ candidate, lacks: missing[index] ?? [] }))
      .find(({ candidate, lacks }) => lacks.length < candidate.required.length / 2);
    throw new CostReportError(
      nearest
        ? `${nearest.candidate.name} without the column ${nearest.lacks.join(', ')}`
        : 'neither a Cost and Usage Report (line_item_resource_id or lineItem/ResourceId, …) nor a FOCUS export (ResourceId, x_UsageType, …)',
    );
  }
  const columns = [...format.required, ...format.optional].flatMap((name) => byCanonical.get(name) ?? []);
  return {
    columns,
    read: (record) => {
      const line = format.read((name) => text(record[byCanonical.get(name) ?? '']));
      return line && { ...line, start: instant(line.start), end: instant(line.end) };
    },
  };
}

/** Sums are computed from decimals as written; a number's shortest spelling is the intended one. */
const text = (value: unknown): string =>
  value === null || value === undefined ? '' : value instanceof Date ? value.toISOString() : String(value);

function instant(written: string): string {
  const date = new Date(
    /^\d{4}-\d\d-\d\d \d\d:\d\d/.test(written) ? `${written.slice(0, 19).replace(' ', 'T')}Z` : written,
  );
  if (Number.isNaN(date.getTime())) throw new CostReportError('it has a line whose time of use is no time');
  return date.toISOString();
}
