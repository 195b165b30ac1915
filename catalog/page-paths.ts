/** The path of each view of the page below its address; what begins with a dollar sign is a parameter. The router and the API both follow it. */
export const pagePaths = {
  catalog: '/',
  resource: '/resources/$type/$arn',
  /** A resource of the first type. */
  job: '/jobs/$arn',
  compare: '/compare',
  changes: '/changes',
  spend: '/spend',
  budgets: '/budgets',
  policies: '/policies',
  policy: '/policies/$name',
  watches: '/watches',
  coverage: '/coverage',
  sql: '/sql',
} as const;
