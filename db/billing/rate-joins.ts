import { sql } from 'kysely';

/**
 * Joins a row `u` to the prices of its day: `rate` for its instance type, `storage` for volumes. An account's own prices take precedence.
 */
export const rateJoins = sql`
    LEFT JOIN billing_rate_account AS own ON own.account_id = u.account_id
    LEFT JOIN billing_rate AS rate
      ON rate.resource_type = u.resource_type AND rate.account_id = coalesce(own.account_id, '*') AND rate.region = u.region AND rate.instance_type = u.instance_type
      AND u.day >= rate.valid_from AND u.day < rate.valid_to
    LEFT JOIN billing_rate AS storage
      ON storage.resource_type = u.resource_type AND storage.account_id = coalesce(own.account_id, '*') AND storage.region = u.region AND storage.instance_type = ''
      AND u.day >= storage.valid_from AND u.day < storage.valid_to`;
