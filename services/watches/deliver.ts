import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { pause } from '../../db/pause.ts';
import type { DatabaseSchema } from '../../db/schema.ts';
import { findPending, recordAnswer } from '../../db/watches/deliveries.ts';
import type { Send } from './channels/channel.ts';

/** Thrown so that the queue retries a message. */
class UndeliveredError extends Error {
  override readonly name = 'UndeliveredError';
}

/** The maximum total time for which a receiver may postpone a message; the queue's own retries follow. */
const longestWaitMs = 6 * 3_600_000;

/**
 * Sends a message and records the response. If the receiver asks for a pause (Retry-After), nothing is sent to the channel until then.
 * Throws UndeliveredError if the message was not delivered.
 */
export async function deliver(
  db: Kysely<DatabaseSchema>,
  deliveryId: string,
  { send, logger, signal }: { readonly send: Send; readonly logger: Logger; readonly signal: AbortSignal },
): Promise<void> {
  const delivery = await findPending(db, deliveryId);
  if (!delivery) return;
  const { message_id: id, body, channel } = delivery;
  const until = Date.now() + longestWaitMs;
  for (;;) {
    const answer = await send({ id, body });
    await recordAnswer(db, deliveryId, answer);
    if (answer.isDelivered) return;
    const { status, text, retryAfterMs } = answer;
    logger.warn({ channel, delivery_id: deliveryId, status, answer: text }, 'a message was not delivered');
    if (retryAfterMs === undefined || Date.now() + retryAfterMs > until) throw new UndeliveredError(text);
    await pause(Math.max(1000, retryAfterMs), signal);
    if (signal.aborted) throw new UndeliveredError(text);
  }
}
