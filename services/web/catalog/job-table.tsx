import {
  columnResizingFeature,
  columnSizingFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, memo, useEffect, useMemo, useRef, useState } from 'react';
import type { ResourceType, Row, Selection } from '../api/queries.ts';
import { pluralTitle } from '../format/noun.ts';
import { textOf } from '../format/values.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { useKept } from '../parts/use-kept.ts';
import { type Column, type FieldsByPath, isSortable } from './columns.tsx';
import './job-table.css';
import { fieldsFor } from './table-fields.ts';
import { useRows } from './use-rows.ts';

const features = tableFeatures({ columnSizingFeature, columnResizingFeature });
const helper = createColumnHelper<typeof features, Row>();
const rowHeight = 30;
const none: Row[] = [];

interface Props {
  readonly type: ResourceType;
  readonly selection: Selection;
  readonly sort: string;
  readonly columns: readonly Column[];
  readonly fields: FieldsByPath;
  readonly openArn: string | undefined;
  readonly chosen: ReadonlySet<string>;
  readonly linkTo: (arn: string) => string;
  readonly onSort: (sort: string) => void;
  readonly onOpen: (arn: string | undefined) => void;
  readonly onChoose: (arn: string) => void;
  readonly onTotal: (total: number | undefined) => void;
  readonly empty: React.ReactNode;
}

/** The rows of a query: a grid of which only the rows that are seen exist, moved in with j and k, opened with Enter. */
export function JobTable(props: Props) {
  const { type, selection, sort, columns, openArn, chosen, onOpen, onTotal } = props;
  const { key: fieldOf } = type.presentation;
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ first: 0, last: 40 });
  const [at, setAt] = useState(-1);
  const names = columns.map(({ field }) => field).join();
  const fields = useMemo(() => fieldsFor(type, names.split(',')), [type, names]);
  const rows = useRows(type.name, { ...selection, sort, fields }, seen.first, seen.last);

  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    onChange: ({ range }) => {
      if (range && (range.startIndex !== seen.first || range.endIndex !== seen.last)) {
        setSeen({ first: range.startIndex, last: range.endIndex });
      }
    },
  });

  const [widths, setWidths] = useKept<Record<string, number>>(`widths.${type.name}`, {});
  const definitions = useMemo(
    () =>
      helper.columns(
        columns.map((column) =>
          helper.display({ id: column.field, header: column.title, size: column.width, minSize: 60 }),
        ),
      ),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: none,
    columnResizeMode: 'onChange',
    state: { columnSizing: widths },
    onColumnSizingChange: (change) => setWidths(typeof change === 'function' ? change(widths) : change),
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const template = headers
    .map((header, index) =>
      header.column.id === fieldOf.name || index === headers.length - 1
        ? `minmax(${header.getSize()}px, ${index === headers.length - 1 ? '1fr' : '1.4fr'})`
        : `${header.getSize()}px`,
    )
    .join(' ');
  // Set once for all rows, which need not be rendered when a column becomes wider.
  const grid: Record<string, string> = {
    '--columns': `34px ${template}`,
    '--columns-width': `${34 + headers.reduce((sum, header) => sum + header.getSize(), 0)}px`,
  };

  // What is chosen with the keyboard belongs to the query.
  const key = JSON.stringify([type.name, selection, sort]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query begins at its top
  useEffect(() => {
    setAt(-1);
    scroller.current?.scrollTo({ top: 0 });
  }, [key]);
  useEffect(() => onTotal(rows.isStale ? undefined : rows.total), [rows.total, rows.isStale, onTotal]);

  const move = (to: number) => {
    const next = Math.max(0, Math.min(rows.count - 1, to));
    setAt(next);
    // Screen readers tell of the row through the grid, and Tab goes on from here.
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
    virtual.scrollToIndex(next);
    const arn = textOf(rows.at(next)?.[fieldOf.arn]);
    if (openArn !== undefined && arn !== '') onOpen(arn);
  };
  const current = at >= 0 ? rows.at(at) : undefined;
  const latest = useRef(props);
  latest.current = props;
  // The same functions at each rendering, so that only rows that differ are rendered.
  const actions = useMemo(
    (): RowActions => ({
      linkTo: (arn) => latest.current.linkTo(arn),
      onChoose: (arn) => latest.current.onChoose(arn),
      onOpen(arn, index) {
        setAt(index);
        latest.current.onOpen(arn);
      },
    }),
    [],
  );
  const act = useRef<(event: KeyboardEvent) => void>(() => {});
  act.current = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const onPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / rowHeight) - 2);
    const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: onPage, PageUp: -onPage };
    const inGrid = event.target === scroller.current;
    const step = steps[event.key];
    if (step !== undefined && (inGrid || event.key === 'j' || event.key === 'k')) {
      event.preventDefault();
      move(at + step);
    } else if (event.key === 'Enter' && current && (inGrid || event.target === document.body)) {
      event.preventDefault();
      onOpen(textOf(current[fieldOf.arn]));
    } else if (event.key === 'x' && current) props.onChoose(textOf(current[fieldOf.arn]));
    else if (event.key === 'Home' && inGrid) move(0);
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => act.current(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  if (rows.error) return <ErrorState error={rows.error} reset={rows.retry} />;
  if (!rows.isPending && rows.count === 0) return <>{props.empty}</>;
  return (
    <div
      ref={scroller}
      className={rows.isStale ? 'jobs stale' : 'jobs'}
      role="grid"
      aria-label={pluralTitle(type)}
      aria-rowcount={rows.total ?? -1}
      aria-colcount={columns.length + 1}
      aria-busy={rows.isPending || rows.isStale}
      aria-activedescendant={current ? `row-${at}` : undefined}
      tabIndex={0}
      style={grid as CSSProperties}
    >
      <div className="jobs-head" role="row" aria-rowindex={1}>
        <span role="columnheader" aria-label="Chosen" />
        {headers.map((header, index) => {
          const column = columns[index];
          if (!column) return null;
          const order = sort === column.field ? 'ascending' : sort === `-${column.field}` ? 'descending' : 'none';
          const next = order === 'descending' ? column.field : `-${column.field}`;
          return (
            <div
              key={header.id}
              role="columnheader"
              aria-sort={order}
              className={column.isNumber ? 'jobs-title number' : 'jobs-title'}
            >
              {isSortable(column.field, props.fields) ? (
                <button type="button" onClick={() => props.onSort(next)} title={`Sort by ${column.field}`}>
                  <span>{column.title}</span>
                  {order !== 'none' && <Icon name={order === 'descending' ? 'down' : 'up'} size={12} />}
                </button>
              ) : (
                <span title={column.field}>{column.title}</span>
              )}
              <span
                className="jobs-handle"
                aria-hidden="true"
                onMouseDown={header.getResizeHandler()}
                onTouchStart={header.getResizeHandler()}
              />
            </div>
          );
        })}
      </div>
      {rows.isPending ? (
        <SkeletonRows columns={columns.length} />
      ) : (
        <div role="rowgroup" className="jobs-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows.at(index);
            return (
              <JobRow
                key={index}
                index={index}
                start={start}
                keys={fieldOf}
                row={row}
                columns={columns}
                actions={actions}
                isCurrent={index === at}
                isOpen={openArn !== undefined && row?.[fieldOf.arn] === openArn}
                isChosen={chosen.has(textOf(row?.[fieldOf.arn]))}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

interface RowActions {
  readonly linkTo: (arn: string) => string;
  readonly onChoose: (arn: string) => void;
  readonly onOpen: (arn: string, index: number) => void;
}

interface RowProps {
  readonly index: number;
  /** Pixels from the top of the table. */
  readonly start: number;
  readonly keys: ResourceType['presentation']['key'];
  readonly row: Row | undefined;
  readonly columns: readonly Column[];
  readonly actions: RowActions;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
}

const JobRow = memo(function JobRow(props: RowProps) {
  const { index, start, keys, row, columns, actions, isCurrent, isOpen, isChosen } = props;
  const arn = textOf(row?.[keys.arn]);
  const states = ['jobs-row', isCurrent && 'current', isOpen && 'open', Boolean(row?.deleted_at) && 'gone'];
  const open = (event: React.MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    if ((event.target as Element).closest('.jobs-check')) return;
    // Whoever selects text does not want to open anything.
    if (document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    actions.onOpen(arn, index);
  };
  return (
    <div
      id={`row-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      tabIndex={-1}
      className={states.filter(Boolean).join(' ')}
      style={{ transform: `translateY(${start}px)` }}
      {...(row && { onClick: open })}
    >
      <div role="gridcell" className="jobs-check">
        {row && (
          <input
            type="checkbox"
            checked={isChosen}
            onChange={() => actions.onChoose(arn)}
            aria-label={`Choose ${textOf(row[keys.name])} to compare`}
            tabIndex={-1}
          />
        )}
      </div>
      {columns.map((column) => (
        <div key={column.field} role="gridcell" className={column.isNumber ? 'jobs-cell number' : 'jobs-cell'}>
          {!row ? (
            <span className="bone" />
          ) : column.field === keys.name ? (
            <a href={actions.linkTo(arn)} tabIndex={-1}>
              {column.cell(row)}
            </a>
          ) : (
            column.cell(row)
          )}
        </div>
      ))}
    </div>
  );
});

function SkeletonRows({ columns }: { columns: number }) {
  const cells = Array.from({ length: columns + 1 }, (_, index) => index);
  return (
    <div role="presentation" className="bones">
      {Array.from({ length: 16 }, (_, index) => index).map((row) => (
        <div key={row} className="jobs-row still">
          {cells.map((cell) => (
            <div key={cell} className="jobs-cell">
              {cell > 0 && <span className="bone" />}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"]') !== null;
