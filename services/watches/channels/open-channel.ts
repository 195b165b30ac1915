import type { Channel, ChannelDependencies, Send } from './channel.ts';
import { email } from './email.ts';
import { eventbridge } from './eventbridge.ts';
import { log } from './log.ts';
import { slack } from './slack.ts';
import { sns } from './sns.ts';
import { teams } from './teams.ts';
import { webhook } from './webhook.ts';

const kinds: Record<Channel['kind'], (channel: Channel, dependencies: ChannelDependencies) => Send> = {
  webhook,
  slack,
  teams,
  sns,
  eventbridge,
  email,
  log,
};

/** Returns the function that sends on a channel. */
export const openChannel = (channel: Channel, dependencies: ChannelDependencies): Send =>
  kinds[channel.kind](channel, dependencies);
