import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { Agent } from 'undici';
import type { MessageBody } from '../../../catalog/watches/message.ts';
import { AccountCredentials } from '../../../services/crawler/aws/credentials.ts';
import { renewWhenRefused } from '../../../services/crawler/aws/renew-when-refused.ts';
import type { Channel } from '../../../services/watches/channels/channel.ts';
import { openChannel } from '../../../services/watches/channels/open-channel.ts';
import { slackMessage } from '../../../services/watches/channels/slack.ts';
import { teamsMessage } from '../../../services/watches/channels/teams.ts';
import { isPublic, publicLookup } from '../../../services/watches/public-address.ts';
import { type Receiver, webhookReceiver } from '../../support/webhook-receiver.ts';

const tls = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/tls', name));
const secret = 'whsec_MfKQ9r8GKYqTwjUPD8ILPZIo2LaLaSw';
const body: MessageBody = {
  type: 'watch.enters',
  timestamp: '2026-01-10T12:00:00.000Z',
  data: {
    watch: 'failed',
    title: 'A job failed',
    summary: 'A job failed: 2 training jobs in research/us-east-1 with the same reason: <out of memory> & more',
    resource_type: 'aws_sagemaker_trainingjob',
    account_id: '111122223333',
    account_name: 'research',
    region: 'us-east-1',
    reason: '<out of memory> & more',
    count: 12,
    resources: [
      { name: 'job_a', arn: 'arn:a' },
      { name: 'job_b', arn: 'arn:b' },
    ],
  },
};

describe('channels', () => {
  let receiver: Receiver;
  let lines: string[];
  before(async () => {
    receiver = await webhookReceiver();
  });
  after(() => receiver[Symbol.asyncDispose]());
  beforeEach(() => {
    receiver.messages.length = 0;
    receiver.answer = (response) => void response.writeHead(200).end('ok');
  });

  const send = (channel: Partial<Channel> & Pick<Channel, 'kind'>) => {
    lines = [];
    const open = openChannel(
      { name: 'ops', url: receiver.url, secret, allow_private: true, ...channel },
      {
        logger: pino({}, { write: (line: string) => lines.push(line) }),
        timeoutMs: 2000,
        dispatchers: { toPublic: new Agent({ connect: { lookup: publicLookup } }), toAny: new Agent() },
        aws: (region) => {
          const credentials = new AccountCredentials({ regions: [region] }, region);
          return { config: { region, credentials: credentials.provide }, plugin: () => renewWhenRefused(credentials) };
        },
      },
    );
    return open({ id: '018f0000-0000-7000-8000-000000000001', body });
  };

  it('sign a webhook as Standard Webhooks does', async () => {
    assert.deepEqual(await send({ kind: 'webhook' }), {
      isDelivered: true,
      status: 200,
      text: 'ok',
      retryAfterMs: undefined,
    });
    const [message] = receiver.messages;
    assert.ok(message);
    // The library of the standard verifies it, and refuses what is older than five minutes.
    const headers = message.headers as Record<string, string>;
    assert.deepEqual(new Webhook(secret).verify(message.text, headers), body);
    assert.throws(() => new Webhook('whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD').verify(message.text, headers));
    assert.deepEqual(message.body, body);
  });

  it('say how a receiver failed, and when it wants to be asked again', async () => {
    receiver.answer = (response) => void response.writeHead(500).end('x'.repeat(10_000));
    assert.deepEqual(await send({ kind: 'webhook' }), {
      isDelivered: false,
      status: 500,
      text: 'x'.repeat(500),
      retryAfterMs: undefined,
    });
    receiver.answer = (response) => void response.writeHead(429, { 'retry-after': '7' }).end();
    assert.equal((await send({ kind: 'webhook' })).retryAfterMs, 7000);
    receiver.answer = (response) =>
      void response.writeHead(429, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }).end();
    const { retryAfterMs = 0 } = await send({ kind: 'webhook' });
    assert.ok(retryAfterMs > 50_000 && retryAfterMs <= 60_000);
    receiver.answer = (response) => void response.destroy();
    const reset = await send({ kind: 'webhook' });
    assert.deepEqual([reset.isDelivered, reset.status], [false, null]);
    receiver.answer = (response) => void setTimeout(() => response.writeHead(202).end(), 500);
    assert.equal((await send({ kind: 'webhook' })).status, 202, 'a late answer counts');
    receiver.answer = () => {};
    assert.match((await send({ kind: 'webhook' })).text, /timeout/, 'what comes too late does not');
  });

  it('follow no redirect', async () => {
    await using other = await webhookReceiver();
    receiver.answer = (response) => void response.writeHead(307, { location: other.url }).end();
    const answer = await send({ kind: 'webhook' });
    assert.deepEqual(
      [answer.isDelivered, answer.status, answer.text],
      [false, 307, `it redirects to ${new URL(other.url).host}, which is not followed`],
    );
    assert.equal(other.messages.length, 0);
  });

  it('trust no certificate of an unknown authority', async () => {
    await using other = await webhookReceiver({ key: tls('server.key'), cert: tls('server.crt') });
    const { isDelivered, text } = await send({ kind: 'webhook', url: other.url });
    assert.equal(isDelivered, false);
    assert.match(text, /certificate/);
    assert.equal(other.messages.length, 0);
  });

  it('reach no address that is not public unless the configuration allows it', async () => {
    const { port } = new URL(receiver.url);
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1']) {
      const { isDelivered, text } = await send({
        kind: 'webhook',
        url: `http://${host}:${port}/`,
        allow_private: false,
      });
      assert.equal(isDelivered, false, host);
      assert.match(text, /not a public address; allow_private/, host);
    }
    assert.equal(receiver.messages.length, 0);
    for (const address of [
      '169.254.169.254',
      'fd00:ec2::254',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '100.100.100.200',
      '0.0.0.0',
      '::',
      '::ffff:10.0.0.1',
      '::ffff:a00:1',
      'fe80::1',
      '64:ff9b::a00:1',
    ])
      assert.equal(isPublic(address), false, address);
    for (const address of ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '172.32.0.1'])
      assert.equal(isPublic(address), true, address);
  });

  it('of Slack and Teams have their own forms, in which names make no links', async () => {
    assert.equal((await send({ kind: 'slack' })).isDelivered, true);
    assert.equal((await send({ kind: 'teams' })).isDelivered, true);
    const [slack, teams] = receiver.messages.map((message) => message.body);
    assert.deepEqual(slack, slackMessage(body));
    assert.deepEqual(
      slack.blocks.map((block: { type: string; text?: { text: string } }) => block.text?.text ?? block.type),
      [
        'A job failed',
        'A job failed: 2 training jobs in research/us-east-1 with the same reason: &lt;out of memory&gt; &amp; more',
        '• job_a\n• job_b\n• and 10 more',
        'context',
      ],
    );
    assert.deepEqual(teams, teamsMessage(body));
    const { contentType, content } = teams.attachments[0] ?? assert.fail();
    assert.equal(contentType, 'application/vnd.microsoft.card.adaptive');
    assert.deepEqual(content.body.map(({ text }: { text: string }) => text).slice(2, 5), [
      'job\\_a',
      'job\\_b',
      'and 10 more',
    ]);
  });

  it('of AWS speak its wire protocols', async () => {
    const names = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_ENDPOINT_URL'] as const;
    const before = names.map((name) => [name, process.env[name]] as const);
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_ENDPOINT_URL: receiver.url,
    });
    try {
      receiver.answer = (response) =>
        void response
          .writeHead(200, { 'content-type': 'text/xml' })
          .end(
            `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m-1</MessageId></PublishResult></PublishResponse>`,
          );
      const topic_arn = 'arn:aws:sns:eu-west-1:111122223333:alerts.fifo';
      assert.deepEqual(await send({ kind: 'sns', topic_arn }), { isDelivered: true, status: 200, text: 'message m-1' });
      const published = receiver.messages.at(-1);
      const form = new URLSearchParams(published?.text);
      assert.match(
        String(published?.headers.authorization),
        /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d+\/eu-west-1\/sns\//,
      );
      assert.deepEqual(
        ['Action', 'TopicArn', 'MessageGroupId'].map((name) => form.get(name)),
        ['Publish', topic_arn, 'failed'],
      );
      assert.deepEqual(JSON.parse(form.get('Message') ?? ''), body);
      receiver.answer = (response) =>
        void response
          .writeHead(403, { 'content-type': 'text/xml' })
          .end(
            `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>AuthorizationError</Code><Message>not allowed</Message></Error></ErrorResponse>`,
          );
      assert.deepEqual(await send({ kind: 'sns', topic_arn }), {
        isDelivered: false,
        status: 403,
        text: 'not allowed',
      });
      const bus_arn = 'arn:aws:events:us-east-1:111122223333:event-bus/ops';
      const events = (entry: object) => {
        receiver.answer = (response) =>
          void response
            .writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
            .end(JSON.stringify({ FailedEntryCount: 0, Entries: [entry] }));
        return send({ kind: 'eventbridge', bus_arn });
      };
      assert.deepEqual(await events({ EventId: 'e-1' }), { isDelivered: true, status: 200, text: 'event e-1' });
      const [entry] = JSON.parse(receiver.messages.at(-1)?.text ?? '').Entries;
      assert.deepEqual([entry.Source, entry.DetailType, entry.EventBusName], ['sagecat', 'watch.enters', bus_arn]);
      assert.deepEqual(JSON.parse(entry.Detail).data, body.data);
      const refused = await events({ ErrorCode: 'InternalFailure', ErrorMessage: 'later' });
      assert.deepEqual([refused.isDelivered, refused.text], [false, 'InternalFailure: later']);
    } finally {
      for (const [name, value] of before)
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
    }
  });

  it('of email reach the recipients, with the server’s answer', async () => {
    const mails: { from: string; to: string[]; text: string }[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _session, done) =>
        username === 'me' && password === 'p@ss' ? done(null, { user: 'me' }) : done(new Error('wrong password')),
      onRcptTo: ({ address }, _session, done) =>
        done(address === 'nobody@example.org' ? new Error('no such user') : null),
      onData(stream, { envelope }, done) {
        let text = '';
        stream.on('data', (chunk) => {
          text += chunk;
        });
        stream.on('end', () => {
          mails.push({
            from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
            to: envelope.rcptTo.map(({ address }) => address),
            text,
          });
          done(null, 'kept');
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    try {
      const mail = { kind: 'email' as const, from: 'sagecat@example.org', to: ['ops@example.org', 'ml@example.org'] };
      const smtp = `smtp://me:p%40ss@127.0.0.1:${port}`;
      const answer = await send({ ...mail, smtp });
      assert.deepEqual(answer, { isDelivered: true, status: 250, text: '250 kept' });
      assert.deepEqual(mails[0]?.to, mail.to);
      assert.match(mails[0]?.text ?? '', /Message-ID: <018f0000-0000-7000-8000-000000000001@sagecat>/);
      assert.match(mails[0]?.text ?? '', /job_a\r\njob_b\r\nand 10 more/);
      const wrong = await send({ ...mail, smtp: `smtp://me:wrong@127.0.0.1:${port}` });
      assert.deepEqual([wrong.isDelivered, wrong.status], [false, 535]);
      const unknown = await send({ ...mail, smtp, to: ['nobody@example.org'] });
      assert.deepEqual([unknown.isDelivered, unknown.status], [false, 550]);
    } finally {
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
    assert.equal(
      (await send({ kind: 'email', from: 'a@b', to: ['c@d'], smtp: `smtp://127.0.0.1:${port}` })).status,
      null,
    );
  });

  it('of the log write a line', async () => {
    assert.equal((await send({ kind: 'log' })).isDelivered, true);
    assert.equal(JSON.parse(lines[0] ?? '').msg, body.data.summary);
  });
});
