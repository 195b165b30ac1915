import { lazy, Suspense, useState } from 'react';
import { stringifyJson } from '../../../catalog/exact-json.ts';
import type { Version } from '../api/queries.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import './changed-field.css';

const Difference = lazy(async () => ({ default: (await import('./difference.tsx')).Difference }));

/** A field that differs between two versions, from what to what. */
export function ChangedField({ difference: { field, before, after } }: { difference: Version['differences'][number] }) {
  const isLong =
    [before, after].some((value) => typeof value === 'object' && value !== null) ||
    textOf(before).length + textOf(after).length > 160;
  const [open, setOpen] = useState(false);
  return (
    <div className="changed">
      <span className="mono changed-field">{visible(field)}</span>
      {isLong ? (
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'hide the difference' : 'show the difference'}
        </button>
      ) : (
        <span className="changed-values">
          <del>{visible(textOf(before)) || 'nothing'}</del> → <ins>{visible(textOf(after)) || 'nothing'}</ins>
        </span>
      )}
      {open && (
        <Suspense>
          <Difference before={written(before)} after={written(after)} />
        </Suspense>
      )}
    </div>
  );
}

const written = (value: unknown): string =>
  typeof value === 'object' && value !== null ? stringifyJson(value, 2) : textOf(value);
