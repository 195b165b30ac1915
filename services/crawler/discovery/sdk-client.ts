import type { MiddlewareStack } from '@smithy/types';
import type { AccountCredentials } from '../aws/credentials.ts';
import { httpHandler } from '../aws/http.ts';
import { renewWhenRefused } from '../aws/renew-when-refused.ts';
import { serviceClock } from '../aws/service-clock.ts';

export interface ClientOptions {
  readonly credentials: AccountCredentials;
  /** Any region of the partition. */
  readonly region: string;
}

const configOf = ({ credentials, region }: ClientOptions) => ({
  region,
  credentials: credentials.provide,
  systemClockOffset: serviceClock.offset,
  // These services have low quotas for the whole account.
  maxAttempts: 10,
  requestHandler: httpHandler(),
});

/** Opens a client of Organizations or of the account API, passes it to `ask`, and closes it. */
export async function withClient<
  Input extends object,
  Output extends object,
  Client extends SdkClient<Input, Output>,
  Answer,
>(
  Client: new (config: ReturnType<typeof configOf>) => Client & SdkClient<Input, Output>,
  options: ClientOptions,
  ask: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new Client(configOf(options));
  client.middlewareStack.use(renewWhenRefused(options.credentials));
  try {
    return await ask(client);
  } finally {
    client.destroy();
  }
}

interface SdkClient<Input extends object, Output extends object> {
  readonly middlewareStack: MiddlewareStack<Input, Output>;
  destroy(): void;
}
