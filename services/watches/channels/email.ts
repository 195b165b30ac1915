import { createTransport } from 'nodemailer';
import { errorText } from '../../../catalog/secrets/error-text.ts';
import type { Channel, ChannelDependencies, Send } from './channel.ts';
import { footer, resourceLines } from './message-lines.ts';

/** Sends email through the server of an SMTP URL. */
export function email({ smtp = '', from, to }: Channel, { timeoutMs }: ChannelDependencies): Send {
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const url = new URL(smtp);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    // To other machines, the password and the message are only sent encrypted.
    requireTLS: url.protocol === 'smtp:' && !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname),
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    ...timeouts,
  });
  return async ({ id, body }) => {
    const { summary } = body.data;
    try {
      const { response } = await transport.sendMail({
        from,
        to,
        subject: summary.slice(0, 200),
        text: [summary, '', ...resourceLines(body), '', footer(body), ''].join('\n'),
        messageId: `<${id}@sagecat>`,
      });
      return { isDelivered: true, status: Number.parseInt(response, 10), text: response };
    } catch (error) {
      const { responseCode = null } = error as { responseCode?: number };
      return { isDelivered: false, status: responseCode, text: errorText(error).slice(0, 500) };
    }
  };
}
