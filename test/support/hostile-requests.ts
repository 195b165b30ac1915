import fc from 'fast-check';

/** A route of the OpenAPI document. */
export interface DocumentedRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly string[];
}

export interface HostileRequest {
  readonly method: DocumentedRoute['method'];
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload?: string;
}

const words = [
  ...[
    'training_job_status',
    'resource_config.instance_type',
    'tags',
    'hyper_parameters.lr',
    'creation_time',
    'account_id',
  ],
  ...[
    'input_data_config.channel_name',
    'final_metric_data_list.value',
    'billable_time_in_seconds',
    '_exists_',
    'region',
  ],
  ...['hyper_parameters', 'billable_token_count', 'deleted_at', 'enable_managed_spot_training', 'resource_config'],
  ...[
    ':',
    ':>',
    ':<=',
    ':[',
    ' TO ',
    ']',
    '{',
    '}',
    '(',
    ')',
    '"',
    '\\',
    '*',
    '?',
    '-',
    '!',
    '+',
    ' AND ',
    ' OR ',
    ' NOT ',
  ],
  ...[
    'now',
    'now-7d',
    'now/M',
    '2026-01-01',
    '9999-12-31',
    '0000-00-00',
    '1e999',
    '-0',
    'NaN',
    'Infinity',
    '99999999999999999999',
  ],
  ...[
    'true',
    'null',
    'count',
    'sum(',
    'p99.9(',
    'avg(billable_time_in_seconds)',
    ',',
    'day',
    'minute',
    'Europe/Berlin',
    'csv',
    'parquet',
  ],
  ...[
    "'",
    "';--",
    '" OR 1=1 --',
    '); DROP TABLE aws_sagemaker_trainingjob; --',
    "' UNION SELECT pg_sleep(10) --",
    '$1',
    '%00',
    '{{7*7}}',
  ],
  ...[
    '../',
    '%2e%2e%2f',
    '\u0000',
    '\u202e',
    '\ud800',
    '😀',
    '\r\nSet-Cookie: a=b',
    'ﬀ',
    'İ',
    '__proto__',
    'constructor',
    'toString',
  ],
];

const soup = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...words) },
    fc.string({ maxLength: 5 }),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  { maxLength: 12 },
);
const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: soup.map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.constantFrom(...words) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...words, 'a'), fc.integer({ min: 10, max: 3000 }))
      .map(([word, times]) => word.repeat(times).slice(0, 12_000)),
  },
);

/** Text in a URL: properly encoded, or with a broken encoding. */
const encoded = fc.tuple(text, fc.integer({ min: 0, max: 9 })).map(([value, fate]) => {
  const right = encodeURIComponent(value.toWellFormed());
  if (fate === 0) return right.replaceAll('%2', '%');
  return fate === 1 ? right.slice(0, -1) : right;
});

const json: fc.Arbitrary<string> = fc.oneof(
  fc.json(),
  text,
  fc
    .record(
      { sql: text, parameters: fc.array(fc.oneof(text, fc.double(), fc.constant(null)), { maxLength: 3 }) },
      { requiredKeys: [] },
    )
    .map((body) => JSON.stringify(body)),
  fc.integer({ min: 1, max: 20_000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
  fc.integer({ min: 1, max: 20_000 }).map((length) => JSON.stringify({ sql: 'x', parameters: Array(length).fill(1) })),
);

/** Generates requests to an API's routes that no well-behaved client sends. */
export function hostileRequest(routes: readonly DocumentedRoute[]): fc.Arbitrary<HostileRequest> {
  return fc
    .tuple(
      fc.constantFrom(...routes),
      fc.array(fc.tuple(fc.nat(), encoded, fc.boolean()), { maxLength: 5 }),
      fc.array(encoded, { minLength: 3, maxLength: 3 }),
      json,
      fc.constantFrom(
        'application/json',
        'application/json',
        'text/plain',
        'application/xml',
        'multipart/form-data',
        '',
      ),
      text,
    )
    .map(([route, queries, segments, payload, contentType, header]) => {
      let segment = 0;
      const path = route.path.replace(/\{[^}]+\}/g, () => segments[segment++] ?? 'x');
      const names = [...route.parameters, 'unknown'];
      const query = queries
        // Mostly existing parameters, so that the code behind them is reached.
        .map(
          ([at, value, isPlain]) =>
            `${isPlain ? names[at % names.length] : (route.parameters[at % Math.max(1, route.parameters.length)] ?? 'q')}=${value}`,
        )
        .join('&');
      const request = {
        method: route.method,
        url: `${path}${query === '' ? '' : `?${query}`}`,
        headers: { 'x-request-id': header.replace(/[^\x20-\x7e]/g, '').slice(0, 200), 'if-none-match': '*' },
      };
      if (route.method === 'GET') return request;
      return {
        ...request,
        payload,
        headers: { ...request.headers, ...(contentType !== '' && { 'content-type': contentType }) },
      };
    });
}
