import { Kbd, Modal } from '@mantine/core';
import type { ResourceType } from '../api/queries.ts';

const keysOf = (noun: string) =>
  [
    ['/', 'search'],
    ['j  k', `next and previous ${noun}`],
    ['Enter', `open the ${noun}, or search`],
    ['Esc', `close the ${noun}, leave the search`],
    ['x', `choose the ${noun} to compare`],
    ['?', 'this help'],
  ] as const;

/** Examples of the type's own fields. */
function syntaxOf({ presentation: { failure, filters, key, columns } }: ResourceType): [string, string][] {
  const text = filters.find(({ path, type }) => type === 'STRING' && path.includes('.'))?.path ?? key.name;
  const seconds = columns.find(({ fields: [field = ''] }) => /_in_seconds$/.test(field))?.fields[0];
  return [
    ...(failure ? [[`${failure.field}:${failure.value}`, 'a field is exactly that'] as [string, string]] : []),
    [`${text}:ml.p4*`, 'wildcards'],
    [`${key.created_at}:>now-7d`, 'comparisons, times from now'],
    ...(seconds === undefined ? [] : [[`${seconds}:[3600 TO *]`, 'ranges'] as [string, string]]),
    ['tags.team:(nlp OR vision)', 'several values, a tag by its key'],
    ['-account_name:research', 'not'],
    ['"out of memory"', failure ? 'text of names and failure reasons' : 'text of names'],
  ];
}

/** What the keyboard does and how a search is written. */
export const Help = ({ type, onClose }: { type: ResourceType; onClose: () => void }) => (
  <Modal opened onClose={onClose} title="Keyboard and search" size="lg">
    <dl className="help">
      {keysOf(type.presentation.noun).map(([key, meaning]) => (
        <div key={key}>
          <dt>
            {key.split('  ').map((one) => (
              <Kbd key={one} size="sm">
                {one}
              </Kbd>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
    <dl className="help syntax">
      {syntaxOf(type).map(([term, meaning]) => (
        <div key={term}>
          <dt className="mono">{term}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </Modal>
);
