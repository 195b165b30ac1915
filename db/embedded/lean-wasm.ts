import { setFlagsFromString } from 'node:v8';

/**
 * Disables V8's optimizing compiler for WebAssembly. Optimizing PostgreSQL's expression interpreter, one function of 100 KB, takes 600 MB and
 * seconds of processor time, without a measurable gain; see docs/benchmarks.md. Applies to the whole process; call it before the database is
 * opened.
 */
export function leanWasm(): void {
  for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);
}
