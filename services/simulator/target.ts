import { Overlay, type OverlayView } from './overlay.ts';
import type { Population, WireSummary } from './population/population.ts';
import type { WireJob, WireTag } from './wire.ts';

/** A job of a target: the index of a generated one, or one that was put. */
export type Item = number | WireJob;

/** The training jobs of one account in one region: the generated ones with the overlay over them. */
export class Target {
  readonly accountId: string;
  readonly region: string;
  readonly population: Population;
  readonly overlay: Overlay;

  constructor(accountId: string, region: string, population: Population, now: () => number) {
    this.accountId = accountId;
    this.region = region;
    this.population = population;
    this.overlay = new Overlay((name) => population.names.index(name, population.countAt(now()), true));
  }

  /** The job of exactly that name; with `anyCase`, as ARNs spell it. */
  find(name: string, now: number, anyCase = false): Item | undefined {
    const put = this.overlay.view().jobs.get(name.toLowerCase());
    if (put === null) return undefined;
    if (put !== undefined) return anyCase || put.TrainingJobName === name ? put : undefined;
    return this.population.names.index(name, this.population.countAt(now), anyCase);
  }

  describe(item: Item, now: number): WireJob {
    return typeof item === 'number' ? this.population.describe(item, now) : item;
  }

  nameOf(item: Item): string {
    return typeof item === 'number' ? this.population.names.name(item) : item.TrainingJobName;
  }

  summary(item: Item, now: number): WireSummary {
    return typeof item === 'number' ? this.population.summary(item, now) : summaryOf(item);
  }

  tags(item: Item, view: OverlayView = this.overlay.view()): readonly WireTag[] {
    const set = view.tags.get(this.nameOf(item).toLowerCase());
    if (set !== undefined) return set;
    return typeof item === 'number' ? this.population.tags(item) : [];
  }

  /** Every job: the generated ones in order of creation, then the put ones. */
  *items(now: number): Generator<Item> {
    const view = this.overlay.view();
    const count = this.population.countAt(now);
    for (let index = 0; index < count; index++) if (!view.hidden.has(index)) yield index;
    yield* view.live;
  }

  /** Jobs that a complete listing shows. */
  count(now: number): number {
    const view = this.overlay.view();
    return this.population.countAt(now) - view.hidden.size + view.live.length;
  }
}

function summaryOf(job: WireJob): WireSummary {
  return {
    TrainingJobName: job.TrainingJobName,
    TrainingJobArn: job.TrainingJobArn,
    CreationTime: job.CreationTime,
    ...(job.TrainingEndTime !== undefined && { TrainingEndTime: job.TrainingEndTime }),
    ...(job.LastModifiedTime !== undefined && { LastModifiedTime: job.LastModifiedTime }),
    TrainingJobStatus: job.TrainingJobStatus,
    ...(job.SecondaryStatus !== undefined && { SecondaryStatus: job.SecondaryStatus }),
    ...(job.WarmPoolStatus !== undefined && { WarmPoolStatus: job.WarmPoolStatus }),
    ...(job.ResourceConfig?.TrainingPlanArn !== undefined && { TrainingPlanArn: job.ResourceConfig.TrainingPlanArn }),
  };
}
