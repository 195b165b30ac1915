import { AccountCredentials } from '../services/crawler/aws/credentials.ts';
import { httpHandler } from '../services/crawler/aws/http.ts';

/** What a client of the AWS SDK with the default credentials is made from; renewWhenRefused lets it go on when they are rotated. */
export function defaultAccess(region: string) {
  const credentials = new AccountCredentials({ regions: [region] }, region);
  return {
    config: { region, credentials: credentials.provide, requestHandler: httpHandler(60_000) },
    credentials,
  };
}
