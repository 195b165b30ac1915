import Type, { type Static } from 'typebox';
import { channelName } from '../catalog/watches/watch.ts';
import { section } from './section.ts';
import type { Problem } from './validate.ts';

const variable = (what: string) =>
  Type.Optional(
    Type.String({
      pattern: '^[A-Za-z_][A-Za-z\\d_]*$',
      description: `Name of the environment variable that has ${what}.`,
    }),
  );
const address = Type.String({ pattern: '^[^\\s<>]+@[^\\s<>]+$' });

const channel = section({
  name: channelName,
  kind: Type.Enum(['webhook', 'slack', 'teams', 'sns', 'eventbridge', 'email', 'log'], {
    description: 'Kind of channel: webhook, slack, teams, sns, eventbridge, email or log.',
  }),
  url: Type.Optional(
    Type.String({ pattern: '^https?://', description: 'For webhook: its address, if that is not secret.' }),
  ),
  url_env: variable('the address of a webhook, or of an incoming webhook of Slack or Teams'),
  secret_env: variable('the secret that a webhook is signed with (Standard Webhooks: whsec_ and base64)'),
  allow_private: Type.Optional(
    Type.Boolean({
      description: 'Allow addresses that are private, link-local or of this machine.',
    }),
  ),
  topic_arn: Type.Optional(Type.String({ pattern: '^arn:aws[\\w-]*:sns:', description: 'For sns: the topic.' })),
  bus_arn: Type.Optional(
    Type.String({ pattern: '^arn:aws[\\w-]*:events:', description: 'For eventbridge: the event bus.' }),
  ),
  to: Type.Optional(Type.Array(address, { minItems: 1, maxItems: 50, description: 'For email: recipients.' })),
  from: Type.Optional({ ...address, description: 'For email: sender.' }),
  smtp_env: variable('the URL of the mail server, such as smtps://user:password@smtp.example.org'),
});

export const channelsSection = Type.Array(channel, {
  default: [],
  maxItems: 100,
  description: 'Where watches send messages. Their secrets are only in the environment. See docs/watches.md.',
});

export type ChannelSettings = Static<typeof channel>;

/** The required keys of each kind; of several in one entry, one is required. */
const needed: Record<ChannelSettings['kind'], readonly (readonly (keyof ChannelSettings)[])[]> = {
  webhook: [['url', 'url_env'], ['secret_env']],
  slack: [['url_env', 'url']],
  teams: [['url_env', 'url']],
  sns: [['topic_arn']],
  eventbridge: [['bus_arn']],
  email: [['to'], ['from'], ['smtp_env']],
  log: [],
};

const withUrl = ['webhook', 'slack', 'teams'];

/** Checks what the schema cannot express: names are unique, and every channel has the keys of its kind. */
export const channelsProblems = (channels: readonly ChannelSettings[]): Problem[] =>
  channels.flatMap((one, index) => {
    const at = (key: string, message: string): Problem => ({ path: ['channels', index, key], message });
    const isRepeated = channels.findIndex(({ name }) => name === one.name) < index;
    const missing = needed[one.kind].filter((keys) => keys.every((key) => one[key] === undefined));
    const allowed = new Set<string>([
      'name',
      'kind',
      ...(withUrl.includes(one.kind) ? ['allow_private'] : []),
      ...needed[one.kind].flat(),
    ]);
    return [
      ...(isRepeated ? [at('name', `is the name of an earlier channel, too: ${one.name}`)] : []),
      ...missing.map((keys) => at(keys[0] ?? '', `is missing: ${one.kind} needs ${keys.join(' or ')}`)),
      ...Object.keys(one).flatMap((key) => (allowed.has(key) ? [] : [at(key, `is no key of ${one.kind}`)])),
    ];
  });
