import type { Channel, ChannelDependencies, Send } from './channel.ts';

/** Writes to this process's log. */
export const log =
  ({ name }: Channel, { logger }: ChannelDependencies): Send =>
  async ({ id, body }) => {
    logger.warn({ channel: name, message_id: id, ...body.data }, body.data.summary);
    return { isDelivered: true, status: null, text: 'logged' };
  };
