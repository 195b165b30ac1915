import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Logger } from 'pino';
import type { ResourceLocation } from '../../catalog/events/resource-event.ts';
import { parseJson } from '../../catalog/exact-json.ts';
import { Backoff, type BackoffOptions } from '../../db/backoff.ts';
import type { AppliedEvent } from '../../db/events/apply-event.ts';

export interface ConsumeOptions {
  readonly client: SQSClient;
  readonly queueUrl: string;
  /** Stores an event; throws if it should be delivered again. */
  readonly apply: (document: unknown) => Promise<AppliedEvent>;
  /** Called with a job whose row lacks what only a describe returns. */
  readonly onIncomplete?: ((job: ResourceLocation) => void) | undefined;
  readonly signal: AbortSignal;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'debug'>;
  /** Seconds that one request waits for messages; `maxWaitSeconds` if absent. */
  readonly waitSeconds?: number;
  /** The pauses between failed requests. */
  readonly backoff?: BackoffOptions | undefined;
}

/** SQS's maximum. */
const maxWaitSeconds = 20;

/**
 * Consumes events from a queue until the signal aborts. A message is deleted once its event is stored, or if it contains none; a message
 * whose event could not be stored reappears when its visibility timeout ends.
 */
export async function consumeQueue(options: ConsumeOptions): Promise<void> {
  const { client, queueUrl, signal, logger, waitSeconds = maxWaitSeconds } = options;
  const backoff = new Backoff(options.backoff);
  while (!signal.aborted) {
    try {
      const { Messages: messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: waitSeconds }),
        { abortSignal: signal },
      );
      const done: Message[] = [];
      let failure: unknown;
      for (const message of messages) {
        try {
          await applyMessage(message, options);
          done.push(message);
        } catch (error) {
          failure = error;
        }
      }
      await remove(client, queueUrl, done, signal);
      if (failure !== undefined) throw failure;
      backoff.reset();
    } catch (error) {
      if (signal.aborted) return;
      logger.warn({ queue_url: queueUrl, err: error, retry_in_ms: backoff.nextMs }, 'events of the queue are waiting');
      await backoff.pause(signal);
    }
  }
}

async function applyMessage(message: Message, { apply, onIncomplete, logger }: ConsumeOptions): Promise<void> {
  const applied = await apply(bodyOf(message));
  const { MessageId: message_id } = message;
  if (!('job' in applied)) {
    // A message without an event never becomes one; if there is a job, a crawl finds it.
    const log = applied.outcome === 'refused' ? logger.warn : logger.debug;
    log.call(logger, { message_id, reason: applied.reason }, `${applied.outcome} an event`);
    return;
  }
  const { outcome, job, isIncomplete } = applied;
  logger.info({ message_id, account_id: job.accountId, region: job.region, job: job.name, outcome }, 'took an event');
  if (isIncomplete) onIncomplete?.(job);
}

function bodyOf({ Body: body = '' }: Message): unknown {
  try {
    return parseJson(body);
  } catch {
    return body;
  }
}

async function remove(client: SQSClient, queueUrl: string, messages: readonly Message[], signal: AbortSignal) {
  if (messages.length === 0) return;
  const Entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  // An undeleted message comes again and changes nothing.
  await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }), { abortSignal: signal });
}
