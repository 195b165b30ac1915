import type { FlatRow } from '../flatten.ts';
import type { Remarks } from './rendering.ts';

export interface RenderOptions {
  /** Namespace of a Kubernetes manifest; omitted if absent. */
  readonly namespace?: string | undefined;
  /** Name of the recreated resource; by default the old one with `now`. */
  readonly newName?: string | undefined;
  readonly now: Date;
}

/** A resource as text in a format. */
export interface Rendering extends Remarks {
  readonly text: string;
}

/** A format, besides the catalog's own, in which resources of a type can be written. */
export interface Format {
  readonly name: string;
  readonly description: string;
  /** RFC 9512 for YAML; HCL has no registered type. */
  readonly mediaType: string;
  readonly extension: string;
  /** Whether it recreates the resource under a new name. */
  readonly takesNewName?: boolean;
  /** Throws NewNameError if `newName` is not a valid name. */
  render(row: FlatRow, options: RenderOptions): Rendering;
}

/** A name that the service would reject. */
export class NewNameError extends Error {
  override readonly name: string = 'NewNameError';
}
