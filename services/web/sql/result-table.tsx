import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { Middle } from '../parts/middle.tsx';
import type { SqlAnswer } from './queries.ts';

export const isNumeric = (type: string): boolean => /^(?:smallint|integer|bigint|numeric|real|double)/.test(type);

/** The rows of an answer, each column under its name and type. Only rows that are seen exist. */
export function ResultTable({ columns, rows }: Pick<SqlAnswer, 'columns' | 'rows'>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 28,
    overscan: 12,
  });
  const style = useMemo(() => {
    // As wide as what the first rows hold, within reason.
    const widths = columns.map(({ name, type }, index) => {
      // Digits are wider than most letters, and none is ever cut off.
      const perCharacter = isNumeric(type) ? 8.6 : 7.6;
      const texts = rows.slice(0, 60).map((row) => Math.min(60, textOf(row[index]).length));
      return Math.max(70, Math.min(420, Math.max(name.length, type.length * 0.8, ...texts) * perCharacter + 24));
    });
    const total = widths.reduce((sum, width) => sum + width, 0);
    return { gridTemplateColumns: widths.map((width) => `minmax(${width}px, ${width}fr)`).join(' '), minWidth: total };
  }, [columns, rows]);
  return (
    <div ref={scroller} className="result" role="grid" aria-label="Result" aria-rowcount={rows.length + 1} tabIndex={0}>
      <div className="result-head" role="row" style={style}>
        {columns.map(({ name, type }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
          <div key={index} role="columnheader" className={isNumeric(type) ? 'number' : ''} title={`${name} ${type}`}>
            <span>{visible(name)}</span> <small>{type}</small>
          </div>
        ))}
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative', minWidth: style.minWidth }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div
            key={index}
            role="row"
            aria-rowindex={index + 2}
            tabIndex={-1}
            className="result-row"
            style={{ ...style, transform: `translateY(${start}px)` }}
          >
            {columns.map(({ type }, column) => {
              const value = rows[index]?.[column];
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                <div key={column} role="gridcell" className={isNumeric(type) ? 'number' : ''}>
                  {value === null || value === undefined ? (
                    <span className="soft">null</span>
                  ) : isNumeric(type) ? (
                    textOf(value)
                  ) : (
                    <Middle text={visible(textOf(value))} />
                  )}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
