/** What a channel is given: the body of a webhook, from which the others make theirs. The form is that of Standard Webhooks. */
export interface MessageBody {
  /** The moment: `watch.enters`, or `watch.test` where somebody tries a channel. */
  readonly type: `watch.${string}`;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly data: {
    readonly watch: string;
    readonly title: string;
    /** What happened, in a sentence. */
    readonly summary: string;
    readonly resource_type: string;
    readonly account_id: string | null;
    readonly account_name: string | null;
    readonly region: string | null;
    /** What the resources have in common: why they failed, or the policy that they violate. */
    readonly reason: string | null;
    /** Resources, changes or targets that it is about. */
    readonly count: number;
    /** The first of them. */
    readonly resources: readonly MessageResource[];
    /** Of a threshold: what was measured, and the number that it passed. */
    readonly value?: number;
    readonly above?: number;
    readonly unit?: string;
  };
}

/** A resource that a message names. */
export interface MessageResource {
  readonly name: string;
  readonly arn: string;
  /** The fields that changed. */
  readonly fields?: readonly string[];
}

/** Resources that a message names at most. */
export const namedResources = 20;
