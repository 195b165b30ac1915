import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Held {
  readonly id: string;
  readonly body: string;
  /** Milliseconds since the epoch; hidden until then. */
  visibleAt: number;
  receipt: string;
  received: number;
}

/**
 * A queue on loopback with SQS's own protocol, AWS JSON 1.0: long polling, batches of ten, a visibility timeout after which undeleted
 * messages reappear, receipts that the next receipt invalidates, and its errors.
 */
export class SqsServer implements AsyncDisposable {
  /** Names of the requested operations, in order. */
  readonly calls: string[] = [];
  /** How many milliseconds a received message is hidden. */
  visibility = 30_000;
  /** The number of requests that fail with a service error. */
  failures = 0;
  readonly #messages = new Map<string, Held>();
  readonly #server = http.createServer((request, response) => void this.#answer(request, response));
  #arrived: (() => void)[] = [];

  async listen(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`; // it listens
  }

  get queueUrl(): string {
    return `${this.endpoint}/111122223333/training-jobs`;
  }

  /** Messages that are not deleted. */
  get length(): number {
    return this.#messages.size;
  }

  send(body: unknown): void {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const id = randomUUID();
    this.#messages.set(id, { id, body: text, visibleAt: 0, receipt: '', received: 0 });
    this.#wake();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#wake();
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  #wake(): void {
    for (const wake of this.#arrived.splice(0)) wake();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const operation = String(request.headers['x-amz-target']).replace('AmazonSQS.', '');
    this.calls.push(operation);
    const isProtocol = request.headers['content-type'] === 'application/x-amz-json-1.0' && request.method === 'POST';
    const isSigned = /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[a-z0-9-]+\/sqs\//.test(
      request.headers.authorization ?? '',
    );
    if (!isProtocol) return refuse(response, 400, 'com.amazonaws.sqs#InvalidAddress', 'not the JSON protocol');
    if (!isSigned)
      return refuse(response, 403, 'com.amazon.coral.service#MissingAuthenticationTokenException', 'not signed');
    if (this.failures > 0) {
      this.failures--;
      return refuse(response, 503, 'com.amazon.coral.availability#ServiceUnavailable', 'Service is unavailable');
    }
    const input = JSON.parse(Buffer.concat(chunks).toString());
    if (input.QueueUrl !== this.queueUrl) {
      return refuse(response, 400, 'com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.');
    }
    if (operation === 'ReceiveMessage') return reply(response, await this.#receive(input));
    if (operation === 'DeleteMessageBatch') return reply(response, this.#delete(input.Entries));
    refuse(response, 400, 'com.amazon.coral.service#UnknownOperationException', operation);
  }

  async #receive({ MaxNumberOfMessages = 1, WaitTimeSeconds = 0 }: Record<string, number>): Promise<object> {
    const end = Date.now() + WaitTimeSeconds * 1000;
    for (;;) {
      const found = [...this.#messages.values()]
        .filter(({ visibleAt }) => visibleAt <= Date.now())
        .slice(0, MaxNumberOfMessages);
      // SQS omits the member if there are no messages.
      if (found.length === 0 && Date.now() >= end) return {};
      if (found.length > 0) return { Messages: found.map((message) => this.#hand(message)) };
      await this.#wait(end);
    }
  }

  /** Waits until a message arrives or reappears, or the time is over. */
  #wait(end: number): Promise<void> {
    const back = Math.min(...[...this.#messages.values()].map(({ visibleAt }) => visibleAt), end);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(1, back - Date.now()));
      timer.unref();
      this.#arrived.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #hand(message: Held): object {
    message.visibleAt = Date.now() + this.visibility;
    message.receipt = `${message.id}#${++message.received}`;
    return {
      MessageId: message.id,
      ReceiptHandle: message.receipt,
      Body: message.body,
      MD5OfBody: createHash('md5').update(message.body).digest('hex'),
    };
  }

  #delete(entries: { Id: string; ReceiptHandle: string }[]): object {
    const results = entries.map(({ Id, ReceiptHandle }) => {
      const message = [...this.#messages.values()].find(({ receipt }) => receipt === ReceiptHandle);
      if (message) this.#messages.delete(message.id);
      return { Id, found: message !== undefined };
    });
    return {
      Successful: results.filter(({ found }) => found).map(({ Id }) => ({ Id })),
      Failed: results
        .filter(({ found }) => !found)
        .map(({ Id }) => ({
          Id,
          SenderFault: true,
          Code: 'ReceiptHandleIsInvalid',
          Message: 'The receipt handle has expired.',
        })),
    };
  }
}

function reply(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() });
  response.end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, type: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() });
  response.end(JSON.stringify({ __type: type, message }));
}
