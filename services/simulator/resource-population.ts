import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { Calendar } from './population/calendar.ts';
import { Names } from './population/names.ts';
import { PROJECTS, type Project } from './population/projects.ts';
import { hashNumbers, hashText, SeededRandom } from './population/random.ts';
import { randomTags } from './population/tags.ts';
import type { PopulationOptions } from './population/training-job-population.ts';
import type { Population } from './population.ts';
import { statusMember, toWire, type WireResource, type WireTag } from './wire.ts';

const DETAIL = 1;
const TAGS = 2;

/** The resources of a type as its definition makes them up, in the projects that the training jobs of the account belong to. */
export class ResourcePopulation implements Population {
  generatedCount = 0;
  readonly initialMembers = {};
  readonly names: Names;
  readonly calendar: Calendar;
  readonly #type: AnyResourceType;
  readonly #options: PopulationOptions;
  readonly #seed: number;
  /** The projects as the resources' names have them, and as the tags do. */
  readonly #projects = new Map<Project, Project>();

  /** `options` are those of the training jobs; there are so many resources of the type for each hundred of them. */
  constructor(type: AnyResourceType, options: PopulationOptions) {
    const { label = '', perHundredJobs = 0 } = type.simulated ?? {};
    const share = perHundredJobs / 100;
    this.#type = type;
    this.#options = {
      ...options,
      jobs: Math.floor(options.jobs * share),
      live: Math.floor(options.live * share),
      arrivalsPerHour: options.arrivalsPerHour * share,
    };
    this.#seed = hashNumbers(options.seed, hashText(options.accountId), hashText(options.region), hashText(type.name));
    this.calendar = new Calendar({ ...this.#options, seed: this.#seed });
    for (const project of PROJECTS)
      this.#projects.set({ ...project, name: `${project.name}-${label}`, style: 'tuning' }, project);
    const named = [...this.#projects.keys()];
    const shares = named.map((project) => project.share);
    this.names = new Names(named, shares, this.#seed, (index) => this.calendar.createdAt(index));
  }

  countAt(now: number): number {
    return this.calendar.countAt(now);
  }

  describe(index: number, now: number): WireResource {
    const { accountId, region, partition } = this.#options;
    const { simulated, service, arnResource, members } = this.#type;
    const name = this.names.name(index);
    this.generatedCount++;
    if (!simulated) throw new RangeError(`the simulator makes up no ${this.#type.title}`);
    const made = simulated.describe({
      name,
      arn: `arn:${partition}:${service}:${region}:${accountId}:${arnResource}${name.toLowerCase()}`,
      accountId,
      region,
      partition,
      createdAt: this.calendar.createdAt(index),
      now,
      project: this.#project(index).name,
      random: new SeededRandom(hashNumbers(this.#seed, index, DETAIL)),
    });
    return toWire(members, made);
  }

  summary(index: number, now: number): WireResource {
    return this.summaryOf(this.describe(index, now));
  }

  /** What tells the resource apart, and what tells that it has changed; all of it where there is nothing else to ask. */
  summaryOf(resource: WireResource): WireResource {
    const { describe, identity, list } = this.#type;
    if (!describe) return resource;
    const shown = new Set<string | undefined>([...Object.values(identity), ...list.changeMembers]);
    return Object.fromEntries(Object.entries(resource).filter(([member]) => shown.has(member)));
  }

  tags(index: number): WireTag[] {
    return randomTags(this.#project(index), new SeededRandom(hashNumbers(this.#seed, index, TAGS)));
  }

  state(index: number, now: number): { status: string; modifiedAt: number } {
    const resource = this.describe(index, now);
    const { modifiedAt, createdAt } = this.#type.identity;
    const seconds = resource[modifiedAt ?? createdAt] ?? resource[createdAt];
    return { status: String(resource[statusMember(this.#type)]), modifiedAt: Number(seconds) * 1000 };
  }

  #project(index: number): Project {
    const named = this.names.project(index);
    return this.#projects.get(named) ?? named;
  }
}
