import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { stringifyJson } from '../../../catalog/exact-json.ts';
import { type Job, type JobKey, manifestQuery } from '../api/queries.ts';
import { visibleLines } from '../format/visible.ts';
import { Copy } from '../parts/copyable.tsx';
import { ErrorState } from '../parts/error-state.tsx';

type Kind = 'json' | 'ack' | 'terraform-aws';

/** The job as JSON, as a manifest for Kubernetes (ACK) and as Terraform, to copy. */
export function Source({ job, jobKey }: { job: Job; jobKey: JobKey }) {
  const [kind, setKind] = useState<Kind>('json');
  const { data, error, refetch } = useQuery({
    ...manifestQuery(jobKey, kind === 'json' ? 'ack' : kind),
    enabled: kind !== 'json',
    retry: false,
  });
  const text = kind === 'json' ? stringifyJson(job, 2) : data;
  return (
    <div className="card-body">
      <div className="section-end" style={{ marginBottom: 8 }}>
        <SegmentedControl
          value={kind}
          onChange={(next) => setKind(next as Kind)}
          data={[
            { value: 'json', label: 'JSON' },
            { value: 'ack', label: 'YAML for ACK' },
            { value: 'terraform-aws', label: 'Terraform' },
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
