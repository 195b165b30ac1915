import { parseArn } from '../arn.ts';
import { type Field, type Fields, membersOf } from '../fields.ts';
import { type FlatRow, flatten } from '../flatten.ts';
import { isObject } from '../is-object.ts';
import { type AnyResourceType, resourceTypes } from '../resource-types.ts';

/** An event that tells of a resource, or why a document is none. */
export type EventReading =
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly type: AnyResourceType;
      readonly row: FlatRow;
      readonly region: string;
    }
  /** Well-formed, but about something else. */
  | { readonly kind: 'other'; readonly reason: string }
  | { readonly kind: 'broken'; readonly reason: string };

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads an EventBridge event, as it comes by itself or within an SNS notification. Its detail has the members of
 * the type's describe response but for a few, with instants as milliseconds since 1970, often in quotes, and tags as a map
 * (https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html).
 */
export function readResourceEvent(document: unknown): EventReading {
  const event = unwrapNotification(document);
  if (!isObject(event) || typeof event['detail-type'] !== 'string') {
    return { kind: 'broken', reason: 'it is no EventBridge event' };
  }
  const type = resourceTypes.find(
    ({ service, events }) => event.source === `aws.${service}` && events?.detailType === event['detail-type'],
  );
  if (!type) {
    return { kind: 'other', reason: `it is ${nameOfEvent(event['detail-type'], event.source)}` };
  }
  const { detail, account, region } = event;
  if (!isObject(detail)) return { kind: 'broken', reason: 'it has no detail' };
  const { Tags, ...members } = detail;
  const response = withInstants(type.members, members);
  const origin = {
    ...(typeof account === 'string' && { accountId: account }),
    ...(typeof region === 'string' && { region }),
    tags: readTags(Tags),
  };
  const flattened = flatten(type, response, origin);
  if (!flattened.ok) return { kind: 'broken', reason: flattened.error.message };
  return { kind: 'event', id: String(event.id ?? ''), type, row: flattened.row, region: flattened.region };
}

/** An event of AWS by its name; what else is in a queue may be anything, and is not told. */
const nameOfEvent = (detailType: string, source: unknown): string =>
  /^[A-Z][\w ()/-]{2,80}$/.test(detailType) && /^aws\.[\w-]{1,30}$/.test(String(source))
    ? `a ${detailType} of ${source}`
    : 'an event of another source';

/** An SNS notification holds the event as text, unless its subscription delivers it raw. */
function unwrapNotification(document: unknown): unknown {
  if (!isObject(document) || document.Type !== 'Notification' || typeof document.Message !== 'string') {
    return document;
  }
  try {
    return JSON.parse(document.Message);
  } catch {
    return document;
  }
}

/** Milliseconds since 1970 as instants, at every depth; all other values are for flattening to judge. */
function withInstants(members: Fields, held: Json): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(held).map(([name, value]) => {
      const field = Object.hasOwn(members, name) ? members[name] : undefined;
      return [name, field ? instantOf(field, value) : value];
    }),
  );
}

function instantOf(field: Field, value: unknown): unknown {
  if (field.kind === 'timestamp') {
    const milliseconds = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    return typeof milliseconds === 'number' ? new Date(Math.round(milliseconds)) : value;
  }
  const inner = membersOf(field);
  if (!inner) return value;
  if (Array.isArray(value)) return value.map((item) => (isObject(item) ? withInstants(inner, item) : item));
  return isObject(value) ? withInstants(inner, value) : value;
}

/** Tags as a map of key to value, or as AWS lists them elsewhere. An event without tags says nothing of them. */
function readTags(tags: unknown): { Key: string; Value: string }[] | null {
  const entries = Array.isArray(tags)
    ? tags.filter(isObject).map(({ Key, Value }) => [Key, Value] as const)
    : isObject(tags)
      ? Object.entries(tags)
      : [];
  const read = entries.map(([key, value]) => ({ Key: String(key), Value: String(value ?? '') }));
  return read.length === 0 ? null : read;
}

/** Where a resource is, by its ARN and name: what one needs to describe it. */
export interface ResourceLocation {
  readonly accountId: string;
  readonly region: string;
  /** In the resource's own spelling; its ARN has small letters. */
  readonly name: string;
  readonly arn: string;
}

export function locationOf(type: AnyResourceType, row: FlatRow): ResourceLocation {
  const arn = String(row[type.key.arn]);
  return {
    accountId: row.account_id,
    region: parseArn(arn)?.region ?? '',
    name: String(row[type.key.name]),
    arn,
  };
}
