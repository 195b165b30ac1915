import { useQuery } from '@tanstack/react-query';
import { coverageQuery, typesQuery } from '../api/queries.ts';
import { pluralTitle } from '../format/noun.ts';

/** What people call a value of a dimension: accounts by their names, types by their titles; null where it has none. */
export function useNames(by: string): (value: string | null) => string {
  const { data: coverage } = useQuery(coverageQuery);
  const { data: types } = useQuery(typesQuery);
  return (value) => {
    if (value === null) return 'none';
    if (by === 'account_id') return coverage?.items.find(({ account_id: id }) => id === value)?.account_name ?? value;
    const type = by === 'resource_type' ? types?.find(({ name }) => name === value) : undefined;
    return type ? pluralTitle(type) : value.replaceAll('_', by === 'waste' || by === 'capacity' ? ' ' : '_');
  };
}
