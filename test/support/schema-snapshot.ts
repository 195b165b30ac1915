import type pg from 'pg';

/** Returns everything that migrations create, one line each: relations with their comments, privileges and policies, columns, indexes, ... */
export async function schemaSnapshot(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(`
    WITH ours AS (
      SELECT c.* FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'sagecat_private') AND c.relname NOT LIKE 'kysely_migration%')
    SELECT concat_ws(' ', 'relation', c.oid::regclass, c.relkind, c.reloptions::text, 'security', c.relrowsecurity,
      'privileges', (SELECT array_agg(acl::text ORDER BY acl::text) FROM unnest(c.relacl) AS acl),
      'comment', obj_description(c.oid, 'pg_class')) AS line
    FROM ours AS c WHERE c.relkind IN ('r', 'v', 'm', 'S')
    UNION ALL
    SELECT concat_ws(' ', 'column', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), 'not null', a.attnotnull,
      a.attidentity, pg_get_expr(d.adbin, d.adrelid), 'privileges', a.attacl::text, 'comment', col_description(a.attrelid, a.attnum))
    FROM pg_attribute AS a JOIN ours AS c ON c.oid = a.attrelid LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm')
    UNION ALL
    SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid IN (SELECT oid FROM ours)
    UNION ALL
    SELECT concat_ws(' ', 'index', indexdef) FROM pg_indexes
    WHERE schemaname IN ('public', 'sagecat_private') AND tablename NOT LIKE 'kysely_migration%'
    UNION ALL
    SELECT concat_ws(' ', 'view', oid::regclass, pg_get_viewdef(oid)) FROM ours WHERE relkind IN ('v', 'm')
    UNION ALL
    SELECT concat_ws(' ', 'policy', tablename, policyname, roles::text, cmd, qual, with_check) FROM pg_policies
    UNION ALL
    SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(oid)) FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL
    SELECT concat_ws(' ', 'function', n.nspname, p.proname, p.proacl::text, pg_get_functiondef(p.oid))
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('public', 'sagecat_private') AND p.prokind = 'f'
    UNION ALL
    SELECT concat_ws(' ', 'schema', nspname, nspacl::text, obj_description(oid, 'pg_namespace'))
    FROM pg_namespace WHERE nspname LIKE 'sagecat%'
    UNION ALL
    SELECT concat_ws(' ', 'type', t.oid::regtype, t.typtype)
    FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace
    WHERE n.nspname IN ('public', 'sagecat_private') AND t.typtype IN ('e', 'd')`);
  return rows.map(({ line }) => line).sort();
}

/** Returns the tables, views and columns without a comment. */
export async function withoutComment(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT c.oid::regclass || coalesce('.' || a.attname, '') AS name
     FROM pg_class AS c LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm') AND c.relname NOT LIKE 'kysely_migration%'
       AND (obj_description(c.oid, 'pg_class') IS NULL OR a.attnum IS NOT NULL AND col_description(c.oid, a.attnum) IS NULL)
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
