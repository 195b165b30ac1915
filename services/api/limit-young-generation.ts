import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's young generation as small as it is at the call. What a request reads from the database and sends lies in buffers beside the
 * heap, and goes when the young generation is collected; were that to grow to its usual size, V8 would meet its limit for buffers first, and
 * collect the whole heap for every fifty pages. For processes that serve the API; call it before anything is loaded.
 */
export function limitYoungGeneration(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
