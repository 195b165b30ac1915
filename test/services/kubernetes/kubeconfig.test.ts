import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { stringify } from 'yaml';
import { KubernetesClient } from '../../../services/kubernetes/api-client.ts';
import type { Cluster } from '../../../services/kubernetes/cluster.ts';
import { inCluster, isInCluster } from '../../../services/kubernetes/in-cluster.ts';
import { readKubeconfig } from '../../../services/kubernetes/kubeconfig.ts';
import { KubernetesServer } from '../../support/kubernetes-server.ts';

const fixtures = new URL('../../fixtures/tls/', import.meta.url).pathname;
const { signal } = new AbortController();
const jobs = '/apis/sagemaker.services.k8s.aws/v1alpha1/trainingjobs';

describe('kubeconfig', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sagecat-kubeconfig-'));
  });
  after(() => rm(folder, { recursive: true }));

  /** Writes a kubeconfig of one cluster and user, and reads it. */
  async function read(cluster: object, user: object, more: object = {}): Promise<Cluster> {
    const file = join(folder, 'config');
    const config = {
      'current-context': 'here',
      contexts: [{ name: 'here', context: { cluster: 'c', user: 'u', namespace: 'training' } }],
      clusters: [{ name: 'c', cluster }],
      users: [{ name: 'u', user }],
      ...more,
    };
    await writeFile(file, stringify(config));
    return readKubeconfig({ files: [join(folder, 'missing'), file], env: process.env });
  }

  async function kindOf(cluster: Cluster): Promise<unknown> {
    using client = new KubernetesClient(cluster);
    return Object(await client.get(jobs, {}, signal)).kind;
  }

  it('reaches a server by TLS with a certificate of its own and of the client, and a token', async () => {
    await using server = await new KubernetesServer({ secure: true }).listen();
    const cluster = await read(
      { server: server.url, 'certificate-authority': join(fixtures, 'ca.crt') },
      {
        token: 'let-me-in',
        'client-certificate': join(fixtures, 'client.crt'),
        'client-key': join(fixtures, 'client.key'),
      },
    );
    assert.equal(cluster.namespace, 'training');
    assert.equal(await kindOf(cluster), 'TrainingJobList');
  });

  it('refuses a server whose certificate nobody vouches for, unless told to trust it', async () => {
    await using server = await new KubernetesServer({ secure: true }).listen();
    const user = {
      token: 'let-me-in',
      'client-certificate': join(fixtures, 'client.crt'),
      'client-key': join(fixtures, 'client.key'),
    };
    await assert.rejects(kindOf(await read({ server: server.url }, user)), /certificate/);
    const trusting = await read({ server: server.url, 'insecure-skip-tls-verify': true }, user);
    assert.equal(await kindOf(trusting), 'TrainingJobList');
  });

  it('reads a token from a file, each time', async () => {
    await using server = await new KubernetesServer({ token: 'second' }).listen();
    await writeFile(join(folder, 'token'), 'first\n');
    const cluster = await read({ server: server.url }, { tokenFile: 'token' });
    await assert.rejects(kindOf(cluster), /401/);
    await writeFile(join(folder, 'token'), 'second\n');
    assert.equal(await kindOf(cluster), 'TrainingJobList');
  });

  it('asks a plugin for a token, and again only when it has expired', async () => {
    await using server = await new KubernetesServer({ token: 'from-plugin' }).listen();
    const script = join(folder, 'plugin.mjs');
    const calls = join(folder, 'calls');
    await writeFile(
      script,
      `import { appendFileSync, readFileSync } from 'node:fs';
       appendFileSync(${JSON.stringify(calls)}, process.env.KUBERNETES_EXEC_INFO + '\\n');
       const count = readFileSync(${JSON.stringify(calls)}, 'utf8').trim().split('\\n').length;
       const expirationTimestamp = new Date(Date.now() + (count === 1 ? 1000 : 3600_000)).toISOString();
       console.log(JSON.stringify({ kind: 'ExecCredential', status: { token: process.env.TOKEN, expirationTimestamp } }));`,
    );
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: process.execPath,
      args: [script],
      env: [{ name: 'TOKEN', value: 'from-plugin' }],
    };
    const cluster = await read({ server: server.url }, { exec });
    for (let time = 0; time < 3; time++) assert.equal(await kindOf(cluster), 'TrainingJobList');
    const { readFile } = await import('node:fs/promises');
    const asked = (await readFile(calls, 'utf8')).trim().split('\n');
    assert.equal(asked.length, 2);
    assert.equal(JSON.parse(asked[0] ?? '').kind, 'ExecCredential');
  });

  it('tells how to install a plugin that is missing', async () => {
    const exec = { command: 'no-such-plugin-of-sagecat', installHint: 'Install it from the shelf.' };
    const cluster = await read({ server: 'http://127.0.0.1:1' }, { exec });
    await assert.rejects(
      cluster.credentials(signal),
      /no-such-plugin-of-sagecat gave no credentials.*Install it from the shelf\./,
    );
  });

  it('says what is missing', async () => {
    const server = 'http://127.0.0.1:1';
    assert.throws(() => readKubeconfig({ files: [join(folder, 'none')], env: {} }), /there is no kubeconfig at .*none/);
    await assert.rejects(
      read({ server }, {}, { 'current-context': '' }),
      /no current context: name one with --context/,
    );
    await assert.rejects(read({ server }, {}, { 'current-context': 'there' }), /no context named there/);
    await assert.rejects(read({ server }, {}, { clusters: [] }), /no cluster named c/);
    await assert.rejects(read({}, {}), /names no server/);
    await assert.rejects(read({ server }, { 'auth-provider': {} }), /use an exec plugin/);
    await assert.rejects(
      read({ server, 'certificate-authority': 'gone.crt' }, {}),
      /certificate-authority: .*: there is no such file or folder/,
    );
  });
});

describe('a pod’s service account', () => {
  it('gives the server, its authority, the namespace and the token', async () => {
    await using server = await new KubernetesServer({ token: 'pod' }).listen();
    const folder = await mkdtemp(join(tmpdir(), 'sagecat-pod-'));
    const env = { KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: String(server.port) };
    assert.equal(isInCluster(env, folder), false);
    assert.throws(() => inCluster(env, folder), /does not run in a pod/);
    await writeFile(join(folder, 'token'), 'pod\n');
    await writeFile(join(folder, 'namespace'), 'training\n');
    const cluster = inCluster(env, folder);
    assert.equal(isInCluster(env, folder), true);
    assert.equal(cluster.server, `https://127.0.0.1:${server.port}`);
    assert.equal(cluster.namespace, 'training');
    assert.deepEqual(await cluster.credentials(signal), { token: 'pod' });
    await rm(folder, { recursive: true });
  });
});
