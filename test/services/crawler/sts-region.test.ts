import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { openAccount } from '../../../services/crawler/account-session.ts';
import { openSts, stsRegion } from '../../../services/crawler/aws/sts.ts';
import { startSimulator } from '../../../services/simulator/simulator.ts';

const environment = { ...process.env };
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sagecat-sts-'));
});
after(() => rm(folder, { recursive: true }));
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, { AWS_EC2_METADATA_DISABLED: 'true', AWS_CONFIG_FILE: join(folder, 'none') });
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});

test('STS is asked in the region of the environment or of the profile, if that is in the partition', async () => {
  process.env.AWS_REGION = 'eu-central-1';
  assert.equal(await stsRegion('us-west-2', undefined), 'eu-central-1');
  assert.equal(await stsRegion('cn-north-1', undefined), 'cn-northwest-1');
  process.env.AWS_REGION = 'us-iso-west-1';
  assert.equal(await stsRegion('us-iso-east-1', undefined), 'us-iso-west-1');
  delete process.env.AWS_REGION;
  process.env.AWS_CONFIG_FILE = join(folder, 'config');
  await writeFile(join(folder, 'config'), '[profile paris]\nregion = eu-west-3\n');
  assert.equal(await stsRegion('us-west-2', 'paris'), 'eu-west-3');
});

test('without a region of its own it is asked where the partition is never off', async () => {
  const regions = {
    'ap-east-1': 'us-east-1',
    'cn-north-1': 'cn-northwest-1',
    'us-gov-east-1': 'us-gov-west-1',
    'us-iso-west-1': 'us-iso-east-1',
    'us-isob-west-1': 'us-isob-east-1',
    'eu-isoe-west-1': 'eu-isoe-west-1',
    'us-isof-east-1': 'us-isof-south-1',
    'eusc-de-east-1': 'eusc-de-east-1',
  };
  for (const [region, asked] of Object.entries(regions)) assert.equal(await stsRegion(region, undefined), asked);
});

test('its host is the regional one of the partition, or the global one where the configuration says legacy', async () => {
  const hostIn = async (region: string) => {
    const credentials = { accessKeyId: 'A', secretAccessKey: 'B' };
    const { config } = await openSts({ region, credentials });
    assert.ok(config.endpointProvider);
    const useGlobal = Boolean(config.useGlobalEndpoint);
    return config.endpointProvider({ Region: region, UseGlobalEndpoint: useGlobal }, {}).url.hostname;
  };
  assert.equal(await hostIn('us-east-1'), 'sts.us-east-1.amazonaws.com');
  assert.equal(await hostIn('us-isof-south-1'), 'sts.us-isof-south-1.csp.hci.ic.gov');
  assert.equal(await hostIn('eusc-de-east-1'), 'sts.eusc-de-east-1.amazonaws.eu');
  process.env.AWS_STS_REGIONAL_ENDPOINTS = 'legacy';
  assert.equal(await hostIn('us-east-1'), 'sts.amazonaws.com');
  delete process.env.AWS_STS_REGIONAL_ENDPOINTS;
  process.env.AWS_CONFIG_FILE = join(folder, 'legacy');
  await writeFile(join(folder, 'legacy'), '[default]\nsts_regional_endpoints = legacy\n');
  assert.equal(await hostIn('us-east-1'), 'sts.amazonaws.com');
});

test('a role is assumed there, and its account crawled in a region of a sovereign cloud', async () => {
  const id = '111111111111';
  await using simulator = await startSimulator({ jobs: 3, accounts: [{ id }], regions: ['eusc-de-east-1'] });
  Object.assign(process.env, simulator.env);
  const [account] = simulator.accounts;
  assert.equal(account?.roleArn, `arn:aws-eusc:iam::${id}:role/SagecatReadOnly`);
  const session = await openAccount(
    { id, roleArn: account.roleArn, regions: ['eusc-de-east-1'] },
    new AbortController().signal,
  );
  assert.ok(session.ok, JSON.stringify(session));
  assert.equal(simulator.stats.calls({ operation: 'AssumeRole', region: 'eusc-de-east-1' }).calls, 1);
});
