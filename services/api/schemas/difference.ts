import { Type } from 'typebox';

/** A field that differs between two versions of a resource. */
export const differenceSchema = Type.Object({
  field: Type.String({ description: 'Path of the field, e.g. warm_pool_status.status.' }),
  before: Type.Unknown(),
  after: Type.Unknown(),
});
