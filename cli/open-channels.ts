import type { Logger } from 'pino';
import { ConfigError } from '../config/config-error.ts';
import type { Config } from '../config/schema.ts';
import { renewWhenRefused } from '../services/crawler/aws/renew-when-refused.ts';
import type { Channel, Send } from '../services/watches/channels/channel.ts';
import { openChannel } from '../services/watches/channels/open-channel.ts';
import { publicLookup } from '../services/watches/public-address.ts';
import { defaultAccess } from './aws-client.ts';
import { dispatcherFor } from './network.ts';

const timeoutMs = 15_000;

/**
 * Opens the configured channels with the addresses and secrets that the environment has: all, or those that are named. Throws ConfigError
 * where it has not.
 */
export async function openChannels(
  { channels }: Pick<Config, 'channels'>,
  { env, logger, names }: { env: NodeJS.ProcessEnv; logger: Logger; names?: readonly string[] },
): Promise<Map<string, Send>> {
  const chosen = channels.filter(({ name }) => names?.includes(name) ?? true);
  const problems: string[] = [];
  const resolved = chosen.map(({ url_env, secret_env, smtp_env, ...channel }): Channel => {
    const read = (variable: string | undefined, isRight: (value: string) => boolean, what: string) => {
      if (variable === undefined) return undefined;
      const value = env[variable];
      const place = `channel ${channel.name}: the environment variable ${variable}`;
      if (!value) problems.push(`${place} is not set; it must be ${what}`);
      // The value is a secret.
      else if (!isRight(value)) problems.push(`${place} must be ${what}`);
      return value;
    };
    return {
      ...channel,
      url: read(url_env, (value) => isUrl(value, /^https?:$/), 'the URL to post to') ?? channel.url,
      secret: read(secret_env, isSecret, 'whsec_ and at least 24 random bytes in base64'),
      smtp: read(smtp_env, (value) => isUrl(value, /^smtps?:$/), 'the URL of a mail server'),
    };
  });
  if (problems.length > 0) throw new ConfigError(problems);
  const dispatchers = { toPublic: await dispatcherFor(env, publicLookup), toAny: await dispatcherFor(env) };
  const aws = (region: string) => {
    const { config, credentials } = defaultAccess(region);
    return {
      config,
      plugin: <Input extends object, Output extends object>() => renewWhenRefused<Input, Output>(credentials),
    };
  };
  return new Map(
    resolved.map((channel) => [channel.name, openChannel(channel, { logger, timeoutMs, dispatchers, aws })]),
  );
}

const isUrl = (value: string, protocol: RegExp): boolean =>
  URL.canParse(value) && protocol.test(new URL(value).protocol);

const isSecret = (value: string): boolean =>
  /^whsec_[A-Za-z\d+/]+=*$/.test(value) && Buffer.from(value.slice('whsec_'.length), 'base64').length >= 24;
