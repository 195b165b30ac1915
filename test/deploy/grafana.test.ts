import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { storePrices } from '../../db/billing/store-prices.ts';
import type { Database } from '../../db/database.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { generatedJobs, observationOf } from '../support/generated-jobs.ts';
import { testDatabase } from '../support/test-database.ts';

const folder = join(import.meta.dirname, '../../deploy/grafana');

interface Dashboard {
  readonly uid: string;
  readonly templating: {
    readonly list: readonly { readonly name: string; readonly type: string; readonly query: string }[];
  };
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly type: string;
    readonly gridPos: { readonly x: number; readonly w: number };
    readonly datasource: { readonly uid: string };
    readonly targets: readonly { readonly rawSql: string; readonly format: string }[];
  }[];
}

const dashboards: [file: string, dashboard: Dashboard][] = [];
for await (const file of glob('dashboards/*.json', { cwd: folder })) {
  dashboards.push([file, JSON.parse(await readFile(join(folder, file), 'utf8'))]);
}

describe('Grafana', () => {
  let db: Database;
  let values: Record<string, string>;
  before(async () => {
    db = await testDatabase();
    const jobs = generatedJobs({
      jobs: 300,
      accounts: 2,
      regions: 2,
      historyDays: 30,
      liveJobs: 30,
      anchor: Date.UTC(2026, 9, 31),
    });
    await storeRows(db.kysely, trainingJob, [...jobs].map(observationOf));
    const price = {
      source: 'list',
      account_id: '*',
      kind: 'training',
      valid_from: '2020-01-01',
      valid_to: null,
      discount_percent: null,
    } as const;
    const types = (
      await db.pool.query<{ region: string; instance_type: string }>(
        'SELECT DISTINCT region, instance_type FROM billing_usage_day WHERE instance_type IS NOT NULL',
      )
    ).rows;
    await storePrices(
      db.kysely,
      types.map(({ region, instance_type }) => ({ ...price, region, instance_type, price: '2' })),
      { origin: 'test' },
    );
    const list = async (column: string) =>
      (await db.pool.query<{ v: string }>(`SELECT DISTINCT ${column} AS v FROM billing_usage_day`)).rows
        .map(({ v }) => `'${v}'`)
        .join(',');
    values = {
      '${account:singlequote}': await list('account_id'),
      '${region:singlequote}': await list('region'),
      '${currency:raw}': 'USD',
      '${tag_key:raw}': 'team',
    };
  });
  after(() => db[Symbol.asyncDispose]());

  /** What Grafana makes of a query: its macros and variables filled in. */
  function filled(query: string): string {
    let text = query.replace(
      /\$__timeFilter\((\w+)\)/g,
      "$1 BETWEEN '2026-10-01T00:00:00Z' AND '2026-10-31T00:00:00Z'",
    );
    for (const [variable, value] of Object.entries(values)) text = text.replaceAll(variable, value);
    assert.doesNotMatch(text, /\$/, 'a macro or variable that this test does not know');
    return text;
  }
  /** Runs a query as the role that Grafana has. */
  async function run(query: string) {
    const client = await db.pool.connect();
    try {
      await client.query('BEGIN; SET LOCAL ROLE sagecat_reader');
      return await client.query(filled(query));
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  it('is given the data source and the folder that its dashboards name', async () => {
    const source = parse(await readFile(join(folder, 'provisioning/datasources/sagecat.yaml'), 'utf8'));
    const provider = parse(await readFile(join(folder, 'provisioning/dashboards/sagecat.yaml'), 'utf8'));
    assert.equal(source.datasources[0].uid, 'sagecat');
    assert.equal(provider.providers[0].options.path, '/var/lib/grafana/dashboards');
    assert.equal(new Set(dashboards.map(([, { uid }]) => uid)).size, 2);
    for (const [file, { panels }] of dashboards) {
      assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length, file);
      for (const { title, datasource, gridPos } of panels) {
        assert.equal(datasource.uid, 'sagecat', title);
        assert.ok(gridPos.x + gridPos.w <= 24, title);
      }
    }
  });

  it('does not start without its passwords', async () => {
    const compose = parse(await readFile(join(folder, '../../docker-compose.yml'), 'utf8'));
    const [shell, script] = compose.services.grafana.entrypoint;
    assert.ok(compose.services.grafana.volumes.includes(`./deploy/grafana/start.sh:${script}:ro`));
    const start = (env: Record<string, string>) =>
      promisify(execFile)(shell, [join(folder, 'start.sh'), 'echo', 'started'], {
        env: { PATH: process.env.PATH, ...env },
      });
    const [admin, reader] = [{ GF_SECURITY_ADMIN_PASSWORD: 'a' }, { SAGECAT_DB_PASSWORD: 'b' }];
    assert.equal((await start({ ...admin, ...reader })).stdout, 'started\n');
    await assert.rejects(start({ ...admin, SAGECAT_DB_PASSWORD: '' }), /set GRAFANA_DB_PASSWORD in \.env/);
    await assert.rejects(start({ ...reader, GF_SECURITY_ADMIN_PASSWORD: '' }), /set GRAFANA_ADMIN_PASSWORD in \.env/);
  });

  // These are empty where no crawl has run.
  const mayBeEmpty = new Set(['What the catalog covers']);

  for (const [file, { panels, templating }] of dashboards) {
    for (const panel of panels) {
      it(`runs "${panel.title}" of ${file}`, async () => {
        for (const { rawSql, format } of panel.targets) {
          const { rows, fields } = await run(rawSql);
          if (!mayBeEmpty.has(panel.title)) assert.ok(rows.length > 0, 'no row');
          if (format === 'time_series') assert.equal(fields[0]?.name, 'time');
          if (panel.type === 'stat') assert.notEqual(Object.values(rows[0] ?? {})[0], null);
        }
      });
    }
    for (const variable of templating.list.filter(({ type }) => type === 'query')) {
      it(`lists the values of ${variable.name} in ${file}`, async () =>
        assert.ok((await run(variable.query)).rows.length > 0));
    }
  }
});
