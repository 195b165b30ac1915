import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { stringifyJson } from '../../../catalog/exact-json.ts';
import { manifestQuery, type ResourceKey, type ResourceType, type Row } from '../api/queries.ts';
import { visibleLines } from '../format/visible.ts';
import { Copy } from '../parts/copyable.tsx';
import { ErrorState } from '../parts/error-state.tsx';

/** A resource as JSON and in every format of its type, to copy. */
export function Source({ type, row, of }: { type: ResourceType; row: Row; of: ResourceKey }) {
  const { formats } = type.presentation;
  const [kind, setKind] = useState('json');
  const { data, error, refetch } = useQuery({
    ...manifestQuery(of, kind),
    enabled: kind !== 'json',
    retry: false,
  });
  const text = kind === 'json' ? stringifyJson(row, 2) : data;
  return (
    <div className="card-body">
      <div className="section-end" style={{ marginBottom: 8 }}>
        <Select
          aria-label="Format"
          w={320}
          value={kind}
          onChange={(next) => setKind(next ?? 'json')}
          data={[
            { value: 'json', label: 'JSON: the row as it is' },
            ...formats.map(({ name, description }) => ({ value: name, label: description })),
          ]}
        />
        {text !== undefined && <Copy text={text} label="Copy all" />}
      </div>
      {error && kind !== 'json' ? (
        <ErrorState error={error} reset={() => void refetch()} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
        <pre className="source mono" role="region" tabIndex={0} aria-label="Source">
          {visibleLines((text ?? '…').slice(0, 300_000))}
        </pre>
      )}
    </div>
  );
}
