/** The parts of an Amazon Resource Name. `resource` is everything after the fifth colon, e.g. `kind/name`. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  readonly resource: string;
}

const pattern = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):(\d{12}):(.+)$/s;

/** Parses an ARN that names an account; returns undefined for any other text. */
export function parseArn(text: string): Arn | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, partition = '', service = '', region = '', accountId = '', resource = ''] = match;
  return { partition, service, region, accountId, resource };
}

/** Returns whether an ARN belongs to a resource type. */
export const isArnOf = (
  type: { readonly service: string; readonly arnResource: string },
  { service, resource }: Arn,
): boolean => service === type.service && resource.startsWith(type.arnResource);
