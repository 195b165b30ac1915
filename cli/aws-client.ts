import { AccountCredentials } from '../services/crawler/aws/credentials.ts';
import { httpHandler } from '../services/crawler/aws/http.ts';

/** Returns the configuration of an AWS client with the default credentials; renewWhenRefused keeps it working when they are rotated. */
export function defaultAccess(region: string) {
  const credentials = new AccountCredentials({ regions: [region] }, region);
  return {
    config: { region, credentials: credentials.provide, requestHandler: httpHandler(60_000) },
    credentials,
  };
}
