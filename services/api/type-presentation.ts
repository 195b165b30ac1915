import { findField, isRepeated, isScalar } from '../../catalog/field-path.ts';
import { fieldTitles } from '../../catalog/field-title.ts';
import { catalogType } from '../../catalog/fields.ts';
import { labelOf } from '../../catalog/label-of.ts';
import { nounOf } from '../../catalog/noun-of.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { TypePresentation } from './schemas/resource-type.ts';

/** Returns what the page needs to show lists of a type, without withheld columns. */
export function typePresentation(type: AnyResourceType): TypePresentation {
  const { key, failure, presentation, billing } = type;
  const isShown = (path: string) => findField(type, path) !== undefined;
  const areShown = (paths: readonly string[]) => paths.length > 0 && paths.every(isShown);
  return {
    noun: nounOf(type),
    label: labelOf(type),
    key: { arn: key.arn, name: key.name, created_at: key.createdAt },
    statuses: (presentation?.statuses ?? []).filter(isShown),
    failure: failure && areShown([failure.field, failure.reason]) ? { ...pick(failure) } : null,
    columns: (presentation?.columns ?? [])
      .filter(({ fields }) => areShown(fields))
      .map(({ title, fields, otherwise, unit = null }) => ({
        title,
        fields: [...fields],
        ...(otherwise && areShown(otherwise) && { otherwise: [...otherwise] }),
        unit,
      })),
    filters: titled(type, presentation?.filters ?? countedFacets(type)),
    siblings: titled(type, presentation?.siblings ?? []),
    formats: (type.formats ?? []).map(({ name, description }) => ({ name, description })),
    billing: billing
      ? {
          dimensions: shownValues(billing.search?.dimensions ?? {}, isShown),
          ended_at: billing.search?.endedAt ?? null,
          seconds: billing.search?.seconds ?? null,
          waste: { ...billing.search?.waste },
        }
      : null,
  };
}

const pick = ({ field, value, reason }: NonNullable<AnyResourceType['failure']>) => ({ field, value, reason });

function titled(type: AnyResourceType, paths: readonly string[]): TypePresentation['filters'] {
  const fields = paths.flatMap((path) => findField(type, path) ?? []);
  const titles = fieldTitles(type, fields);
  return fields.map(({ path, field }) => ({ path, title: titles.get(path) ?? path, type: catalogType(field) }));
}

/** Returns the facets with few values, status fields first, without numbers and times. */
function countedFacets(type: AnyResourceType): readonly string[] {
  const counted = type.facets.filter((path) => {
    const field = findField(type, path);
    return field && isScalar(field) && !isRepeated(field) && ['string', 'boolean'].includes(field.field.kind);
  });
  return [...new Set([...(type.presentation?.statuses.slice(0, 1) ?? []), ...counted])];
}

const shownValues = (
  dimensions: Readonly<Record<string, readonly string[]>>,
  isShown: (path: string) => boolean,
): Record<string, string[]> =>
  Object.fromEntries(Object.entries(dimensions).map(([name, paths]) => [name, paths.filter(isShown)]));
