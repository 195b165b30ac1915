import { Button, Menu, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '../api/client.ts';
import { formatInteger } from '../format/number.ts';
import { visible } from '../format/visible.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { State } from '../parts/state.tsx';
import { useTitle } from '../parts/use-title.ts';
import { csvOf, download, ndjsonOf } from './download.ts';
import { examples } from './examples.ts';
import { sqlQuery } from './queries.ts';
import { ResultChart } from './result-chart.tsx';
import { ResultTable } from './result-table.tsx';
import './sql.css';
import { SqlEditor } from './sql-editor.tsx';

const sqlRoute = getRouteApi('/sql');

/** A statement that only reads, and what it answers. */
export function SqlPage() {
  const { statement, show = 'table', x, y, series } = sqlRoute.useSearch();
  const navigate = sqlRoute.useNavigate();
  const [text, setText] = useState(statement ?? examples[0]?.statement ?? '');
  const { data, error, isFetching, refetch } = useQuery(sqlQuery(statement));
  useTitle('SQL');
  const run = (next: string) => {
    if (next.trim() === '') return;
    if (next === statement) void refetch();
    else void navigate({ search: { statement: next, show } });
  };
  return (
    <div className="sql">
      <div className="sql-head">
        <h1>SQL</h1>
        <Menu position="bottom-start">
          <Menu.Target>
            <Button rightSection={<Icon name="down" size={12} />}>Examples</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {examples.map(({ title, statement: example }) => (
              <Menu.Item
                key={title}
                onClick={() => {
                  setText(example);
                  run(example);
                }}
              >
                {title}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <span className="soft wide-only">Reads only. Values of $1, $2 … stand in comments: -- $1 = loss</span>
        <Button
          className="sql-run"
          variant="filled"
          leftSection={<Icon name="play" size={13} />}
          loading={isFetching}
          onClick={() => run(text)}
          title="Ctrl-Enter"
        >
          Run
        </Button>
      </div>
      <SqlEditor text={text} error={error instanceof ApiError ? error : undefined} onChange={setText} onRun={run} />
      <div className="sql-answer">
        {error ? (
          <ErrorState error={error} reset={() => void refetch()} />
        ) : !data ? (
          <State title={isFetching ? 'Running …' : 'Write a statement, or take an example'}>
            {!isFetching && <p>Ctrl-Enter runs it. Completion knows every table and column of the catalog.</p>}
          </State>
        ) : (
          <>
            <div className="toolbar">
              <strong>
                {formatInteger(data.row_count)}{' '}
                <span className="soft">
                  {data.row_count === 1 ? 'row' : 'rows'} in {data.seconds.toFixed(2)} s
                </span>
              </strong>
              {data.truncated && (
                <span className="status-warning">
                  The answer was cut at {formatInteger(data.row_count)} rows: add a LIMIT or a condition.
                </span>
              )}
              <div className="toolbar-end">
                <SegmentedControl
                  value={show}
                  onChange={(next) =>
                    void navigate({
                      search: (before) => ({ ...before, show: next === 'chart' ? 'chart' : undefined }),
                      replace: true,
                    })
                  }
                  data={[
                    { value: 'table', label: 'Table' },
                    { value: 'chart', label: 'Chart' },
                  ]}
                />
                <Button onClick={() => download('sagecat.csv', 'text/csv', csvOf(data))}>CSV</Button>
                <Button onClick={() => download('sagecat.ndjson', 'application/x-ndjson', ndjsonOf(data))}>
                  NDJSON
                </Button>
              </div>
            </div>
            {data.warnings?.map((warning) => (
              <div key={warning} className="notice status-warning">
                {visible(warning)}
              </div>
            ))}
            {data.row_count === 0 ? (
              <State title="No rows">
                <p>The statement is right and finds nothing.</p>
              </State>
            ) : show === 'chart' ? (
              <ResultChart
                answer={data}
                x={x}
                y={y}
                series={series}
                onChange={(chosen) => void navigate({ search: (before) => ({ ...before, ...chosen }), replace: true })}
              />
            ) : (
              <ResultTable columns={data.columns} rows={data.rows} />
            )}
          </>
        )}
      </div>
    </div>
  );
}
