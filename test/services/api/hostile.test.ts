import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { OpenAPIV3_1 } from 'openapi-types';
import { type DocumentedRoute, hostileRequest } from '../../support/hostile-requests.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const numRuns = Number(process.env.HOSTILE_INPUTS ?? 1500);

describe('hostile requests', () => {
  let api: TestApi;
  let routes: DocumentedRoute[];
  before(async () => {
    api = await testApi();
    for (let index = 0; index < 20; index++) {
      const channel = { ChannelName: 'train', DataSource: { S3DataSource: { S3Uri: 's3://bucket/x' } } };
      const metric = { MetricName: 'loss', Value: index % 2 ? 'NaN' : 0.5 };
      await api.store({ TrainingJobName: `Job-${index}`, InputDataConfig: [channel], FinalMetricDataList: [metric] }, [
        'team:nlp',
      ]);
    }
    routes = documentedRoutes((await api.get('/openapi.json')).body);
    assert.ok(routes.length >= 10, `${routes.length} routes`);
  });
  after(() => api[Symbol.asyncDispose]());

  /** What every table of the catalog holds, as one fingerprint a table. */
  async function contents(): Promise<{ name: string; count: number; md5: string }[]> {
    const { rows: tables } = await api.database.pool.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
    );
    const fingerprints: { name: string; count: number; md5: string }[] = [];
    for (const { table_name: name } of tables) {
      const { rows } = await api.database.pool.query(
        `SELECT count(*)::int AS count, md5(COALESCE(string_agg(t::text, '' ORDER BY t::text), '')) AS md5 FROM "${name}" AS t`,
      );
      fingerprints.push({ name, ...rows[0] });
    }
    return fingerprints;
  }

  it('are answered, never by a 5xx, and change no row', async () => {
    const before = await contents();
    const seen = new Map<number, number>();
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(hostileRequest(routes), async (request) => {
        const answer = await api.app.inject(request);
        seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1);
        assert.ok(answer.statusCode < 500, `${answer.statusCode} ${answer.payload.slice(0, 300)}`);
        // A body that happens to ask for a crawl, as `{}` does, is a good one.
        if (request.url.startsWith('/v1/crawls') && request.method === 'POST' && answer.statusCode < 300) accepted += 1;
        if (answer.statusCode >= 400) assert.match(String(answer.headers['content-type']), /problem\+json/);
        // Only who signs out is told to forget a cookie.
        if (!request.url.startsWith('/v1/session')) assert.equal(answer.headers['set-cookie'], undefined);
      }),
      { numRuns },
    );
    assert.ok(
      (seen.get(200) ?? 0) > numRuns / 50,
      `only ${seen.get(200)} of ${numRuns} got through: ${[...seen].join(' ')}`,
    );
    const isCrawl = ({ name }: { name: string }) => name === 'crawl';
    const now = await contents();
    assert.deepEqual(
      now.filter((table) => !isCrawl(table)),
      before.filter((table) => !isCrawl(table)),
    );
    assert.ok((now.find(isCrawl)?.count ?? 0) <= accepted, 'crawls that nobody asked for');
  });
});

/** The routes of an OpenAPI document. */
function documentedRoutes({ paths = {} }: OpenAPIV3_1.Document): DocumentedRoute[] {
  const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
  return Object.entries(paths).flatMap(([path, item]) =>
    // A stream that has no end is no answer to wait for.
    (path === '/v1/changes/events' ? [] : methods).flatMap((method): DocumentedRoute[] => {
      const operation = item?.[method];
      if (!operation) return [];
      const parameters = (operation.parameters ?? []).flatMap((parameter) =>
        'in' in parameter && parameter.in === 'query' ? parameter.name : [],
      );
      // toUpperCase forgets which of the five it was.
      return [{ method: method.toUpperCase() as DocumentedRoute['method'], path, parameters }];
    }),
  );
}
