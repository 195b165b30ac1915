import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Temporary credentials as AWS issues them. */
export interface TemporaryKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * The services that issue temporary credentials, on loopback and with their own protocols: instance metadata (IMDSv2), containers (ECS
 * and EKS pod identity), IAM Identity Center (its portal and its tokens), and STS for web identities. Other STS calls go to `sts`.
 */
export class CredentialServer implements AsyncDisposable {
  /** How often credentials were issued. */
  issued = 0;
  /** The token that containers and Identity Center require. */
  token = 'token-1';
  /** Whether STS answers unsigned requests; otherwise their connections are reset. */
  answersUnsigned = true;
  readonly #keys: () => TemporaryKeys;
  readonly #sts: string;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  constructor({ keys, sts }: { readonly keys: () => TemporaryKeys; readonly sts: string }) {
    this.#keys = keys;
    this.#sts = sts;
  }

  async listen(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const body = await textOf(request);
    const json = (value: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    const refuse = () => response.writeHead(401).end('{"message":"the token is not valid"}');
    if (url.pathname === '/latest/api/token') return void response.end('imds-session');
    if (url.pathname.startsWith('/latest/meta-data/iam/security-credentials')) {
      if (request.headers['x-aws-ec2-metadata-token'] !== 'imds-session') return void refuse();
      if (!url.pathname.endsWith('/instance-role')) return void response.end('instance-role');
      return void json({
        Code: 'Success',
        Type: 'AWS-HMAC',
        LastUpdated: new Date().toISOString(),
        ...this.#handOut(),
      });
    }
    if (url.pathname === '/container') {
      return void (request.headers.authorization === this.token ? json(this.#handOut()) : refuse());
    }
    if (url.pathname === '/federation/credentials') {
      if (request.headers['x-amz-sso_bearer_token'] !== this.token) return void refuse();
      const { AccessKeyId, SecretAccessKey, Token, Expiration } = this.#handOut();
      const roleCredentials = {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: Token,
        expiration: Date.parse(Expiration),
      };
      return void json({ roleCredentials });
    }
    if (url.pathname === '/token') return void json({ accessToken: this.token, tokenType: 'Bearer', expiresIn: 3600 });
    if (request.method === 'HEAD' && !this.answersUnsigned) return void request.socket.resetAndDestroy();
    const form = new URLSearchParams(body);
    if (form.get('Action') !== 'AssumeRoleWithWebIdentity') return this.#forward(request, response, body);
    if (form.get('WebIdentityToken') !== this.token) return void refuse();
    response.setHeader('content-type', 'text/xml').end(webIdentityAnswer(this.#handOut()));
  }

  #handOut() {
    this.issued++;
    const { accessKeyId, secretAccessKey } = this.#keys();
    const Expiration = new Date(Date.now() + 3_600_000).toISOString();
    return { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, Token: 'session-token', Expiration };
  }

  #forward(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { host: _, ...headers } = request.headers;
    const onward = send(this.#sts, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.end(body);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

const webIdentityAnswer = (keys: Readonly<Record<string, string>>): string =>
  `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult>
  <Credentials><AccessKeyId>${keys.AccessKeyId}</AccessKeyId><SecretAccessKey>${keys.SecretAccessKey}</SecretAccessKey>
  <SessionToken>${keys.Token}</SessionToken><Expiration>${keys.Expiration}</Expiration></Credentials>
  <AssumedRoleUser><Arn>arn:aws:sts::111111111111:assumed-role/web/x</Arn><AssumedRoleId>AROA:x</AssumedRoleId></AssumedRoleUser>
  </AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;
