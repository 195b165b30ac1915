/** The unit of crawling: a resource type in an account and a region. */
export interface TargetKey {
  readonly resourceType: string;
  readonly accountId: string;
  readonly region: string;
}
