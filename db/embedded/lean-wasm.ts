import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from compiling WebAssembly a second time with its optimizing compiler. PostgreSQL's interpreter of expressions is one
 * function of 100 KB: to optimize it takes V8 600 MB and seconds of a processor, and gains nothing that could be measured: see
 * docs/benchmarks.md. Holds for the whole process; call it before the database is opened.
 */
export function leanWasm(): void {
  for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);
}
