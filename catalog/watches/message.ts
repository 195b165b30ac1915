/** The body of a webhook message, in the form of Standard Webhooks. The other channels convert it. */
export interface MessageBody {
  /** The kind of event: `watch.enters` etc., or `watch.test` for a test of a channel. */
  readonly type: `watch.${string}`;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly data: {
    readonly watch: string;
    readonly title: string;
    /** The event, in a sentence. */
    readonly summary: string;
    readonly resource_type: string;
    readonly account_id: string | null;
    readonly account_name: string | null;
    readonly region: string | null;
    /** The reason that the resources share: why they failed, or the policy that they violate. */
    readonly reason: string | null;
    /** The number of resources, changes or targets. */
    readonly count: number;
    /** The first of them. */
    readonly resources: readonly MessageResource[];
    /** For a threshold: the measured value, and the number that it passed. */
    readonly value?: number;
    readonly above?: number;
    readonly unit?: string;
  };
}

/** A resource in a message. */
export interface MessageResource {
  readonly name: string;
  readonly arn: string;
  /** The fields that changed. */
  readonly fields?: readonly string[];
}

/** The maximum number of resources in a message. */
export const namedResources = 20;
