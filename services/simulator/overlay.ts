import type { WireResource, WireTag } from './wire.ts';

/** A change of a name at a time: its resource (null if deleted) and its tags. Undefined keeps the earlier value. */
interface Version {
  readonly at: number;
  readonly resource: WireResource | null | undefined;
  readonly tags: readonly WireTag[] | undefined;
}

/** The overlay at a time. Keys are lower-case names, as in ARNs. */
export interface OverlayView {
  /** Null for a deleted resource; names without a stored resource are missing. */
  readonly resources: ReadonlyMap<string, WireResource | null>;
  readonly tags: ReadonlyMap<string, readonly WireTag[]>;
  /** Indices of generated resources that are deleted or replaced. */
  readonly hidden: ReadonlySet<number>;
  readonly live: readonly WireResource[];
}

/** Stored, changed and deleted resources and tags, on top of the generated ones of a target. Keeps its history, for indexes that lag. */
export class Overlay {
  readonly #versions = new Map<string, Version[]>();
  readonly #indexOf: (lowerCaseName: string) => number | undefined;
  readonly #nameOf: (resource: WireResource) => string;
  #changedAt = Number.NEGATIVE_INFINITY;
  #latest: OverlayView | undefined;

  /** `indexOf` returns the generated resource with a lower-case name. */
  constructor(indexOf: (lowerCaseName: string) => number | undefined, nameOf: (resource: WireResource) => string) {
    this.#indexOf = indexOf;
    this.#nameOf = nameOf;
  }

  put(resource: WireResource, at: number): void {
    this.#add(this.#nameOf(resource), { at, resource, tags: undefined });
  }

  /** Deletes the resource and its tags. */
  delete(name: string, at: number): void {
    this.#add(name, { at, resource: null, tags: [] });
  }

  setTags(name: string, tags: readonly WireTag[], at: number): void {
    this.#add(name, { at, resource: undefined, tags });
  }

  /** Returns the current overlay, or the one at a time. */
  view(at = Number.POSITIVE_INFINITY): OverlayView {
    if (at < this.#changedAt) return this.#viewAt(at);
    this.#latest ??= this.#viewAt(Number.POSITIVE_INFINITY);
    return this.#latest;
  }

  #add(name: string, version: Version): void {
    const key = name.toLowerCase();
    const versions = this.#versions.get(key);
    if (versions === undefined) this.#versions.set(key, [version]);
    else versions.push(version);
    this.#changedAt = Math.max(this.#changedAt, version.at);
    this.#latest = undefined;
  }

  #viewAt(at: number): OverlayView {
    const resources = new Map<string, WireResource | null>();
    const tags = new Map<string, readonly WireTag[]>();
    const hidden = new Set<number>();
    for (const [key, versions] of this.#versions) {
      for (const version of versions) {
        if (version.at > at) continue;
        if (version.resource !== undefined) resources.set(key, version.resource);
        if (version.tags !== undefined) tags.set(key, version.tags);
      }
      const index = resources.has(key) ? this.#indexOf(key) : undefined;
      if (index !== undefined) hidden.add(index);
    }
    return { resources, tags, hidden, live: [...resources.values()].filter((resource) => resource !== null) };
  }
}
