import type { Logger } from 'pino';
import { ConfigError } from '../config/config-error.ts';
import type { Config } from '../config/schema.ts';
import { renewWhenRefused } from '../services/crawler/aws/renew-when-refused.ts';
import type { Channel, Send } from '../services/watches/channels/channel.ts';
import { openChannel } from '../services/watches/channels/open-channel.ts';
import { publicLookup } from '../services/watches/public-address.ts';
import { defaultAccess } from './aws-client.ts';
import { dispatcherFor } from './network.ts';

/**
 * Opens the configured channels with the addresses and secrets that the environment has: all, or those that are named. Throws ConfigError
 * where it has not.
 */
export async function openChannels(
  { channels }: Pick<Config, 'channels'>,
  { env, logger, names }: { env: NodeJS.ProcessEnv; logger: Logger; names?: readonly string[] },
): Promise<Map<string, Send>> {
  const chosen = channels.filter(({ name }) => names?.includes(name) ?? true);
  const missing: string[] = [];
  const resolved = chosen.map(({ url_env, secret_env, smtp_env, ...channel }): Channel => {
    const read = (variable: string | undefined): string | undefined => {
      if (variable !== undefined && !env[variable])
        missing.push(`channel ${channel.name}: the environment variable ${variable} is not set`);
      return variable === undefined ? undefined : env[variable];
    };
    return { ...channel, url: read(url_env) ?? channel.url, secret: read(secret_env), smtp: read(smtp_env) };
  });
  if (missing.length > 0) throw new ConfigError(missing);
  const dispatchers = { toPublic: await dispatcherFor(env, publicLookup), toAny: await dispatcherFor(env) };
  const aws = (region: string) => {
    const { config, credentials } = defaultAccess(region);
    return {
      config,
      plugin: <Input extends object, Output extends object>() => renewWhenRefused<Input, Output>(credentials),
    };
  };
  return new Map(resolved.map((channel) => [channel.name, openChannel(channel, { logger, dispatchers, aws })]));
}
