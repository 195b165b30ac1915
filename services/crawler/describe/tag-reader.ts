import { CallError } from '../aws/call-error.ts';
import type { ResourceApi, Tag } from '../aws/resource-api.ts';

/** Reads tags with ListTags, until the role is denied it. */
export class TagReader {
  /** Why tags cannot be read; undefined while they can. */
  denied: string | undefined;
  readonly #api: ResourceApi;
  readonly #isEnabled: boolean;

  /** `isEnabled`: whether ListTags may be called. */
  constructor(api: ResourceApi, isEnabled: boolean) {
    this.#api = api;
    this.#isEnabled = isEnabled;
  }

  /** Returns the tags, or null if they cannot be read: the row then shows that they were not read. Throws CallError. */
  async read(arn: string): Promise<Tag[] | null> {
    if (!this.#isEnabled || this.denied !== undefined) return null;
    try {
      return await this.#api.tags(arn);
    } catch (error) {
      if (!(error instanceof CallError) || error.kind !== 'denied') throw error;
      this.denied = error.message;
      return null;
    }
  }
}
