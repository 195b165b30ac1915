import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { Overlay, type OverlayView } from './overlay.ts';
import type { Population } from './population.ts';
import { statusMember, type WireResource, type WireTag } from './wire.ts';

/** A resource of a target: the index of a generated one, or a stored one. */
export type Item = number | WireResource;

/** The resources of one type in one account and region: generated ones with an overlay. */
export class Target {
  readonly type: AnyResourceType;
  readonly accountId: string;
  readonly region: string;
  readonly population: Population;
  readonly overlay: Overlay;

  constructor(type: AnyResourceType, accountId: string, region: string, population: Population, now: () => number) {
    this.type = type;
    this.accountId = accountId;
    this.region = region;
    this.population = population;
    this.overlay = new Overlay(
      (name) => population.names.index(name, population.countAt(now()), true),
      (resource) => this.nameOf(resource),
    );
  }

  /** Returns the resource with exactly that name; with `anyCase`, ignoring case, as ARNs do. */
  find(name: string, now: number, anyCase = false): Item | undefined {
    const put = this.overlay.view().resources.get(name.toLowerCase());
    if (put === null) return undefined;
    if (put !== undefined) return anyCase || this.nameOf(put) === name ? put : undefined;
    return this.population.names.index(name, this.population.countAt(now), anyCase);
  }

  describe(item: Item, now: number): WireResource {
    return typeof item === 'number' ? this.population.describe(item, now) : item;
  }

  nameOf(item: Item): string {
    return typeof item === 'number' ? this.population.names.name(item) : String(item[this.type.identity.name]);
  }

  /** Returns the creation time, in epoch seconds. */
  createdAt(item: Item): number {
    return typeof item === 'number'
      ? this.population.calendar.createdAt(item) / 1000
      : Number(item[this.type.identity.createdAt]);
  }

  /** Returns the time of the last change, in epoch seconds. */
  modifiedAt(item: Item, now: number): number {
    if (typeof item === 'number') return this.population.state(item, now).modifiedAt / 1000;
    const { modifiedAt = '' } = this.type.identity;
    return Number(item[modifiedAt] ?? this.createdAt(item));
  }

  status(item: Item, now: number): string {
    return typeof item === 'number'
      ? this.population.state(item, now).status
      : String(item[statusMember(this.type)] ?? '');
  }

  summary(item: Item, now: number): WireResource {
    return typeof item === 'number' ? this.population.summary(item, now) : this.population.summaryOf(item);
  }

  tags(item: Item, view: OverlayView = this.overlay.view()): readonly WireTag[] {
    const set = view.tags.get(this.nameOf(item).toLowerCase());
    if (set !== undefined) return set;
    return typeof item === 'number' ? this.population.tags(item) : [];
  }

  /** Yields every resource: generated ones in order of creation, then stored ones. */
  *items(now: number): Generator<Item> {
    const view = this.overlay.view();
    const count = this.population.countAt(now);
    for (let index = 0; index < count; index++) if (!view.hidden.has(index)) yield index;
    yield* view.live;
  }

  /** Returns the number of resources in a complete listing. */
  count(now: number): number {
    const view = this.overlay.view();
    return this.population.countAt(now) - view.hidden.size + view.live.length;
  }
}
