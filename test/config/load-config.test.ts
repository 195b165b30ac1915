import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ConfigError } from '../../config/config-error.ts';
import { loadConfig } from '../../config/load-config.ts';

describe('loadConfig', () => {
  let cwd: string;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-config-'));
  });
  after(() => rm(cwd, { recursive: true }));

  const load = async (yaml: string, env: NodeJS.ProcessEnv = {}) => {
    await writeFile(join(cwd, 'test.yaml'), yaml);
    return loadConfig({ file: 'test.yaml', env, cwd }).config;
  };
  const problems = async (yaml: string, env: NodeJS.ProcessEnv = {}): Promise<readonly string[]> => {
    try {
      await load(yaml, env);
    } catch (error) {
      assert.ok(error instanceof ConfigError);
      return error.problems;
    }
    return [];
  };

  it('fills in the defaults where there is no file', () => {
    const { config, file } = loadConfig({ env: {}, cwd });
    assert.equal(file, undefined);
    assert.equal(config.api.host, '127.0.0.1');
    assert.equal(config.api.port, 8080);
    assert.equal(config.database.data_dir, '.sagecat');
    assert.equal(config.accounts, undefined);
  });

  it('reads accounts and regions', async () => {
    const config = await load(`
regions: [us-east-1, eu-west-1]
accounts:
  - id: "111122223333"
    name: research
    role_arn: arn:aws:iam::111122223333:role/SagecatReadOnly
    external_id: 3f9c
    regions: [us-west-2]
  - id: "444455556666"
    profile: sandbox
    session_name: audit
`);
    assert.deepEqual(config.regions, ['us-east-1', 'eu-west-1']);
    assert.equal(config.accounts?.[0]?.role_arn, 'arn:aws:iam::111122223333:role/SagecatReadOnly');
    assert.equal(config.accounts?.[1]?.profile, 'sandbox');
  });

  it('says what a channel lacks, and what it has of another kind', async () => {
    assert.deepEqual(
      (
        await problems(`channels:
  - { name: ops, kind: webhook, url: "https://ops.example.org", topic_arn: "arn:aws:sns:us-east-1:111122223333:a" }
  - { name: ops, kind: log }
  - { name: mail, kind: email, to: [a@example.org], from: b@example.org }
`)
      ).map((problem) => problem.replace(/^\S+ /, '')),
      [
        'channels[0].secret_env is missing: webhook needs secret_env',
        'channels[0].topic_arn is no key of webhook',
        'channels[1].name is the name of an earlier channel, too: ops',
        'channels[2].smtp_env is missing: email needs smtp_env',
      ],
    );
  });

  it('takes sagecat.yaml of the working directory, SAGECAT_CONFIG before it and --config before both', async () => {
    await writeFile(join(cwd, 'sagecat.yaml'), 'api: {port: 1}');
    await writeFile(join(cwd, 'env.yaml'), 'api: {port: 2}');
    await writeFile(join(cwd, 'flag.yaml'), 'api: {port: 3}');
    const env = { SAGECAT_CONFIG: 'env.yaml' };
    assert.equal(loadConfig({ env: {}, cwd }).config.api.port, 1);
    assert.equal(loadConfig({ env, cwd }).config.api.port, 2);
    assert.equal(loadConfig({ file: 'flag.yaml', env, cwd }).config.api.port, 3);
    await rm(join(cwd, 'sagecat.yaml'));
  });

  it('names a file that is missing, and who asked for it', () => {
    assert.throws(
      () => loadConfig({ file: 'none.yaml', env: {}, cwd }),
      /none\.yaml: there is no such file or folder \(from --config\)/,
    );
    assert.throws(() => loadConfig({ env: { SAGECAT_CONFIG: 'none.yaml' }, cwd }), /from SAGECAT_CONFIG/);
  });

  it('reports every problem at once, each with its line and key', async () => {
    const found = await problems(`regions: [us-east-1, eu_west]
accounts:
  - id: 111122223333
    role_arnn: x
  - id: "111122223333"
    regions: []
api: {port: 99999}
log: {level: loud}`);
    assert.deepEqual(
      found.map((problem) => /^test\.yaml:(\d+):\d+ (\S+)/.exec(problem)?.slice(1)),
      [
        ['1', 'regions[1]'],
        ['4', 'accounts[0].role_arnn'],
        ['3', 'accounts[0].id'],
        ['6', 'accounts[1].regions'],
        ['7', 'api.port'],
        ['8', 'log.level'],
      ],
    );
    assert.match(found[1] ?? '', /did you mean role_arn\?/);
    assert.match(found[2] ?? '', /in quotes/);
  });

  it('checks what belongs together', async () => {
    const one = (body: string) => problems(`accounts: [{id: "111122223333", ${body}}]`);
    assert.match(
      (await one('regions: [us-east-1], role_arn: "arn:aws:iam::999999999999:role/R"'))[0] ?? '',
      /another account/,
    );
    assert.match((await one('regions: [us-east-1], external_id: abc'))[0] ?? '', /add role_arn/);
    assert.match((await one('name: x'))[0] ?? '', /accounts\[0\]\.regions is missing/);
    const twice = await problems('regions: [us-east-1]\naccounts: [{id: "111122223333"}, {id: "111122223333"}]');
    assert.match(twice[0] ?? '', /listed twice/);
  });

  it('reads an organization, whose accounts have all of their regions unless told otherwise', async () => {
    const { organization, regions } = await load('organization: {}');
    assert.deepEqual(organization, { role_name: 'SagecatReadOnly', exclude: [], cache_hours: 24 });
    assert.equal(regions, undefined);
    const full = await load(`
regions: all
organization:
  role_name: catalog/Reader
  external_id: 3f9c
  management_role_arn: arn:aws:iam::999988887777:role/Lister
  units: [ou-abcd-12345678, r-abcd]
  exclude: ["111122223333", ou-abcd-87654321]
  cache_hours: 1.5
accounts: [{id: "111122223333", regions: all}, {id: "444455556666"}]`);
    assert.equal(full.regions, 'all');
    assert.equal(full.accounts?.[0]?.regions, 'all');
    assert.deepEqual(full.organization?.units, ['ou-abcd-12345678', 'r-abcd']);
  });

  it('says what is wrong with an organization, and with regions that are neither names nor all', async () => {
    const found = await problems(`regions: every
organization:
  units: [Workloads]
  exclude: [sandbox]
  role_name: "arn:aws:iam::111122223333:role/R"
  cache_hours: -1
history: {retention_days: 0}
crawl:
  share: 1.1
  requests_per_second: {list: 0, describes: 3}
  timeout_seconds: 0
  batch_size: 5000`);
    assert.deepEqual(
      found.map((problem) => /^test\.yaml:(\d+):\d+ (\S+)/.exec(problem)?.slice(1)),
      [
        ['1', 'regions'],
        ['5', 'organization.role_name'],
        ['3', 'organization.units[0]'],
        ['4', 'organization.exclude[0]'],
        ['6', 'organization.cache_hours'],
        ['10', 'crawl.requests_per_second.describes'],
        ['10', 'crawl.requests_per_second.list'],
        ['9', 'crawl.share'],
        ['11', 'crawl.timeout_seconds'],
        ['12', 'crawl.batch_size'],
        ['7', 'history.retention_days'],
      ],
    );
    assert.match(found[0] ?? '', /cannot be this\. Regions of accounts that name none: a list, or all/);
    assert.match(found[5] ?? '', /did you mean describe\?/);
  });

  it('names the operation that was meant', async () => {
    const rates = (text: string) => problems(`crawl: {requests_per_second: {operations: {${text}}}}`);
    assert.match((await rates('DescribeTrainingJobs: 20'))[0] ?? '', /did you mean DescribeTrainingJob\?/);
    assert.match((await rates('DescribeTrainingJob: 0'))[0] ?? '', /operations\.DescribeTrainingJob/);
    const { crawl } = await load('crawl: {requests_per_second: {operations: {DescribeTrainingJob: 20}}}');
    assert.deepEqual(crawl.requests_per_second.operations, { DescribeTrainingJob: 20 });
  });

  it('says where a file is no YAML', async () => {
    assert.match((await problems('accounts: [\n  - x: "'))[0] ?? '', /^test\.yaml:\d+:\d+ is no YAML/);
    assert.match((await problems('just text'))[0] ?? '', /test\.yaml:1:1 the file must be object/);
  });

  it('lets the environment go before the file, and checks it alike', async () => {
    const config = await load('api: {port: 1}\ndatabase: {url: "postgres://file/x"}', {
      SAGECAT_PORT: '2',
      DATABASE_URL: 'postgres://env/x',
      SAGECAT_LOG_LEVEL: '',
    });
    assert.equal(config.api.port, 2);
    assert.equal(config.database.url, 'postgres://env/x');
    assert.equal(config.log.level, 'info');
    assert.match(
      (await problems('', { SAGECAT_PORT: 'many' }))[0] ?? '',
      /^SAGECAT_PORT \(environment\) must be integer/,
    );
    assert.match((await problems('', { DATABASE_URL: 'mysql://x' }))[0] ?? '', /^DATABASE_URL \(environment\)/);
  });

  it('takes proxies by address, network and name, and says what is none', async () => {
    for (const [yaml, value] of [
      ['true', true],
      ['false', false],
      ['loopback', 'loopback'],
      [
        '[10.0.0.0/8, "2001:db8::/32", 192.0.2.1, uniquelocal]',
        ['10.0.0.0/8', '2001:db8::/32', '192.0.2.1', 'uniquelocal'],
      ],
    ] as const) {
      assert.deepEqual((await load(`api: {trust_proxy: ${yaml}}`)).api.trust_proxy, value);
    }
    for (const yaml of [
      '1',
      '10.0.0.0/33',
      '10.0.0.0/0',
      'proxy.example.org',
      '[]',
      'null',
      '{}',
      '[loopback, 10.0.0]',
    ]) {
      const [problem = '', ...more] = await problems(`api: {trust_proxy: ${yaml}}`);
      assert.match(problem, /api\.trust_proxy(\[1\])? must be true, false, or addresses such as 10\.0\.0\.1/, yaml);
      assert.deepEqual(more, []);
    }
  });
});
