import { type AnyResourceType, resourceTypes } from '../resource-types.ts';
import type { Billing } from './billing.ts';

export type BilledType = AnyResourceType & { readonly billing: Billing<AnyResourceType['row']> };

export const isBilled = (type: AnyResourceType): type is BilledType => type.billing !== undefined;

/** Every resource type that is billed. */
export const billedTypes: readonly BilledType[] = resourceTypes.filter(isBilled);

/** Every kind of price, in the order of the resource types. */
export const priceKinds: readonly string[] = [
  ...new Set(billedTypes.flatMap(({ billing }) => Object.values<string>({ ...billing.prices }))),
];

/** The kinds of prices per GB-month, without an instance type. */
export const storageKinds: ReadonlySet<string> = new Set(
  billedTypes.flatMap(({ billing }) => billing.prices.storage ?? []),
);
