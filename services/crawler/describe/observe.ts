import { type FlattenError, type Flattened, flatten, type Origin } from '../../../catalog/flatten.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { Masker } from '../../../catalog/secrets/mask.ts';
import { maskRow } from '../../../catalog/secrets/mask-row.ts';
import type { Observation } from '../../../db/store/observation.ts';

/** The type and place of the resources that are read, and the masker of their secrets. */
export interface Observer {
  readonly type: AnyResourceType;
  readonly accountId: string;
  readonly region: string;
  readonly masker: Masker;
}

export type Observed =
  | { readonly ok: true; readonly observation: Observation; readonly unknownMembers: readonly string[] }
  | { readonly ok: false; readonly error: FlattenError };

/** Returns the observation of a response: flattened and masked, so that it can be compared with stored rows. */
export function observe(
  { type, accountId, region, masker }: Observer,
  response: Readonly<Record<string, unknown>>,
  seen: Pick<Observation, 'source' | 'askedAt'> & Pick<Origin, 'tags'>,
): Observed {
  const { source, askedAt, tags = null } = seen;
  const flat: Flattened = flatten(type, response, { accountId, region, tags });
  if (!flat.ok) return flat;
  const row = maskRow(type, flat.row, masker);
  return { ok: true, observation: { row, region, source, askedAt }, unknownMembers: flat.unknownMembers };
}
