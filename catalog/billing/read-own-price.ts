import { safeName } from '../secrets/safe-name.ts';
import { priceKinds, storageKinds } from './billed-types.ts';
import { decimal } from './decimal.ts';
import { all, currencyOf, type Price } from './price.ts';

const columns = new Set([
  'valid_from',
  'valid_to',
  'account_id',
  'region',
  'instance_type',
  'kind',
  'price',
  'currency',
  'discount_percent',
  'note',
]);

/**
 * Reads a row of a hand-written CSV as a price or a discount, or returns what is wrong with it. An absent account, or in discounts region
 * or instance type, means all; an absent kind means training.
 */
export function readOwnPrice(record: Readonly<Record<string, string>>): Price | { readonly mistake: string } {
  const unknown = Object.keys(record).find((name) => !columns.has(name));
  if (unknown !== undefined) {
    return { mistake: `there is no column "${safeName(unknown)}"; the columns are ${[...columns].join(', ')}` };
  }
  const { valid_from = '', valid_to = '', price = '', discount_percent: discount = '', currency = '' } = record;
  const kind = record.kind || 'training';
  const account = record.account_id || all;
  const isDiscount = discount !== '';
  const region = record.region || (isDiscount ? all : '');
  const instanceType = record.instance_type || (isDiscount ? all : '');
  const amount = decimal(isDiscount ? discount : price);
  const mistake =
    (!isDay(valid_from) && 'valid_from must be a day such as 2026-01-31') ||
    (valid_to !== '' && !isDay(valid_to) && 'valid_to must be a day or empty') ||
    (valid_to !== '' &&
      valid_to <= valid_from &&
      'valid_to, the first day without the price, must be after valid_from') ||
    (!priceKinds.includes(kind) && `kind must be one of ${priceKinds.join(', ')}`) ||
    (account !== all && !/^\d{12}$/.test(account) && 'account_id must be 12 digits') ||
    (isDiscount === (price !== '') && 'give either price or discount_percent') ||
    ((amount === undefined || amount.startsWith('-')) &&
      `${isDiscount ? 'discount_percent' : 'price'} must be a number such as 3.825`) ||
    (isDiscount && Number(amount) > 100 && 'discount_percent must be at most 100') ||
    (region === '' && 'region is missing') ||
    (!isDiscount &&
      /\*/.test(region + instanceType) &&
      '* stands in discounts only; a price is for one region and instance type') ||
    (!isDiscount && !storageKinds.has(kind) && instanceType === '' && 'instance_type is missing') ||
    (!isDiscount && storageKinds.has(kind) && instanceType !== '' && 'storage has no instance_type') ||
    (currency !== '' &&
      region !== all &&
      currency !== currencyOf(region) &&
      `AWS bills ${region} in ${currencyOf(region)}`);
  if (mistake) return { mistake };
  return {
    source: 'own',
    account_id: account,
    region,
    instance_type: instanceType,
    kind,
    valid_from,
    valid_to: valid_to || null,
    price: isDiscount ? null : (amount ?? null),
    discount_percent: isDiscount ? (amount ?? null) : null,
  };
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
