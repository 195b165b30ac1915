import type { MessageBody } from '../../../catalog/watches/message.ts';
import type { Channel, ChannelDependencies, Send } from './channel.ts';
import { footer, resourceLines } from './message-lines.ts';
import { postTo } from './post.ts';

/** Sends to an incoming webhook of Microsoft Teams, such as a workflow's. */
export function teams(channel: Channel, dependencies: ChannelDependencies): Send {
  const post = postTo(channel, dependencies);
  return ({ body }) => post(JSON.stringify(teamsMessage(body)));
}

/** Returns a message as an Adaptive Card (https://adaptivecards.io/explorer/AdaptiveCard.html). */
export function teamsMessage(body: MessageBody) {
  const { title, summary } = body.data;
  const text = (line: string, more: object = {}) => ({ type: 'TextBlock', text: plain(line), wrap: true, ...more });
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            text(title, { weight: 'Bolder', size: 'Medium' }),
            text(summary),
            ...resourceLines(body).map((line) => text(line, { spacing: 'None', fontType: 'Monospace' })),
            text(footer(body), { isSubtle: true, size: 'Small' }),
          ],
        },
      },
    ],
  };
}

/** Escapes a card's Markdown, so that names create no links and no emphasis. */
const plain = (line: string): string => line.replace(/[\\`*_[\]]/g, '\\$&');
