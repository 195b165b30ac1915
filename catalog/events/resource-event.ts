import { parseArn } from '../arn.ts';
import { type Field, type Fields, membersOf } from '../fields.ts';
import { type FlatRow, flatten } from '../flatten.ts';
import { isObject } from '../is-object.ts';
import { type AnyResourceType, resourceTypes } from '../resource-types.ts';

/** An event about a resource, or the reason why a document is not one. */
export type EventReading =
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly type: AnyResourceType;
      readonly row: FlatRow;
      readonly region: string;
    }
  /** A valid event about something else. */
  | { readonly kind: 'other'; readonly reason: string }
  | { readonly kind: 'broken'; readonly reason: string };

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads an EventBridge event, alone or in an SNS notification. Its detail has most members of the type's describe response, with times in
 * milliseconds since 1970, often in quotes, and tags as a map
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

/** Returns the name of an AWS event; other content of a queue may be anything, and is never shown. */
const nameOfEvent = (detailType: string, source: unknown): string =>
  /^[A-Z][\w ()/-]{2,80}$/.test(detailType) && /^aws\.[\w-]{1,30}$/.test(String(source))
    ? `a ${detailType} of ${source}`
    : 'an event of another source';

/** Returns the event in an SNS notification, which contains it as text unless the subscription uses raw delivery. */
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

/** Converts milliseconds since 1970 to Dates, at every depth; `flatten` validates all other values. */
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

/** Reads tags as a map or as a list of key and value. Returns null for an event without tags. */
function readTags(tags: unknown): { Key: string; Value: string }[] | null {
  const entries = Array.isArray(tags)
    ? tags.filter(isObject).map(({ Key, Value }) => [Key, Value] as const)
    : isObject(tags)
      ? Object.entries(tags)
      : [];
  const read = entries.map(([key, value]) => ({ Key: String(key), Value: String(value ?? '') }));
  return read.length === 0 ? null : read;
}

/** The location of a resource: what a describe needs. */
export interface ResourceLocation {
  readonly accountId: string;
  readonly region: string;
  /** In its own case; the ARN has it in lower case. */
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
