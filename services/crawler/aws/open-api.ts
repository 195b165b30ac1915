import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { OpenSession } from '../account-session.ts';
import type { Crawler } from '../crawler.ts';
import type { CallCounts } from '../target/call-counts.ts';
import { ResourceApi } from './resource-api.ts';
import { SageMakerCaller } from './sagemaker-caller.ts';

export interface ApiTarget {
  readonly type: AnyResourceType;
  readonly session: OpenSession;
  readonly region: string;
}

/** Returns the operations of a resource type in one account and region, within the crawler's rates. Its `caller` must be disposed. */
export function openApi(
  { limits, settings }: Pick<Crawler, 'limits' | 'settings'>,
  { type, session, region }: ApiTarget,
  { counts, signal }: { readonly counts: CallCounts; readonly signal: AbortSignal },
): ResourceApi {
  const { accountId, credentials } = session;
  return new ResourceApi(
    type,
    new SageMakerCaller({
      ...{ accountId, region, credentials, limits, counts, signal },
      timeoutMs: settings.timeout_seconds * 1000,
      unreachableAfterMs: settings.unreachable_after_seconds * 1000,
    }),
  );
}
