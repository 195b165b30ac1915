import { createHmac } from 'node:crypto';
import type { Channel, ChannelDependencies, Send } from './channel.ts';
import { postTo } from './post.ts';

/**
 * Sends to a webhook, signed by Standard Webhooks
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 */
export function webhook(channel: Channel, dependencies: ChannelDependencies): Send {
  const post = postTo(channel, dependencies);
  return ({ id, body }) => {
    const text = JSON.stringify(body);
    const seconds = Math.floor(Date.now() / 1000);
    return post(text, {
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signatureOf(channel.secret ?? '', { id, seconds, text }),
    });
  };
}

/** Returns the signature: `v1,` and the HMAC-SHA256 of the id, the time and the body. */
function signatureOf(secret: string, { id, seconds, text }: { id: string; seconds: number; text: string }): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${text}`).digest('base64')}`;
}
