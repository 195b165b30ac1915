/** Returns the identity of a resource: its ARN and creation time, since the name of a deleted resource, hence its ARN, can be used again. */
export const identityOf = (arn: unknown, created: unknown): string => `${arn} ${created}`;
