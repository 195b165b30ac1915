import { setTimeout as delay } from 'node:timers/promises';
import * as sageMaker from '@aws-sdk/client-sagemaker';
import type { RateLimits } from '../rate/rate-limits.ts';
import type { CallCounts } from '../target/call-counts.ts';
import { CallError } from './call-error.ts';
import type { AccountCredentials } from './credentials.ts';
import { type FailureKind, failureKind } from './failure.ts';
import { patientHttp } from './http.ts';
import { answerWithRawBody } from './raw-body.ts';
import { serviceClock } from './service-clock.ts';
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
  /** Milliseconds without any answer after which the region counts as unreachable. */
  readonly unreachableAfterMs: number;
}

/** How often each kind of failure is borne in one call. */
const patience: Partial<Record<FailureKind, number>> = {
  throttle: 30,
  transient: 10,
  expired: 30,
  // Once more with other credentials.
  rejected: 2,
  unresolved: 4,
};

/** How often credentials may be refused while their source has no others. */
const patienceWithSource = { expired: 8, rejected: 1 };

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
    this.#client = new sageMaker.SageMakerClient({
      region: options.region,
      credentials: options.credentials.provide,
      maxAttempts: 1,
      sha256: Sha256,
      // The stack of a command is put together once, not for every call.
      cacheMiddleware: true,
      systemClockOffset: serviceClock.offset,
      requestHandler: patientHttp(options.timeoutMs),
    });
    answerWithRawBody(this.#client);
  }

  /** Returns the members as the wire has them. Throws CallError, or the signal's reason. */
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
        // See raw-body.ts: this is what every answer of this client looks like.
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
        const isLast = failed >= (patience[kind] ?? 1) || (kind === 'transient' && this.isUnreachable);
        const isRefused = kind === 'expired' || kind === 'rejected';
        const told = kind === 'rejected' || kind === 'unresolved' ? 'unsupported' : kind;
        if (isLast) throw new CallError(operation, told, attempt, error);
        // New credentials are read when they are needed, and not before the pause: some live for seconds.
        if (!isRefused || failed > 1) {
          await delay(backoffMs(attempt), undefined, { signal }).catch(() => signal.throwIfAborted());
        }
        if (isRefused && !(await credentials.renew(sentAt, kind)) && failed >= patienceWithSource[kind]) {
          throw new CallError(operation, told, attempt, error);
        }
      }
    }
  }

  /** Whether nothing at all has been answered for so long that it is no use to go on. */
  get isUnreachable(): boolean {
    return this.#failingSince !== undefined && Date.now() - this.#failingSince > this.#options.unreachableAfterMs;
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
