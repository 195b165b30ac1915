import { Agent, get } from 'node:http';

/** Collects times in milliseconds and computes their percentiles. */
export class Timings {
  readonly #times: number[] = [];

  async time<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await work();
    this.#times.push(performance.now() - began);
    return result;
  }

  /** Adds the times of another. */
  add(other: Timings): void {
    this.#times.push(...other.#times);
  }

  /** Returns the time below which a share of the times are. */
  at(share: number): number {
    const sorted = this.#times.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  }
}

/** Gets JSON from a URL; throws for an error response. */
// biome-ignore lint/suspicious/noExplicitAny: a benchmark reads the parts that it knows
export async function getJson(url: string): Promise<any> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()} for ${url}`);
  return answer.json();
}

const agent = new Agent({ keepAlive: true });

/** Gets an uncompressed response over a kept-alive connection. */
export const getText = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve(Buffer.concat(chunks).toString()));
      answer.on('error', reject);
    }).on('error', reject);
  });

export const milliseconds = (value: number): string => value.toFixed(1);
