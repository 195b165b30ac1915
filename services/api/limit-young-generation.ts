import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's young generation at its current size. The buffers of a request are outside the heap, and are freed when the young generation is
 * collected; at its usual size, V8 would reach its limit for buffers first, and collect the whole heap every fifty pages. For processes that
 * serve the API; call it before anything else is loaded.
 */
export function limitYoungGeneration(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
