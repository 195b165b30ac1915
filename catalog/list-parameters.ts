/** The parameters of a list operation. */
export interface ListParameters {
  /** The parameter for the page size, and its maximum. */
  readonly pageSize: { readonly name: string; readonly max: number };
  /** The parameters for the order by creation time, oldest first; undefined if the operation has none. */
  readonly oldestFirst: Readonly<Record<string, string>> | undefined;
  /** The filter for resources created after a time; undefined if there is none. */
  readonly createdAfter: string | undefined;
  /** The filter for resources created before a time; undefined if there is none. */
  readonly createdBefore: string | undefined;
  /** The names of the token of the next page in the request and in the response. */
  readonly nextToken: { readonly request: string; readonly response: string };
}

/** The parameters of most list operations of SageMaker. */
export const defaultListParameters: ListParameters = {
  pageSize: { name: 'MaxResults', max: 100 },
  oldestFirst: { SortBy: 'CreationTime', SortOrder: 'Ascending' },
  createdAfter: 'CreationTimeAfter',
  createdBefore: 'CreationTimeBefore',
  nextToken: { request: 'NextToken', response: 'NextToken' },
};

/** Returns whether a listing can start at a time and continue by creation time. All others are read completely before they are compared. */
export const isOrdered = ({ oldestFirst, createdAfter }: ListParameters): boolean =>
  oldestFirst !== undefined && createdAfter !== undefined;
