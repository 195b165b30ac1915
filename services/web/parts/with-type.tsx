import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type ResourceType, typesQuery } from '../api/queries.ts';
import { visible } from '../format/visible.ts';
import { ErrorState } from './error-state.tsx';
import { State } from './state.tsx';

interface Props {
  /** The first type where there is none. */
  readonly name: string | undefined;
  readonly children: (type: ResourceType) => ReactNode;
}

/** What is shown of a resource type, as soon as the API has told of it. */
export function WithType({ name, children }: Props) {
  const { data: types, error, refetch } = useQuery(typesQuery);
  if (error) return <ErrorState error={error} reset={() => void refetch()} />;
  if (!types) return null;
  const type = name === undefined ? types[0] : types.find((one) => one.name === name);
  if (type) return children(type);
  return (
    <State title={`There is no resource type ${visible(name ?? '')}`}>
      <p>Those that are catalogued: {types.map((one) => one.name).join(', ')}.</p>
      <Link to="/">Go to the catalog</Link>
    </State>
  );
}
