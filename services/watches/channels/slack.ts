import type { MessageBody } from '../../../catalog/watches/message.ts';
import type { Channel, ChannelDependencies, Send } from './channel.ts';
import { footer, resourceLines } from './message-lines.ts';
import { postTo } from './post.ts';

/** Sends to an incoming webhook of Slack. */
export function slack(channel: Channel, dependencies: ChannelDependencies): Send {
  const post = postTo(channel, dependencies);
  return ({ body }) => post(JSON.stringify(slackMessage(body)));
}

/** Returns a message as blocks (https://docs.slack.dev/reference/block-kit/blocks), within their limits. */
export function slackMessage(body: MessageBody) {
  const { title, summary } = body.data;
  const lines = resourceLines(body);
  const list = lines.map((line) => `• ${escaped(line)}`).join('\n');
  return {
    text: escaped(summary),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title.slice(0, 150) } },
      { type: 'section', text: { type: 'mrkdwn', text: escaped(summary).slice(0, 3000) } },
      ...(lines.length > 0 ? [{ type: 'section', text: { type: 'mrkdwn', text: list.slice(0, 3000) } }] : []),
      { type: 'context', elements: [{ type: 'plain_text', text: footer(body) }] },
    ],
  };
}

/** Escapes Slack's mrkdwn, so that a name creates no link and mentions nobody. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
