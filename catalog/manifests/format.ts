import type { FlatRow } from '../flatten.ts';
import type { Remarks } from './rendering.ts';

export interface RenderOptions {
  /** Namespace of a Kubernetes manifest; none is written where it is not given. */
  readonly namespace?: string | undefined;
  /** Name of the resource that is made again; made from the old one and `now` where it is not given. */
  readonly newName?: string | undefined;
  readonly now: Date;
}

/** A resource as text in a format. */
export interface Rendering extends Remarks {
  readonly text: string;
}

/** A format, other than the catalog's own, in which resources of a type can be written. */
export interface Format {
  readonly name: string;
  readonly description: string;
  /** RFC 9512 for YAML; HCL has no registered type. */
  readonly mediaType: string;
  readonly extension: string;
  /** Whether it makes the resource again, under a new name. */
  readonly takesNewName?: boolean;
  /** Throws NewNameError where `newName` is no name for a resource. */
  render(row: FlatRow, options: RenderOptions): Rendering;
}

/** A name that the service would refuse. */
export class NewNameError extends Error {
  override readonly name: string = 'NewNameError';
}
