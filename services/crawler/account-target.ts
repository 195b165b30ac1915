/** An account to crawl, and how to get into it. */
export interface AccountTarget {
  /** Twelve digits; found by asking STS where it is absent. */
  readonly id?: string | undefined;
  /** A name for people. */
  readonly name?: string | undefined;
  readonly regions: readonly string[];
  /** Role to assume; without one the profile or the default credentials are used as they are. */
  readonly roleArn?: string | undefined;
  readonly externalId?: string | undefined;
  /** Session name that CloudTrail shows; `sagecat` by default. */
  readonly sessionName?: string | undefined;
  /** Profile of the shared AWS configuration to start from, in place of the default chain. */
  readonly profile?: string | undefined;
}
