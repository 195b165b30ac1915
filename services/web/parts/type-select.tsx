import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { typesQuery } from '../api/queries.ts';
import { pluralTitle } from '../format/noun.ts';

interface Props {
  readonly value: string | undefined;
  readonly onChange: (type: string | undefined) => void;
  /** Types that are offered; all where nothing is said. */
  readonly types?: (name: string) => boolean;
}

/** Which resource type a view is about; all of them at first. Nothing where there is no choice. */
export function TypeSelect({ value, onChange, types = () => true }: Props) {
  const { data = [] } = useQuery(typesQuery);
  const offered = data.filter(({ name }) => types(name));
  if (offered.length < 2) return null;
  return (
    <Select
      aria-label="Resource type"
      w={170}
      value={value ?? 'all'}
      data={[
        { value: 'all', label: 'Every type' },
        ...offered.map((type) => ({ value: type.name, label: pluralTitle(type) })),
      ]}
      onChange={(name) => onChange(name === 'all' || name === null ? undefined : name)}
    />
  );
}
