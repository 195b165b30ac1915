import { useQuery } from '@tanstack/react-query';
import { type ResourceKey, type ResourceType, versionsQuery } from '../api/queries.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Time } from '../parts/time.tsx';
import { ChangedField } from './changed-field.tsx';
import { ResourceSkeleton } from './skeleton.tsx';

const kinds: Readonly<Record<string, string>> = {
  first_seen: 'First seen',
  changed: 'Changed',
  deleted: 'Deleted',
  restored: 'Seen again',
};

interface Props {
  readonly type: ResourceType;
  readonly of: ResourceKey;
  readonly onAsOf: ((moment: string) => void) | undefined;
}

/** The versions of a resource, newest first, each as what differs from the one before. */
export function History({ type, of, onAsOf }: Props) {
  const { data, error, refetch } = useQuery(versionsQuery(of));
  if (error) return <ErrorState error={error} reset={() => void refetch()} />;
  if (!data) return <ResourceSkeleton />;
  return (
    <ol className="versions">
      {data.items.map((version, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two versions may have one time, and none moves
        <li key={`${version.seen_at}${index}`}>
          <header>
            <strong>{kinds[version.kind] ?? version.kind}</strong>
            <span className="soft">
              seen <Time value={version.seen_at} />
            </span>
            {onAsOf && (
              <button type="button" className="link" onClick={() => onAsOf(version.seen_at)}>
                the {type.presentation.noun} as of then
              </button>
            )}
          </header>
          {version.differences.map((difference) => (
            <ChangedField key={difference.field} difference={difference} />
          ))}
        </li>
      ))}
      {data.history_since && (
        <li className="soft">
          Changes before <Time value={data.history_since} /> are no longer kept.
        </li>
      )}
    </ol>
  );
}
