/** What a list operation is asked with. */
export interface ListParameters {
  /** The parameter for the number of resources on a page, and the largest that it takes. */
  readonly pageSize: { readonly name: string; readonly max: number };
  /** The parameters that bring the oldest first; undefined where there is no such order. */
  readonly oldestFirst: Readonly<Record<string, string>> | undefined;
  /** The filter for what was created after a moment; undefined where there is none. */
  readonly createdAfter: string | undefined;
  /** The filter for what was created before a moment; undefined where there is none. */
  readonly createdBefore: string | undefined;
  /** The token of the next page, as it is sent and as it is answered. */
  readonly nextToken: { readonly request: string; readonly response: string };
}

/** The parameters of most of SageMaker's list operations. */
export const defaultListParameters: ListParameters = {
  pageSize: { name: 'MaxResults', max: 100 },
  oldestFirst: { SortBy: 'CreationTime', SortOrder: 'Ascending' },
  createdAfter: 'CreationTimeAfter',
  createdBefore: 'CreationTimeBefore',
  nextToken: { request: 'NextToken', response: 'NextToken' },
};

/** Whether a listing can begin at a moment and go on in order of creation. All others are read whole before they are compared. */
export const isOrdered = ({ oldestFirst, createdAfter }: ListParameters): boolean =>
  oldestFirst !== undefined && createdAfter !== undefined;
