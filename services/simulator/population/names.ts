import type { NameStyle, Project } from './projects.ts';
import { hashNumbers, SeededRandom } from './random.ts';

/**
 * Maps a job's index to its project and name, and back.
 *
 * Jobs come in blocks of P (the sum of the projects' shares). Within a block every project has exactly its share, at positions that
 * rotate from block to block. So the k-th job of a project, the job with a name, and the r-th job in order of name are found in O(1) or
 * O(log), without a list of names.
 */
export class Names {
  readonly #seed: number;
  /** Projects in order of their names' prefixes, so that the order of names is: by project, then by index. */
  readonly #projects: readonly Project[];
  /** Slot -> project (index into #projects). */
  readonly #slots: readonly number[];
  readonly #slotsOf: readonly (readonly number[])[];
  readonly #createdAt: (index: number) => number;

  constructor(
    projects: readonly Project[],
    shares: readonly number[],
    seed: number,
    createdAt: (index: number) => number,
  ) {
    this.#seed = seed;
    this.#createdAt = createdAt;
    const order = projects
      .map((project, i) => ({ project, share: shares[i] ?? 1 }))
      .sort((a, b) => (prefixOf(a.project) < prefixOf(b.project) ? -1 : 1));
    this.#projects = order.map(({ project }) => project);
    this.#slots = shuffled(
      order.flatMap(({ share }, project) => Array<number>(share).fill(project)),
      new SeededRandom(seed),
    );
    this.#slotsOf = order.map((_, project) => this.#slots.flatMap((p, slot) => (p === project ? [slot] : [])));
  }

  project(index: number): Project {
    const size = this.#slots.length;
    const block = Math.floor(index / size);
    const slot = (index - block * size + this.#rotation(block)) % size;
    return this.#at(this.#slots[slot] ?? 0);
  }

  /** Returns the job's name in its original case. */
  name(index: number): string {
    const project = this.project(index);
    return prefixOf(project) + suffix(project.style, this.#createdAt(index), index);
  }

  /** Returns the index of the job with that name (exact case unless `anyCase`), or undefined. */
  index(name: string, count: number, anyCase = false): number | undefined {
    const at = name.lastIndexOf('-');
    const digits = name.slice(at + 1).toLowerCase();
    if (at < 0 || !/^[0-9a-z]{5}$/.test(digits)) return undefined;
    const index = Number.parseInt(digits, 36);
    if (index >= count) return undefined;
    const real = this.name(index);
    return real === name || (anyCase && real.toLowerCase() === name.toLowerCase()) ? index : undefined;
  }

  /** Returns the index of the job at `rank` (from 0) in ascending order of name among the first `count` jobs. */
  atRank(rank: number, count: number): number | undefined {
    let left = rank;
    for (let project = 0; project < this.#projects.length; project++) {
      const jobs = this.#countOf(project, count);
      if (left < jobs) return this.#nth(project, left);
      left -= jobs;
    }
    return undefined;
  }

  /** Returns the next job of the same project. */
  nextInProject(index: number): number {
    const project = this.#projects.indexOf(this.project(index));
    const share = this.#slotsOf[project]?.length ?? 1;
    const block = Math.floor(index / this.#slots.length);
    const positions = this.#positions(project, block);
    const within = positions.indexOf(index - block * this.#slots.length);
    return this.#nth(project, block * share + within + 1);
  }

  #countOf(project: number, count: number): number {
    const size = this.#slots.length;
    const blocks = Math.floor(count / size);
    const rest = count - blocks * size;
    const share = this.#slotsOf[project]?.length ?? 0;
    return blocks * share + this.#positions(project, blocks).filter((position) => position < rest).length;
  }

  #nth(project: number, nth: number): number {
    const share = this.#slotsOf[project]?.length ?? 1;
    const block = Math.floor(nth / share);
    return block * this.#slots.length + (this.#positions(project, block)[nth - block * share] ?? 0);
  }

  #positions(project: number, block: number): number[] {
    const size = this.#slots.length;
    const rotation = this.#rotation(block);
    return (this.#slotsOf[project] ?? []).map((slot) => (slot - rotation + size) % size).sort((a, b) => a - b);
  }

  #rotation(block: number): number {
    return hashNumbers(this.#seed, block, 0x407a) % this.#slots.length;
  }

  #at(project: number): Project {
    const found = this.#projects[project];
    if (found === undefined) throw new RangeError(`no project ${project}`);
    return found;
  }
}

function shuffled(items: readonly number[], random: SeededRandom): number[] {
  return items
    .map((item) => ({ item, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Returns the prefix of all names of a project. */
function prefixOf(project: Project): string {
  return `${project.name}-`;
}

/** Returns the rest of the name: time and index, of fixed width, so that names of one project sort by index. The last five characters are the index in base 36. */
function suffix(style: NameStyle, createdAt: number, index: number): string {
  const digits = index.toString(36).padStart(5, '0');
  const time = new Date(createdAt).toISOString();
  switch (style) {
    case 'sdk': // what the SageMaker Python SDK appends: 2025-06-03-14-22-11-482
      return `${time.slice(0, 10)}-${time.slice(11, 13)}-${time.slice(14, 16)}-${time.slice(17, 19)}-${time.slice(20, 23)}-${digits}`;
    case 'tuning': // tuning job name, number, hash
      return `${time.slice(2, 4)}${time.slice(5, 7)}${time.slice(8, 10)}-${time.slice(11, 13)}${time.slice(14, 16)}-${digits}`;
    case 'pipeline': // pipelines-<execution>-<step>-<hash>
      return `${Math.floor(createdAt / 1000).toString(36)}${digits}-TrainModel-${digits}`;
    case 'plain':
      return `v${digits.slice(0, 2)}-${digits}`;
  }
}
