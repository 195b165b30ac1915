import { allFields, isRepeated } from './field-path.ts';
import { nearestName } from './nearest-name.ts';
import type { ResourceSchema } from './resource-schema.ts';

/** Returns the path of the field that was probably meant by an unknown one; of two equally near ones, the one outside lists. */
export function nearestField(type: ResourceSchema, path: string): string | undefined {
  const fields = allFields(type);
  const ordered = [...fields.filter((field) => !isRepeated(field)), ...fields.filter(isRepeated)];
  return nearestName(
    path,
    ordered.map((field) => field.path),
  );
}
