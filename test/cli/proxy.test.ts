import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createServer } from 'node:tls';
import { KubernetesClient } from '../../services/kubernetes/api-client.ts';
import { type Simulator, startSimulator } from '../../services/simulator/simulator.ts';
import { CredentialServer } from '../support/credential-server.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { eventually } from '../support/eventually.ts';
import { HttpProxy } from '../support/http-proxy.ts';
import { KubernetesServer } from '../support/kubernetes-server.ts';
import { pricingServer } from '../support/pricing-server.ts';
import { startSagecat } from '../support/sagecat-process.ts';
import { SqsServer } from '../support/sqs-server.ts';

const tls = (name: string) => join(import.meta.dirname, '../fixtures/tls', name);
const authority = tls('aws-ca.crt');

/** Answers TLS as any host of AWS in us-east-1, and hands what it hears to a server without TLS. */
async function inTls(url: string): Promise<AsyncDisposable & { readonly address: string }> {
  const { port } = new URL(url);
  const server = createServer({ cert: readFileSync(tls('aws.crt')), key: readFileSync(tls('aws.key')) }, (socket) => {
    const upstream = connect(Number(port), '127.0.0.1');
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
    socket.pipe(upstream).pipe(socket);
  }).listen(0, '127.0.0.1');
  server.on('tlsClientError', () => {});
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close();
    },
  };
}

describe('behind a proxy', () => {
  const account = '111111111111';
  let cwd: string;
  let simulator: Simulator;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-proxy-'));
    await writeFile(join(cwd, 'sagecat.yaml'), 'organization: {}\nregions: all\n');
    simulator = await startSimulator({ jobs: 5, liveJobs: 0, regions: ['us-east-1'], accounts: [{ id: account }] });
  });
  after(async () => {
    await simulator.close();
    await rm(cwd, { recursive: true });
  });

  const run = async (args: readonly string[], env: NodeJS.ProcessEnv) => {
    const command = startSagecat(args, { cwd, env });
    return { code: await command.ended(), stdout: command.stdout, stderr: command.stderr };
  };
  /** The simulator's keys, without its address. */
  const keys = () => {
    const { AWS_ENDPOINT_URL: _, ...env } = simulator.env;
    return env;
  };

  it('a crawl with discovery reaches AWS through HTTPS_PROXY, with the certificates of AWS_CA_BUNDLE', async () => {
    await using aws = await inTls(simulator.url);
    await using proxy = await new HttpProxy({ route: () => aws.address, login: 'me:s3cret/word' }).listen();
    const login = `me:${encodeURIComponent('s3cret/word')}`;
    const found = await run(['crawl', '--json'], {
      ...keys(),
      HTTPS_PROXY: `http://${login}@${proxy.address}`,
      AWS_CA_BUNDLE: authority,
      SAGECAT_DATA_DIR: await placeCatalog(cwd, 'one'),
    });
    assert.equal(found.code, 0, found.stderr);
    assert.equal(JSON.parse(found.stdout).jobs.seen, 5);
    assert.deepEqual([...new Set(proxy.seen)].sort(), [
      'CONNECT account.us-east-1.amazonaws.com:443',
      'CONNECT api.sagemaker.us-east-1.amazonaws.com:443',
      'CONNECT organizations.us-east-1.amazonaws.com:443',
      'CONNECT sts.us-east-1.amazonaws.com:443',
    ]);
  });

  it('https_proxy in lower case and NODE_EXTRA_CA_CERTS do as well, and credentials come that way too', async () => {
    await using server = await new CredentialServer({
      keys: () => simulator.credentialsOf(account),
      sts: simulator.url,
    }).listen();
    await using aws = await inTls(simulator.url);
    await using portal = await inTls(server.url);
    await using proxy = await new HttpProxy({
      route: (host) => (/^(portal\.sso|oidc)\./.test(host) ? portal : aws).address,
    }).listen();
    await mkdir(join(cwd, '.aws/sso/cache'), { recursive: true });
    await writeFile(
      join(cwd, '.aws/config'),
      `[profile sso]\nsso_session = work\nsso_account_id = ${account}\nsso_role_name = Reader\nregion = us-east-1\n[sso-session work]\nsso_start_url = https://example.awsapps.com/start\nsso_region = us-east-1\n`,
    );
    const cached = { accessToken: server.token, clientId: 'a', clientSecret: 'b', refreshToken: 'c' };
    await writeFile(
      join(cwd, `.aws/sso/cache/${createHash('sha1').update('work').digest('hex')}.json`),
      JSON.stringify({ ...cached, expiresAt: new Date(Date.now() + 1000).toISOString() }),
    );
    const found = await run(['crawl', '--json'], {
      AWS_PROFILE: 'sso',
      https_proxy: proxy.address,
      NODE_EXTRA_CA_CERTS: authority,
      SAGECAT_DATA_DIR: await placeCatalog(cwd, 'two'),
    });
    assert.equal(found.code, 0, found.stderr);
    for (const host of ['portal.sso', 'oidc', 'api.sagemaker']) {
      assert.ok(proxy.seen.includes(`CONNECT ${host}.us-east-1.amazonaws.com:443`), host);
    }
  });

  it('prices and queues are reached that way', async () => {
    await using prices = await pricingServer();
    await using queue = await new SqsServer().listen();
    await using pricing = await inTls(prices.url);
    await using sqs = await inTls(queue.endpoint);
    await using proxy = await new HttpProxy({
      route: (host) => (host.startsWith('sqs.') ? sqs : pricing).address,
    }).listen();
    const env = {
      ...keys(),
      HTTPS_PROXY: `http://${proxy.address}`,
      AWS_CA_BUNDLE: authority,
      SAGECAT_DATA_DIR: await placeCatalog(cwd, 'three'),
    };
    const synced = await run(['prices', 'sync', '--region', 'us-east-1'], env);
    assert.equal(synced.code, 0, synced.stderr);
    const url = `https://sqs.us-east-1.amazonaws.com/${account}/training-jobs`;
    await using _events = startSagecat(['events', '--queue-url', url], { cwd, env });
    await eventually(() => assert.ok(queue.calls.includes('ReceiveMessage')));
    assert.deepEqual(
      [...new Set(proxy.seen)],
      ['CONNECT api.pricing.us-east-1.amazonaws.com:443', 'CONNECT sqs.us-east-1.amazonaws.com:443'],
    );
  });

  it('a Kubernetes API server is reached that way, with its own certificates', async () => {
    await using server = await new KubernetesServer({ secure: true }).listen();
    await using proxy = await new HttpProxy({ route: () => `127.0.0.1:${server.port}` }).listen();
    using client = new KubernetesClient({
      server: 'https://cluster.example.org:6443/cluster',
      serverName: 'localhost',
      ca: readFileSync(tls('ca.crt'), 'utf8'),
      proxyEnv: { HTTPS_PROXY: `http://${proxy.address}` },
      credentials: async () => ({
        token: 'let-me-in',
        cert: readFileSync(tls('client.crt'), 'utf8'),
        key: readFileSync(tls('client.key'), 'utf8'),
      }),
    });
    const path = '/apis/sagemaker.services.k8s.aws/v1alpha1/trainingjobs';
    const answer = await client.get(path, {}, new AbortController().signal);
    assert.ok(typeof answer === 'object' && answer !== null && 'items' in answer);
    assert.deepEqual(proxy.seen, ['CONNECT cluster.example.org:6443']);
  });

  it('HTTP_PROXY serves plain endpoints, and NO_PROXY and this host are left out', async () => {
    await using proxy = await new HttpProxy({ route: () => new URL(simulator.url).host }).listen();
    const SAGECAT_DATA_DIR = await placeCatalog(cwd, 'four');
    const crawl = (env: NodeJS.ProcessEnv) => run(['crawl', '--json'], { ...simulator.env, ...env, SAGECAT_DATA_DIR });
    const proxied = await crawl({
      HTTP_PROXY: `http://${proxy.address}`,
      AWS_ENDPOINT_URL: 'http://aws.example.org',
    });
    assert.equal(proxied.code, 0, proxied.stderr);
    assert.ok(proxy.seen.some((one) => one.startsWith('POST http://aws.example.org/')));
    const asked = proxy.seen.length;
    assert.equal((await crawl({ HTTP_PROXY: `http://${proxy.address}`, NO_PROXY: 'example.org,127.0.0.1' })).code, 0);
    assert.equal(proxy.seen.length, asked);
    // A proxy elsewhere could not reach this host.
    assert.equal((await crawl({ HTTP_PROXY: 'http://proxy.invalid:3128' })).code, 0);
  });

  it('a proxy that refuses, and an authority that nobody knows, are told as what they are', async () => {
    await using aws = await inTls(simulator.url);
    await using proxy = await new HttpProxy({ route: () => aws.address, login: 'me:right' }).listen();
    await writeFile(join(cwd, 'named.yaml'), `regions: [us-east-1]\naccounts: [{id: "${account}"}]\n`);
    const SAGECAT_DATA_DIR = await placeCatalog(cwd, 'five');
    const crawl = (HTTPS_PROXY: string) =>
      run(['--config', 'named.yaml', 'crawl'], { ...keys(), HTTPS_PROXY, SAGECAT_DATA_DIR });
    const refused = await crawl(`http://me:wrong@${proxy.address}`);
    assert.equal(refused.code, 1);
    assert.match(refused.stdout, /the proxy of HTTPS_PROXY or HTTP_PROXY answered 407/);
    const unknown = await crawl(`http://me:right@${proxy.address}`);
    assert.equal(unknown.code, 1);
    assert.match(unknown.stdout, /name the file of its authority in AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS/);
  });

  it('what is wrong with the variables is told before anything is done', async () => {
    const told = async (env: NodeJS.ProcessEnv) => {
      const { code, stderr } = await run(['crawl'], env);
      return `${code} ${stderr.trim()}`;
    };
    assert.equal(
      await told({ HTTPS_PROXY: 'socks5://me:secret@proxy:1080' }),
      '2 sagecat: HTTPS_PROXY (environment) must be the URL of an HTTP proxy, such as http://proxy.example.org:3128',
    );
    assert.match(
      await told({ AWS_CA_BUNDLE: '/nowhere/ca.pem' }),
      /^2 sagecat: AWS_CA_BUNDLE \(environment\): ENOENT.*\/nowhere/,
    );
    const empty = join(cwd, 'sagecat.yaml');
    assert.equal(
      await told({ AWS_CA_BUNDLE: empty }),
      `2 sagecat: AWS_CA_BUNDLE (environment): ${empty} holds no certificate in PEM`,
    );
  });
});
