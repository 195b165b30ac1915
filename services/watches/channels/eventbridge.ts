import { awsAnswer } from './aws-answer.ts';
import type { Channel, ChannelDependencies, Send } from './channel.ts';

/**
 * Sends to an event bus of EventBridge. Rules match the source `sagecat`, a detail type such as `watch.enters`, and the webhook's body as
 * the detail.
 */
export function eventbridge({ bus_arn: EventBusName = '' }: Channel, { aws, timeoutMs }: ChannelDependencies): Send {
  const opened = import('@aws-sdk/client-eventbridge').then(({ EventBridgeClient, PutEventsCommand }) => {
    const { config, plugin } = aws(EventBusName.split(':')[3] ?? '');
    const client = new EventBridgeClient(config);
    client.middlewareStack.use(plugin());
    return { client, PutEventsCommand };
  });
  return ({ id, body }) =>
    awsAnswer(async (abortSignal) => {
      const { client, PutEventsCommand } = await opened;
      const entry = {
        EventBusName,
        Source: 'sagecat',
        DetailType: body.type,
        Detail: JSON.stringify({ id, ...body }),
        Time: new Date(body.timestamp),
      };
      const { Entries: [answer] = [] } = await client.send(new PutEventsCommand({ Entries: [entry] }), { abortSignal });
      return answer?.EventId === undefined
        ? { isDelivered: false, text: `${answer?.ErrorCode}: ${answer?.ErrorMessage}` }
        : { isDelivered: true, text: `event ${answer.EventId}` };
    }, timeoutMs);
}
