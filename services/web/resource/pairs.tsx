import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { visible } from '../format/visible.ts';
import { Copy } from '../parts/copyable.tsx';
import { Section } from './facts.tsx';
import { LongText } from './long-text.tsx';

/** Names and values as a table, with a search where it is long, and a button that copies all of it. */
export function Pairs({
  title,
  pairs,
}: {
  title: string;
  pairs: readonly { readonly name: string; readonly value: string | number }[];
}) {
  const [typed, setTyped] = useState('');
  const all = pairs.map(({ name, value }) => [name, String(value)] as const);
  const wanted = typed.toLowerCase();
  const shown = all.filter(([key, value]) => `${key} ${value}`.toLowerCase().includes(wanted));
  return (
    <Section
      title={`${title} (${all.length})`}
      end={
        <span className="section-end">
          {all.length > 6 && (
            <TextInput
              placeholder="Search"
              aria-label={`Search ${title}`}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          <Copy text={all.map(([key, value]) => `${key}=${value}`).join('\n')} label={`Copy all ${title}`} />
        </span>
      }
    >
      <table className="table tight pairs">
        <tbody>
          {shown.map(([key, value]) => (
            <tr key={key}>
              <td className="mono">{visible(key)}</td>
              <td className="mono">
                <LongText text={value} />
              </td>
              <td className="pairs-copy">
                <Copy text={value} label={`Copy ${key}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="soft">Nothing holds {typed}.</p>}
    </Section>
  );
}
