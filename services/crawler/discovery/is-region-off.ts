import { globalRegionOf } from '../../../catalog/partition.ts';
import type { AskedAccount, AskForRegions } from './ask-for-regions.ts';
import { listRegions } from './list-regions.ts';

/** Milliseconds for the account API: a crawl does not wait long for what it can do without. */
const patienceMs = 10_000;

/** Returns whether the account API calls a region off: false where it does not, and where it may not or cannot be asked. */
export async function isRegionOff(
  account: AskedAccount,
  region: string,
  options: { readonly askForRegions?: AskForRegions | undefined; readonly signal: AbortSignal },
): Promise<boolean> {
  const asItself: AskForRegions = ({ credentials }, state, signal) =>
    listRegions({ accountId: undefined, state, credentials, region: globalRegionOf(region), signal });
  const ask = options.askForRegions ?? asItself;
  try {
    const off = await ask(account, 'off', AbortSignal.any([options.signal, AbortSignal.timeout(patienceMs)]));
    return off.includes(region);
  } catch {
    options.signal.throwIfAborted();
    return false;
  }
}
