interface AccountTable {
  account_id: string;
  /** Null if neither the configuration nor AWS names it. */
  name: string | null;
  /** Whether every row of the account has the name. */
  rows_named: boolean;
}

export interface AccountSchema {
  account: AccountTable;
}
