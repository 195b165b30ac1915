import { partitionOf } from '../../catalog/partition.ts';
import type { SimulatorStats } from './stats.ts';
import type { Item, Target } from './target.ts';
import { toWire, type WireResource, type WireTag } from './wire.ts';

/** The resources of one type in one account and region. Times may be Dates, ISO strings or epoch seconds. */
export interface SimulatedCollection {
  /** The current number. */
  readonly count: number;
  /** Yields every resource as it is currently described, with its tags, in order of index. */
  all(): Generator<{ readonly resource: WireResource; readonly tags: readonly WireTag[] }>;
  get(name: string): WireResource | undefined;
  tags(name: string): readonly WireTag[];
  /** Returns how often the resource was described. */
  describes(name: string): number;
  /** Creates or replaces a resource. An absent ARN and absent times are filled in; nulls count as absent. */
  put(resource: WireResource, tags?: readonly WireTag[]): WireResource;
  /** Changes members of an existing resource; undefined removes one. Sets the modification time to now unless it is given. */
  update(name: string, changes: WireResource): WireResource;
  delete(name: string): void;
  setTags(name: string, tags: readonly WireTag[]): void;
}

/** Returns access to the resources of a target. */
export function collection(target: Target, stats: SimulatorStats, now: () => number): SimulatedCollection {
  const { type, accountId, region, overlay, population } = target;
  const { identity } = type;
  const existing = (name: string): Item => {
    const item = target.find(name, now());
    if (item === undefined) throw new RangeError(`no ${type.title} ${name} in ${accountId}/${region}`);
    return item;
  };
  const put = (raw: WireResource): WireResource => {
    const time = now() / 1000;
    const name = String(raw[identity.name]).toLowerCase();
    const resource = {
      [identity.arn]: `arn:${partitionOf(region)}:${type.service}:${region}:${accountId}:${type.arnResource}${name}`,
      ...population.initialMembers,
      [identity.createdAt]: time,
      ...(identity.modifiedAt !== undefined && { [identity.modifiedAt]: time }),
      ...toWire(type.members, raw),
    };
    overlay.put(resource, now());
    return resource;
  };
  return {
    get count() {
      return target.count(now());
    },
    *all() {
      for (const item of target.items(now())) yield { resource: target.describe(item, now()), tags: target.tags(item) };
    },
    get: (name) => {
      const item = target.find(name, now());
      return item === undefined ? undefined : target.describe(item, now());
    },
    tags: (name) => target.tags(existing(name)),
    describes: (name) => stats.describes(target, existing(name)),
    put: (raw, tags) => {
      const resource = put(raw);
      if (tags !== undefined) overlay.setTags(target.nameOf(resource), tags, now());
      return resource;
    },
    update: (name, changes) => {
      const resource = target.describe(existing(name), now());
      const modified = identity.modifiedAt !== undefined && { [identity.modifiedAt]: now() / 1000 };
      return put({ ...resource, ...modified, ...changes });
    },
    delete: (name) => {
      existing(name);
      overlay.delete(name, now());
    },
    setTags: (name, tags) => {
      existing(name);
      overlay.setTags(name, tags, now());
    },
  };
}
