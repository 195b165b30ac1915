import { setFlagsFromString } from 'node:v8';

/**
 * Makes V8 collect garbage when the heap has grown by a fifth, and keeps its young generation at its current size: a crawl retains very
 * little, but creates so much garbage that on a large host V8 would use hundreds of megabytes before collecting it. For processes that only
 * crawl; call it before anything else is loaded.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--semi-space-growth-factor=1');
}
