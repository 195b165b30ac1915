import { useEffect, useState } from 'react';
import { parseJson } from '../../../catalog/exact-json.ts';
import { apiUrl } from '../api/client.ts';
import type { Change } from '../api/queries.ts';

const most = 500;

interface Query {
  readonly type: string | undefined;
  readonly q: string | undefined;
  readonly kinds: string | undefined;
  readonly fields: string | undefined;
}

/** Changes from a place on, the newest first, as they are stored. Without a place nothing is followed. */
export function useLiveChanges({ type, q, kinds, fields }: Query, cursor: string | undefined): readonly Change[] {
  const [changes, setChanges] = useState<readonly Change[]>([]);
  useEffect(() => {
    setChanges([]);
    if (cursor === undefined) return;
    const parameters = { type, q, kinds, fields, cursor };
    const events = new EventSource(apiUrl('v1/changes/events', parameters));
    events.addEventListener('change', ({ data }) => {
      // The page's own server wrote it.
      const change = parseJson(data) as Change;
      setChanges((before) => [change, ...before].slice(0, most));
    });
    events.addEventListener('problem', () => events.close());
    return () => events.close();
  }, [type, q, kinds, fields, cursor]);
  return changes;
}
