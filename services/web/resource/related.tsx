import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { pageQuery, type ResourceType, type Row } from '../api/queries.ts';
import { columnOf } from '../catalog/columns.tsx';
import { quoteField, quoteValue } from '../catalog/edit-query.ts';
import { fieldsFor } from '../catalog/table-fields.ts';
import { formatInteger } from '../format/number.ts';
import { textOf, valueAt } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { Middle } from '../parts/middle.tsx';
import { State } from '../parts/state.tsx';
import { Status } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';
import { Section } from './facts.tsx';
import { stemOf } from './name.ts';

/** Others that have in common what the type says that belongs together, and those of the same name without its date. */
export function Related({ type, row, name }: { type: ResourceType; row: Row; name: string }) {
  const { key, siblings, noun } = type.presentation;
  const stem = stemOf(name);
  const common = siblings.flatMap(({ path, title }) => {
    const value = textOf(valueAt(row, path));
    const shared = `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
    return value === '' ? [] : [{ title: `The same ${shared}`, q: `${quoteField(path)}:${quoteValue(value)}` }];
  });
  const alike = stem
    ? [
        {
          title: `Named ${visible(stem).slice(0, 80)}…`,
          q: `${key.name}:${stem.replaceAll(/[^\w.-]/g, String.raw`\$&`)}*`,
        },
      ]
    : [];
  const kinds = [...alike, ...common];
  if (kinds.length === 0) return <State title={`This ${noun} has nothing in common with others`} />;
  return kinds.map((kind) => <Siblings key={kind.title} type={type} {...kind} arn={textOf(row[key.arn])} />);
}

interface SiblingsProps {
  readonly type: ResourceType;
  readonly title: string;
  readonly q: string;
  readonly arn: string;
}

function Siblings({ type, title, q, arn }: SiblingsProps) {
  const { key, statuses, columns } = type.presentation;
  const last = columns.find(({ unit }) => unit === 'seconds')?.fields[0];
  const shown = [...statuses.slice(0, 1), ...(last === undefined ? [] : [last])];
  const { data } = useQuery(pageQuery(type.name, { q, fields: fieldsFor(type, shown), limit: 8 }));
  const others = (data?.items ?? []).filter((row) => row[key.arn] !== arn);
  const some = others.slice(0, 7);
  return (
    <Section
      title={title}
      end={
        data && (
          <span className="section-end">
            {some.length > 0 && (
              <Link
                to="/compare"
                search={{
                  type: type.name,
                  resources: [arn, ...some.slice(0, 3).map((row) => textOf(row[key.arn]))].join(','),
                }}
              >
                compare
              </Link>
            )}
            <Link to="/" search={{ type: type.name, q }}>
              all {formatInteger(data.total ?? 0)}
            </Link>
          </span>
        )
      }
    >
      {data && some.length === 0 && <p className="soft">No other {type.presentation.noun}.</p>}
      <table className="table tight">
        <tbody>
          {some.map((row) => (
            <Sibling key={textOf(row[key.arn])} type={type} row={row} last={last} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Sibling({ type, row, last }: { type: ResourceType; row: Row; last: string | undefined }) {
  const { key, statuses } = type.presentation;
  return (
    <tr>
      <td style={{ width: 104 }}>{statuses[0] && <Status status={textOf(row[statuses[0]])} />}</td>
      <td style={{ maxWidth: 0, width: '60%' }}>
        <Link to="/resources/$type/$arn" params={{ type: type.name, arn: textOf(row[key.arn]) }}>
          <Middle text={visible(textOf(row[key.name]))} />
        </Link>
      </td>
      <td>
        <Time value={textOf(row[key.created_at])} />
      </td>
      <td className="number">{last !== undefined && columnOf(type, last, new Map()).cell(row)}</td>
    </tr>
  );
}
