import type { ColumnType, Generated } from 'kysely';
import type { FlatValue } from '../../catalog/flatten.ts';
import type { Json, Timestamp } from '../schema.ts';

interface AckManifestTable {
  id: Generated<number>;
  resource_type: string;
  /** The manifest's source: the name of a cluster, or `import`. */
  source: string;
  namespace: string;
  name: string;
  uid: string | null;
  resource_version: string | null;
  arn: string | null;
  account_id: string | null;
  region: string | null;
  resource_name: string | null;
  /** The catalog's columns in the manifest. */
  members: Json<Record<string, FlatValue>>;
  problems: string[];
  manifest: Json<Record<string, FlatValue>>;
  first_seen_at: Timestamp;
  changed_at: Timestamp;
  deleted_at: Timestamp | null;
}

interface AckSourceTable {
  source: string;
  resource_type: string;
  /** The version from which a watch resumes. */
  resource_version: string | null;
  listed_at: ColumnType<string | null, string | Date | null, string | Date | null>;
  seen_at: ColumnType<string | null, string | Date, string | Date>;
}

export interface ManifestSchema {
  ack_manifest: AckManifestTable;
  ack_source: AckSourceTable;
}
