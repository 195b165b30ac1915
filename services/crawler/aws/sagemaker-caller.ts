import { setTimeout as delay } from 'node:timers/promises';
import * as sageMaker from '@aws-sdk/client-sagemaker';
import { UndiciHttpHandler } from '@smithy/undici-http-handler';
import type { RateLimits } from '../rate/rate-limits.ts';
import type { CallCounts } from '../target/call-counts.ts';
import { CallError } from './call-error.ts';
import type { AccountCredentials } from './credentials.ts';
import { failureKind } from './failure.ts';
import { answerWithRawBody } from './raw-body.ts';
import { Sha256 } from './sha256.ts';

export interface CallerOptions {
  readonly accountId: string;
  readonly region: string;
  readonly credentials: AccountCredentials;
  readonly limits: RateLimits;
  readonly counts: CallCounts;
  readonly signal: AbortSignal;
  /** Milliseconds after which a request is given up and sent again. */
  readonly timeoutMs: number;
  /** Milliseconds without any answer after which the region counts as dark. */
  readonly darkAfterMs: number;
}

/** How often each kind of failure is borne in one call. */
const patience = { throttle: 30, transient: 10, expired: 8 };

/**
 * Calls SageMaker by the names of its operations, in one account and region: within the rate, again after what passes by, and
 * counted. The one authority on retries: the SDK makes one attempt, so that every throttle is seen.
 */
export class SageMakerCaller {
  readonly #options: CallerOptions;
  readonly #client: sageMaker.SageMakerClient;
  #failingSince: number | undefined;

  constructor(options: CallerOptions) {
    this.#options = options;
    const { timeoutMs } = options;
    this.#client = new sageMaker.SageMakerClient({
      region: options.region,
      credentials: options.credentials.provide,
      maxAttempts: 1,
      sha256: Sha256,
      // The stack of a command is put together once, not for every call.
      cacheMiddleware: true,
      requestHandler: new UndiciHttpHandler({
        dispatcher: {
          connect: { timeout: Math.min(5000, timeoutMs) },
          headersTimeout: timeoutMs,
          bodyTimeout: timeoutMs,
        },
      }),
    });
    answerWithRawBody(this.#client);
    options.signal.addEventListener('abort', () => this.#client.destroy(), { once: true });
  }

  /** Answers the members as the wire has them. Throws CallError, or the signal's reason. */
  async call(operation: string, input: object): Promise<Readonly<Record<string, unknown>>> {
    const { accountId, region, credentials, limits, counts, signal } = this.#options;
    const bucket = limits.bucket(accountId, region, operation);
    const Command = commandOf(operation);
    const failures = { throttle: 0, transient: 0, expired: 0 };
    for (let attempt = 1; ; attempt++) {
      await bucket.take(signal);
      const startedAt = performance.now();
      const sentAt = Date.now();
      counts.call(operation);
      try {
        const answer: object = await this.#client.send(new Command(input));
        bucket.succeeded();
        this.#failingSince = undefined;
        // See raw-body.ts: this is what every answer of this client looks like.
        return (answer as { body: Readonly<Record<string, unknown>> }).body;
      } catch (error) {
        signal.throwIfAborted();
        const kind = failureKind(error);
        if (kind === 'throttle') {
          counts.throttle();
          bucket.throttled(startedAt);
        }
        if (kind === 'expired') credentials.renew(sentAt);
        this.#failingSince = kind === 'transient' ? (this.#failingSince ?? sentAt) : undefined;
        const isRetriable = kind === 'throttle' || kind === 'transient' || kind === 'expired';
        if (!isRetriable || ++failures[kind] >= patience[kind] || (kind === 'transient' && this.isDark)) {
          throw new CallError(operation, kind, attempt, error);
        }
        await delay(backoffMs(attempt), undefined, { signal }).catch(() => signal.throwIfAborted());
      }
    }
  }

  /** Whether nothing at all has been answered for so long that it is no use to go on. */
  get isDark(): boolean {
    return this.#failingSince !== undefined && Date.now() - this.#failingSince > this.#options.darkAfterMs;
  }

  [Symbol.dispose](): void {
    this.#client.destroy();
  }
}

/** Full jitter, from a tenth of a second to ten (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015). */
const backoffMs = (attempt: number): number => Math.random() * Math.min(10_000, 100 * 2 ** attempt);

/** The operation's name decides the class; what all classes share is that they are built from an input and can be sent. */
type AnyCommand = new (input: object) => sageMaker.DescribeTrainingJobCommand;

const exported: Readonly<Record<string, unknown>> = sageMaker;

function commandOf(operation: string): AnyCommand {
  const command = exported[`${operation}Command`];
  if (typeof command !== 'function') throw new TypeError(`the SDK's SageMaker client has no operation ${operation}`);
  return command as AnyCommand;
}
