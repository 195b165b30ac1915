import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { releaseLease, takeLease } from '../../db/crawl/lease.ts';
import type { TargetKey } from '../../db/crawl/target-key.ts';
import { retryLostConnections } from '../../db/lost-connection.ts';
import type { DatabaseSchema } from '../../db/schema.ts';

/** Another process took over the target, since this one did not renew its lease in time. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

/** The exclusive right to crawl a target, renewed until it is disposed. */
export interface TargetLease extends AsyncDisposable {
  /** Aborts with LeaseLostError when the lease is lost. */
  readonly signal: AbortSignal;
}

/** The holder of leases in this process: host, process id, and a unique id. */
export const leaseHolder = `${hostname()}/${process.pid}/${randomUUID()}`;

/**
 * Takes the lease of a target. Waits for the lease of a holder that may be dead until it expires, and takes it at once from a process of this
 * host that is gone. Returns the holder's name if it is alive and renews the lease.
 */
export async function leaseTarget(
  db: Kysely<DatabaseSchema>,
  target: TargetKey,
  {
    seconds,
    signal,
    holder = `${leaseHolder}/${randomUUID()}`,
  }: { seconds: number; signal: AbortSignal; holder?: string },
): Promise<TargetLease | { readonly heldBy: string }> {
  let expiry: string | undefined;
  for (;;) {
    const held = await retryLostConnections(() => takeLease(db, target, { holder, seconds }), { signal });
    if (held.holder === holder) break;
    if (isGone(held.holder)) {
      await retryLostConnections(() => releaseLease(db, target, held.holder), { signal });
      continue;
    }
    // It was renewed in the meantime: its holder is alive.
    if (expiry !== undefined && expiry !== held.expires_at) return { heldBy: held.holder };
    expiry = held.expires_at;
    await delay(Math.min(1000, seconds * 250), undefined, { signal }).catch(() => signal.throwIfAborted());
  }
  return keep(db, target, { seconds, holder });
}

function keep(
  db: Kysely<DatabaseSchema>,
  target: TargetKey,
  { seconds, holder }: { seconds: number; holder: string },
): TargetLease {
  const lost = new AbortController();
  let renewedAt = Date.now();
  const renew = async () => {
    try {
      const held = await takeLease(db, target, { holder, seconds });
      if (held.holder !== holder) lost.abort(new LeaseLostError(`${held.holder} has taken the target over`));
      renewedAt = Date.now();
    } catch {
      // A lost connection does not lose the lease before it expires.
      if (Date.now() - renewedAt > seconds * 1000)
        lost.abort(new LeaseLostError('the lease could not be renewed in time'));
    }
  };
  let renewing: Promise<void> | undefined;
  const timer = setInterval(
    () => {
      renewing ??= renew().finally(() => {
        renewing = undefined;
      });
    },
    (seconds * 1000) / 3,
  );
  return {
    signal: lost.signal,
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await renewing;
      // If that fails, the lease expires by itself.
      await releaseLease(db, target, holder).catch(() => {});
    },
  };
}

/** Returns whether a holder was a process of this host that no longer exists. */
function isGone(holder: string): boolean {
  const [host, pid = ''] = holder.split('/');
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
