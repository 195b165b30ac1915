import { globalRegionOf } from '../../../catalog/partition.ts';
import type { AccountWithSession, ListAccountRegions } from './list-account-regions.ts';
import { listRegions } from './list-regions.ts';

/** The time limit for the account API, in milliseconds: a crawl does not wait long for an optional result. */
const timeoutMs = 10_000;

/** Returns whether the account API reports a region as disabled: false if it does not, or cannot be called. */
export async function isRegionDisabled(
  account: AccountWithSession,
  region: string,
  options: { readonly listAccountRegions?: ListAccountRegions | undefined; readonly signal: AbortSignal },
): Promise<boolean> {
  const asItself: ListAccountRegions = ({ credentials }, state, signal) =>
    listRegions({ accountId: undefined, state, credentials, region: globalRegionOf(region), signal });
  const ask = options.listAccountRegions ?? asItself;
  try {
    const off = await ask(account, 'off', AbortSignal.any([options.signal, AbortSignal.timeout(timeoutMs)]));
    return off.includes(region);
  } catch {
    options.signal.throwIfAborted();
    return false;
  }
}
