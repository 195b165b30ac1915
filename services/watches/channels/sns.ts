import { awsAnswer } from './aws-answer.ts';
import type { Channel, ChannelDependencies, Send } from './channel.ts';

/** Sends the webhook's body to an SNS topic, with the summary as the subject of email. */
export function sns({ topic_arn: TopicArn = '' }: Channel, { aws, timeoutMs }: ChannelDependencies): Send {
  const opened = import('@aws-sdk/client-sns').then(({ SNSClient, PublishCommand }) => {
    const { config, plugin } = aws(TopicArn.split(':')[3] ?? '');
    const client = new SNSClient(config);
    client.middlewareStack.use(plugin());
    return { client, PublishCommand };
  });
  return ({ id, body }) =>
    awsAnswer(async (abortSignal) => {
      const { client, PublishCommand } = await opened;
      const order = TopicArn.endsWith('.fifo') && { MessageGroupId: body.data.watch, MessageDeduplicationId: id };
      const message = { TopicArn, Subject: subject(body.data.summary), Message: JSON.stringify(body), ...order };
      const { MessageId } = await client.send(new PublishCommand(message), { abortSignal });
      return { isDelivered: true, text: `message ${MessageId}` };
    }, timeoutMs);
}

/** Returns a valid subject: at most 100 characters of printable ASCII. */
const subject = (summary: string): string => summary.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 100);
