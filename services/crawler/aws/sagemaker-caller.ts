import { setTimeout as delay } from 'node:timers/promises';
import * as sageMaker from '@aws-sdk/client-sagemaker';
import type { RateLimits } from '../rate/rate-limits.ts';
import type { CallCounts } from '../target/call-counts.ts';
import { CallError } from './call-error.ts';
import type { AccountCredentials } from './credentials.ts';
import { type FailureKind, failureKind } from './failure.ts';
import { httpHandler } from './http.ts';
import { returnRawBody } from './raw-body.ts';
import { serviceClock } from './service-clock.ts';

export interface CallerOptions {
  readonly accountId: string;
  readonly region: string;
  readonly credentials: AccountCredentials;
  readonly limits: RateLimits;
  readonly counts: CallCounts;
  readonly signal: AbortSignal;
  /** Milliseconds after which a request is aborted and sent again. */
  readonly timeoutMs: number;
  /** Milliseconds without any response after which the region counts as unreachable. */
  readonly unreachableAfterMs: number;
}

/** How many failures of each kind one call tolerates. */
const maxFailures: Partial<Record<FailureKind, number>> = {
  throttle: 30,
  transient: 10,
  expired: 30,
  // Once more with other credentials.
  rejected: 2,
  unresolved: 4,
};

/** How often credentials may be refused while their source has no new ones. */
const maxRefusals = { expired: 8, rejected: 1 };

/**
 * Calls SageMaker operations by name, in one account and region: within the rate, with retries of transient failures, and with counts. All
 * retries happen here: the SDK makes one attempt, so every throttle is seen.
 */
export class SageMakerCaller {
  readonly #options: CallerOptions;
  readonly #client: sageMaker.SageMakerClient;
  #failingSince: number | undefined;

  constructor(options: CallerOptions) {
    this.#options = options;
    this.#client = new sageMaker.SageMakerClient({
      region: options.region,
      credentials: options.credentials.provide,
      maxAttempts: 1,
      // A command's middleware stack is built once, not for every call.
      cacheMiddleware: true,
      systemClockOffset: serviceClock.offset,
      requestHandler: httpHandler(options.timeoutMs),
    });
    returnRawBody(this.#client);
  }

  /** Returns the members as they are on the wire. Throws CallError, or the signal's reason. */
  async call(operation: string, input: object): Promise<Readonly<Record<string, unknown>>> {
    const { accountId, region, credentials, limits, counts, signal } = this.#options;
    const bucket = limits.bucket(accountId, region, operation);
    const Command = commandOf(operation);
    const failures = new Map<FailureKind, number>();
    for (let attempt = 1; ; attempt++) {
      await bucket.take(signal);
      const startedAt = performance.now();
      const sentAt = Date.now();
      counts.call(operation);
      try {
        const answer: object = await this.#client.send(new Command(input), { abortSignal: signal });
        bucket.succeeded();
        this.#failingSince = undefined;
        // See raw-body.ts: every response of this client has this form.
        return (answer as { body: Readonly<Record<string, unknown>> }).body;
      } catch (error) {
        signal.throwIfAborted();
        const kind = failureKind(error);
        if (kind === 'throttle') {
          counts.throttle();
          bucket.throttled(startedAt);
        }
        this.#failingSince = kind === 'transient' ? (this.#failingSince ?? sentAt) : undefined;
        const failed = (failures.get(kind) ?? 0) + 1;
        failures.set(kind, failed);
        const isLast = failed >= (maxFailures[kind] ?? 1) || (kind === 'transient' && this.isUnreachable);
        const isRefused = kind === 'expired' || kind === 'rejected';
        const reported = kind === 'rejected' || kind === 'unresolved' ? 'unsupported' : kind;
        if (isLast) throw new CallError(operation, reported, attempt, error);
        // New credentials are read only when needed, after the pause: some live for seconds.
        if (!isRefused || failed > 1) {
          await delay(backoffMs(attempt), undefined, { signal }).catch(() => signal.throwIfAborted());
        }
        if (isRefused && !(await credentials.renew(sentAt, kind)) && failed >= maxRefusals[kind]) {
          throw new CallError(operation, reported, attempt, error);
        }
      }
    }
  }

  /** Returns whether there has been no response for so long that the region counts as unreachable. */
  get isUnreachable(): boolean {
    return this.#failingSince !== undefined && Date.now() - this.#failingSince > this.#options.unreachableAfterMs;
  }

  [Symbol.dispose](): void {
    this.#client.destroy();
  }
}

/** Full jitter, from a tenth of a second to ten (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015). */
const backoffMs = (attempt: number): number => Math.random() * Math.min(10_000, 100 * 2 ** attempt);

/** The common type of all command classes, which are constructed from an input and can be sent. */
type AnyCommand = new (input: object) => sageMaker.ListTagsCommand;

const exported: Readonly<Record<string, unknown>> = sageMaker;

function commandOf(operation: string): AnyCommand {
  const command = exported[`${operation}Command`];
  if (typeof command !== 'function') throw new TypeError(`the SDK's SageMaker client has no operation ${operation}`);
  return command as AnyCommand;
}
