import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ResourceType } from '../api/queries.ts';
import { Icon } from '../parts/icon.tsx';
import { titleOf } from './columns.tsx';

interface Props {
  readonly type: ResourceType;
  readonly columns: readonly string[];
  readonly fields: readonly string[];
  readonly onColumns: (columns: readonly string[] | undefined) => void;
}

const most = 40;

/** Which fields are columns, and in which order. */
export function ColumnMenu({ type, columns, fields, onColumns }: Props) {
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const others = fields.filter((field) => !columns.includes(field) && field.toLowerCase().includes(wanted));
  const moved = (from: number, to: number) => {
    const next = [...columns];
    next.splice(to, 0, ...next.splice(from, 1));
    onColumns(next);
  };
  return (
    <Popover position="bottom-end" shadow="md" width={300} trapFocus>
      <Popover.Target>
        <Button leftSection={<Icon name="columns" size={14} />} aria-label="Columns">
          <span className="wide-only">Columns</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <TextInput
          placeholder="Find a field"
          aria-label="Find a field"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
        <div className="column-list">
          {wanted === '' &&
            columns.map((field, index) => (
              <div key={field} className="column-item">
                <span title={field}>{titleOf(type, field)}</span>
                <ActionIcon
                  size={20}
                  disabled={index === 0}
                  aria-label={`Move ${titleOf(type, field)} to the left`}
                  title="To the left"
                  onClick={() => moved(index, index - 1)}
                >
                  <Icon name="up" size={12} />
                </ActionIcon>
                <ActionIcon
                  size={20}
                  disabled={index === columns.length - 1}
                  aria-label={`Move ${titleOf(type, field)} to the right`}
                  title="To the right"
                  onClick={() => moved(index, index + 1)}
                >
                  <Icon name="down" size={12} />
                </ActionIcon>
                <ActionIcon
                  size={20}
                  disabled={columns.length === 1}
                  aria-label={`Remove ${titleOf(type, field)}`}
                  title="Remove"
                  onClick={() => onColumns(columns.filter((other) => other !== field))}
                >
                  <Icon name="cross" size={12} />
                </ActionIcon>
              </div>
            ))}
          {others.slice(0, most).map((field) => (
            <button
              key={field}
              type="button"
              className="column-item add"
              onClick={() => onColumns([...columns, field])}
            >
              <Icon name="plus" size={12} />
              <span title={field}>{field}</span>
            </button>
          ))}
          {others.length > most && <p className="facet-none">{others.length - most} more: type to find them</p>}
        </div>
        <Button fullWidth onClick={() => onColumns(undefined)}>
          The usual columns
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
