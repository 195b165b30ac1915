import type { ColumnType } from 'kysely';
import type { Timestamp } from '../schema.ts';

interface HistoryHorizonTable {
  only_row: ColumnType<true, true, never>;
  pruned_before: Timestamp;
}

export interface HistorySchema {
  history_horizon: HistoryHorizonTable;
}
