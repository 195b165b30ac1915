import { globSync } from 'node:fs';
import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';

/** The number of the slowest files that are named at the end. */
const slowest = 10;

/** The result of a test file. */
interface FileResult {
  readonly file: string;
  readonly seconds: number;
}

/**
 * A reporter of `node --test` that says after each file how far the run is: `12 of 160 files, 340 tests, 0 failed, 65 s: test/iam.test.ts (0.4 s)`.
 * It ends with the slowest files.
 */
export default async function* progress(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const began = performance.now();
  const files = globSync(process.argv.slice(1).filter((argument) => argument.endsWith('.test.ts'))).length;
  const results: FileResult[] = [];
  let [tests, failed] = [0, 0];
  for await (const { type, data } of events) {
    if (type !== 'test:summary' || data.file === undefined) continue;
    const result = { file: relative(process.cwd(), data.file), seconds: data.duration_ms / 1000 };
    results.push(result);
    const { counts } = data;
    tests += counts.tests;
    failed += counts.tests - counts.passed - counts.skipped - counts.todo;
    const elapsed = Math.round((performance.now() - began) / 1000);
    yield `${results.length} of ${files} files, ${tests} tests, ${failed} failed, ${elapsed} s: ${textOf(result)}\n`;
  }
  const last = results.sort((one, other) => other.seconds - one.seconds).slice(0, slowest);
  yield `the slowest: ${last.map(textOf).join(', ')}\n`;
}

const textOf = ({ file, seconds }: FileResult): string => `${file} (${seconds.toFixed(1)} s)`;
