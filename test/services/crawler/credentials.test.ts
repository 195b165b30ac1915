import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { resourceTypes } from '../../../catalog/resource-types.ts';
import { crawlSettings } from '../../../config/crawl-section.ts';
import { openAccount } from '../../../services/crawler/account-session.ts';
import type { AccountTarget } from '../../../services/crawler/account-target.ts';
import type { AccountCredentials } from '../../../services/crawler/aws/credentials.ts';
import { SageMakerCaller } from '../../../services/crawler/aws/sagemaker-caller.ts';
import { serviceClock } from '../../../services/crawler/aws/service-clock.ts';
import { listRegions } from '../../../services/crawler/discovery/list-regions.ts';
import { RateLimits } from '../../../services/crawler/rate/rate-limits.ts';
import { CallCounts } from '../../../services/crawler/target/call-counts.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { unlimitedRates } from '../../support/crawl-simulator.ts';
import { CredentialServer } from '../../support/credential-server.ts';

const home = '111111111111';
const member = '222222222222';
const roleArn = `arn:aws:iam::${member}:role/SagecatReadOnly`;

let simulator: Simulator;
let server: CredentialServer;
let folder: string;
let environment: NodeJS.ProcessEnv;

beforeEach(async () => {
  environment = { ...process.env };
  simulator = await startSimulator({ jobs: 4, liveJobs: 0, regions: 1, accounts: [{ id: home }, { id: member }] });
  server = await new CredentialServer({ keys: () => simulator.credentialsOf(home), sts: simulator.url }).listen();
  folder = await mkdtemp(join(tmpdir(), 'sagecat-credentials-'));
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, {
    HOME: folder,
    AWS_ENDPOINT_URL: simulator.url,
    AWS_ENDPOINT_URL_STS: server.url,
    AWS_ENDPOINT_URL_SSO: server.url,
    AWS_ENDPOINT_URL_SSO_OIDC: server.url,
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
  });
});

afterEach(async () => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
  await simulator.close();
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** A way to come by the keys of an account: sets it up, and renews it after the keys were rotated. */
interface Kind {
  readonly setUp: () => Promise<void>;
  readonly renew?: () => Promise<void>;
  readonly profile?: string;
}

const file = (name: string, text: string) => writeFile(join(folder, name), text);
const keysFor = (profile: string) => {
  const { accessKeyId, secretAccessKey } = simulator.credentialsOf(home);
  return `[${profile}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
};
const env = async (variables: Record<string, string>) => void Object.assign(process.env, variables);
const ssoToken = (name: string, expiresAt: number) =>
  file(
    `.aws/sso/cache/${createHash('sha1').update(name).digest('hex')}.json`,
    JSON.stringify({
      accessToken: server.token,
      expiresAt: new Date(expiresAt).toISOString(),
      clientId: 'client',
      clientSecret: 'secret',
      refreshToken: 'refresh',
    }),
  );
const ssoProfile = (session: string) =>
  `[profile sso]\n${session}\nsso_account_id = ${home}\nsso_role_name = Reader\nregion = us-east-1\n`;

const staticKeys = async () => {
  const { accessKeyId, secretAccessKey } = simulator.credentialsOf(home);
  await env({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey });
};

const kinds: Record<string, Kind> = {
  'keys in the environment': { setUp: staticKeys, renew: staticKeys },
  'keys in the shared credentials file': {
    setUp: () => file('credentials', keysFor('default')),
    renew: () => file('credentials', keysFor('default')),
  },
  'keys of a named profile': {
    profile: 'work',
    setUp: () => file('credentials', keysFor('work')),
    renew: () => file('credentials', keysFor('work')),
  },
  'keys in the shared configuration file': {
    profile: 'work',
    setUp: () => file('config', keysFor('profile work')),
    renew: () => file('config', keysFor('profile work')),
  },
  credential_process: {
    profile: 'tool',
    setUp: async () => {
      await file('config', `[profile tool]\ncredential_process = cat ${join(folder, 'printed.json')}\n`);
      await kinds.credential_process?.renew?.();
    },
    renew: async () => {
      const { accessKeyId, secretAccessKey } = simulator.credentialsOf(home);
      await file(
        'printed.json',
        JSON.stringify({ Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey }),
      );
    },
  },
  'a web identity token': {
    setUp: async () => {
      await file('token', server.token);
      await env({
        AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, 'token'),
        AWS_ROLE_ARN: `arn:aws:iam::${home}:role/web`,
      });
    },
    renew: async () => {
      server.token = 'token-2';
      await file('token', server.token);
    },
  },
  'a web identity token of a profile': {
    profile: 'web',
    setUp: async () => {
      await file('token', server.token);
      const lines = [`web_identity_token_file = ${join(folder, 'token')}`, `role_arn = arn:aws:iam::${home}:role/web`];
      await file('config', `[profile web]\n${lines.join('\n')}\n`);
    },
    renew: async () => {
      server.token = 'token-2';
      await file('token', server.token);
    },
  },
  'a container (ECS, EKS pod identity)': {
    setUp: async () => {
      await file('authorization', server.token);
      await env({
        AWS_CONTAINER_CREDENTIALS_FULL_URI: `${server.url}/container`,
        AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: join(folder, 'authorization'),
      });
    },
    renew: async () => {
      server.token = 'token-2';
      await file('authorization', server.token);
    },
  },
  'an instance role (IMDSv2)': {
    setUp: () => env({ AWS_EC2_METADATA_DISABLED: 'false', AWS_EC2_METADATA_SERVICE_ENDPOINT: server.url }),
  },
  'IAM Identity Center': {
    profile: 'sso',
    setUp: async () => {
      await mkdir(join(folder, '.aws/sso/cache'), { recursive: true });
      await ssoToken('work', Date.now() + 3_600_000);
      const session = '[sso-session work]\nsso_start_url = https://example.awsapps.com/start\nsso_region = us-east-1\n';
      await file('config', `${ssoProfile('sso_session = work')}\n${session}`);
    },
    renew: async () => {
      server.token = 'token-2';
      await ssoToken('work', Date.now() + 3_600_000);
    },
  },
  'IAM Identity Center without a session': {
    profile: 'sso',
    setUp: async () => {
      await mkdir(join(folder, '.aws/sso/cache'), { recursive: true });
      const start = 'https://example.awsapps.com/start';
      await ssoToken(start, Date.now() + 3_600_000);
      await file('config', ssoProfile(`sso_start_url = ${start}\nsso_region = us-east-1`));
    },
    renew: async () => {
      server.token = 'token-2';
      await ssoToken('https://example.awsapps.com/start', Date.now() + 3_600_000);
    },
  },
};

async function open(account: AccountTarget): Promise<AccountCredentials> {
  const session = await openAccount(account, new AbortController().signal);
  assert.ok(session.ok, JSON.stringify(session));
  return session.credentials;
}

const callerOf = (credentials: AccountCredentials, accountId: string) =>
  new SageMakerCaller({
    accountId,
    region: 'us-east-1',
    credentials,
    limits: new RateLimits(resourceTypes, crawlSettings({ requests_per_second: unlimitedRates })),
    counts: new CallCounts(),
    signal: new AbortController().signal,
    timeoutMs: 10_000,
    unreachableAfterMs: 10_000,
  });

describe('credentials that are renewed while a process runs', () => {
  for (const [name, { setUp, renew, profile }] of Object.entries(kinds)) {
    it(`${name}: found again when they were rotated, by one for all`, async () => {
      await setUp();
      const credentials = await open({ profile, regions: ['us-east-1'] });
      using caller = callerOf(credentials, home);
      assert.ok((await caller.call('ListTrainingJobs', {})).TrainingJobSummaries);
      const asked = server.issued;
      simulator.rotateKeys(home);
      await renew?.();
      await Promise.all(Array.from({ length: 20 }, () => caller.call('ListTrainingJobs', {})));
      assert.ok(server.issued - asked <= 1, `${server.issued - asked} times`);
    });

    it(`${name}: a role assumed over them goes on as well`, async () => {
      await setUp();
      const credentials = await open({ id: member, roleArn, profile, regions: ['us-east-1'] });
      using caller = callerOf(credentials, member);
      await caller.call('ListTrainingJobs', {});
      simulator.rotateKeys(home);
      await renew?.();
      simulator.expireCredentials();
      const before = simulator.stats.calls({ operation: 'AssumeRole' }).calls;
      await Promise.all(Array.from({ length: 20 }, () => caller.call('ListTrainingJobs', {})));
      assert.equal(simulator.stats.calls({ operation: 'AssumeRole' }).calls - before, 1);
    });
  }

  it('a role of a profile, over the keys of another profile', async () => {
    const config = `[profile reader]\nrole_arn = ${roleArn}\nsource_profile = base\n`;
    await file('config', config);
    await file('credentials', keysFor('base'));
    using caller = callerOf(await open({ profile: 'reader', regions: ['us-east-1'] }), member);
    await caller.call('ListTrainingJobs', {});
    simulator.rotateKeys(home);
    await file('credentials', keysFor('base'));
    simulator.expireCredentials();
    await caller.call('ListTrainingJobs', {});
  });

  it('the other services of AWS go on as well', async () => {
    await file('credentials', keysFor('default'));
    const credentials = await open({ regions: ['us-east-1'] });
    const signal = new AbortController().signal;
    const ask = () => listRegions({ accountId: undefined, credentials, region: 'us-east-1', signal });
    await ask();
    simulator.rotateKeys(home);
    await file('credentials', keysFor('default'));
    assert.deepEqual(await ask(), ['us-east-1']);
  });

  it('an expired token of IAM Identity Center is renewed with its refresh token', async () => {
    await kinds['IAM Identity Center']?.setUp();
    await ssoToken('work', Date.now() + 1000);
    server.token = 'token-refreshed';
    using caller = callerOf(await open({ profile: 'sso', regions: ['us-east-1'] }), home);
    await caller.call('ListTrainingJobs', {});
    const cached = await readFile(
      join(folder, `.aws/sso/cache/${createHash('sha1').update('work').digest('hex')}.json`),
      'utf8',
    );
    assert.equal(JSON.parse(cached).accessToken, 'token-refreshed');
  });

  it('keys that are rotated to those of another account are not used', async () => {
    await file('credentials', keysFor('default'));
    using caller = callerOf(await open({ regions: ['us-east-1'] }), home);
    simulator.rotateKeys(home);
    const { accessKeyId, secretAccessKey } = simulator.credentialsOf(member);
    await file(
      'credentials',
      `[default]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
    );
    await assert.rejects(
      caller.call('ListTrainingJobs', {}),
      /are those of account 222222222222 now, not of 111111111111/,
    );
  });
});

describe('credentials that are not there', () => {
  const refused = async (account: Partial<AccountTarget>) => {
    const session = await openAccount({ regions: ['us-east-1'], ...account }, new AbortController().signal);
    return session.ok ? 'ok' : `${session.status}: ${session.reason}`;
  };

  it('a profile that is missing is named, with the files and the nearest one', async () => {
    await file('credentials', keysFor('research'));
    assert.match(
      await refused({ profile: 'reserach' }),
      /^denied: .*there is no profile reserach in the shared AWS configuration \(.*AWS_SHARED_CREDENTIALS_FILE.*\); did you mean research\?$/,
    );
    process.env.AWS_PROFILE = 'other';
    assert.match(await refused({}), /there is no profile other .*; there are research$/);
  });

  it('a profile that fails says why itself', async () => {
    await file(
      'config',
      `[profile chained]\nrole_arn = ${roleArn}\nsource_profile = gone\n[profile tool]\ncredential_process = /bin/false\n`,
    );
    assert.match(await refused({ profile: 'chained' }), /profile: \[gone\]/);
    assert.match(await refused({ profile: 'tool' }), /Command failed: \/bin\/false/);
  });
});

describe('a clock that is two hours ahead of the services', () => {
  const members = Array.from({ length: 12 }, (_, index) => ({ id: String(300_000_000_000 + index) }));
  const roleOf = (id: string) => `arn:aws:iam::${id}:role/SagecatReadOnly`;
  const behind = async () => {
    const services = await startSimulator({
      jobs: 130,
      liveJobs: 0,
      regions: 1,
      accounts: [{ id: home }, ...members],
      clockAheadSeconds: -7200,
    });
    Object.assign(process.env, services.env, { AWS_ENDPOINT_URL_STS: services.url });
    return services;
  };

  it('costs one AssumeRole an account, and each call is answered', async () => {
    await using services = await behind();
    const opened = await Promise.all(
      members.map(async ({ id }) => [id, await open({ id, roleArn: roleOf(id), regions: ['us-east-1'] })] as const),
    );
    for (const [id, credentials] of opened) {
      using caller = callerOf(credentials, id);
      for (let call = 0; call < 10; call++) await caller.call('ListTrainingJobs', {});
    }
    assert.deepEqual(services.stats.calls({ operation: 'AssumeRole' }), {
      calls: members.length,
      throttled: 0,
      errors: 0,
      broken: 0,
    });
    assert.deepEqual(services.stats.calls({ operation: 'ListTrainingJobs' }).calls, 10 * members.length);
    assert.ok(Math.abs(serviceClock.offset + 7_200_000) < 60_000);
  });

  it('costs no refused call of keys, nor of a role that a profile of the shared configuration names', async () => {
    await using services = await behind();
    const { accessKeyId, secretAccessKey } = services.credentialsOf(home);
    await env({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey });
    const [one] = members;
    await file('config', `[profile one]\nrole_arn = ${roleOf(one?.id ?? '')}\ncredential_source = Environment\n`);
    await open({ regions: ['us-east-1'] });
    const byProfile = await open({ profile: 'one', regions: ['us-east-1'] });
    using caller = callerOf(byProfile, one?.id ?? '');
    for (let call = 0; call < 30; call++) await caller.call('ListTrainingJobs', {});
    assert.equal(services.stats.calls({ operation: 'GetCallerIdentity' }).errors, 0);
    const { calls, errors } = services.stats.calls({ operation: 'AssumeRole' });
    assert.deepEqual({ calls, errors }, { calls: 1, errors: 0 });
  });

  it('costs one refused call in the whole process where nothing else tells the time', async () => {
    await using services = await behind();
    await using signedOnly = await new CredentialServer({
      keys: () => services.credentialsOf(home),
      sts: services.url,
    }).listen();
    signedOnly.answersUnsigned = false;
    process.env.AWS_ENDPOINT_URL_STS = signedOnly.url;
    serviceClock.offset = 0;
    for (const { id } of members) await open({ id, roleArn: roleOf(id), regions: ['us-east-1'] });
    assert.equal(services.stats.calls({ operation: 'AssumeRole' }).calls, members.length + 1);
  });
});
