import type { Kysely } from 'kysely';
import type { Watch } from '../../catalog/watches/watch.ts';
import type { DatabaseSchema } from '../../db/schema.ts';
import { findPending, markDead, recordAnswer } from '../../db/watches/deliveries.ts';
import { storeTestMessage } from '../../db/watches/store-messages.ts';
import type { Answer, Send } from './channels/channel.ts';

/** Sends a test message once to each channel of a watch, and returns the responses, which are recorded like those of other messages. */
export async function testWatch(
  db: Kysely<DatabaseSchema>,
  watch: Watch,
  channels: ReadonlyMap<string, Send>,
): Promise<(Answer & { readonly channel: string })[]> {
  const deliveries = await db.transaction().execute((trx) => storeTestMessage(trx, watch, Date.now()));
  return Promise.all(
    deliveries.map(async ({ id, channel }) => {
      const send = channels.get(channel);
      const message = await findPending(db, id);
      const answer: Answer =
        send && message
          ? await send({ id: message.message_id, body: message.body })
          : { isDelivered: false, status: null, text: 'the configuration has no such channel' };
      await recordAnswer(db, id, answer);
      if (!answer.isDelivered) await markDead(db, id);
      return { channel, ...answer };
    }),
  );
}
