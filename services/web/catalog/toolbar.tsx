import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { apiUrl } from '../api/client.ts';
import { listed } from '../api/listed.ts';
import type { ResourceType, Selection } from '../api/queries.ts';
import { nounFor } from '../format/noun.ts';
import { formatInteger } from '../format/number.ts';
import { Icon } from '../parts/icon.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { titleOf } from './columns.tsx';

interface Props {
  readonly type: ResourceType;
  readonly selection: Selection;
  readonly total: number | undefined;
  readonly group: string | undefined;
  readonly columns: readonly string[];
  /** Tags by which can be grouped. */
  readonly tags: readonly string[];
  readonly fields: readonly string[];
  readonly chosen: number;
  readonly onGroup: (field: string | undefined) => void;
  readonly onColumns: (columns: readonly string[] | undefined) => void;
  readonly onCompare: () => void;
  readonly onForget: () => void;
  readonly onDeleted: (shown: boolean) => void;
  readonly onFacets: () => void;
  readonly onHelp: () => void;
}

/** What can be done with all that is found. */
export function Toolbar(props: Props) {
  const { type, selection, total, group, chosen, tags } = props;
  const filters = type.presentation.filters.map(({ path }) => path);
  const names = [...new Set([...filters, ...tags, ...(group ? [group] : [])])];
  return (
    <div className="toolbar">
      <Button className="facets-button" leftSection={<Icon name="filter" size={14} />} onClick={props.onFacets}>
        Filters
      </Button>
      <strong aria-live="polite" className="total">
        {total === undefined ? '…' : formatInteger(total)} <span className="soft">{nounFor(total, type)}</span>
      </strong>
      {chosen > 0 && (
        <span className="chosen">
          <Button
            variant="light"
            disabled={chosen < 2}
            onClick={props.onCompare}
            leftSection={<Icon name="compare" size={14} />}
          >
            Compare {chosen}
          </Button>
          <ActionIcon onClick={props.onForget} aria-label="Choose none" title="Choose none">
            <Icon name="cross" size={14} />
          </ActionIcon>
        </span>
      )}
      <div className="toolbar-end">
        <Select
          aria-label="Group by"
          placeholder="Group by"
          leftSection={<Icon name="group" size={14} />}
          clearable
          allowDeselect
          searchable
          w={184}
          value={group ?? null}
          data={names.map((value) => ({ value, label: titleOf(type, value) }))}
          onChange={(value) => props.onGroup(value ?? undefined)}
        />
        <ColumnMenu type={type} columns={props.columns} fields={props.fields} onColumns={props.onColumns} />
        <ExportMenu type={type} selection={selection} columns={props.columns} />
        <Menu>
          <Menu.Target>
            <ActionIcon aria-label="More of the catalog" title="More">
              <Icon name="menu" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={selection.deleted ? <Icon name="check" size={14} /> : <span style={{ width: 14 }} />}
              onClick={() => props.onDeleted(!selection.deleted)}
            >
              Show {nounFor(2, type)} that are gone
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="help" size={14} />} onClick={props.onHelp}>
              Keyboard and search syntax
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}

const formats = [
  { format: 'csv', title: 'CSV' },
  { format: 'ndjson', title: 'NDJSON' },
  { format: 'parquet', title: 'Parquet' },
] as const;

/** Everything that the query finds, with the columns that are seen; or with all of them. */
function ExportMenu({ type, selection, columns }: Pick<Props, 'type' | 'selection' | 'columns'>) {
  const link = (format: string, fields: string | undefined) =>
    apiUrl(`v1/resources/${type.name}/export`, {
      format,
      q: selection.q,
      as_of: selection.as_of,
      deleted: selection.deleted ? 'true' : undefined,
      fields,
    });
  const seen = [...new Set([type.presentation.key.arn, ...columns])].map(listed).join(',');
  return (
    <Menu>
      <Menu.Target>
        <Button leftSection={<Icon name="download" size={14} />} aria-label="Export">
          <span className="wide-only">Export</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>The columns that are seen</Menu.Label>
        {formats.map(({ format, title }) => (
          <Menu.Item key={format} component="a" href={link(format, seen)} download>
            {title}
          </Menu.Item>
        ))}
        <Menu.Label>Every column</Menu.Label>
        {formats.map(({ format, title }) => (
          <Menu.Item key={format} component="a" href={link(format, undefined)} download>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
