/** An account to crawl, and the credentials for it. */
export interface AccountTarget {
  /** Twelve digits; looked up with STS if absent. */
  readonly id?: string | undefined;
  /** A display name. */
  readonly name?: string | undefined;
  readonly regions: readonly string[];
  /** Role to assume; without one the profile or the default credentials are used directly. */
  readonly roleArn?: string | undefined;
  readonly externalId?: string | undefined;
  /** The session name in CloudTrail; `sagecat` by default. */
  readonly sessionName?: string | undefined;
  /** Profile of the shared AWS configuration to start from, instead of the default chain. */
  readonly profile?: string | undefined;
}
