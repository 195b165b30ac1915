import { Link } from '@tanstack/react-router';
import type { ResourceKey, ResourceType, Row, Shown } from '../api/queries.ts';
import { columnOf, titleOf } from '../catalog/columns.tsx';
import { quoteValue } from '../catalog/edit-query.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { Copy, Copyable } from '../parts/copyable.tsx';
import { Icon } from '../parts/icon.tsx';
import { Status } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';
import { Away } from './away.tsx';
import { Cost } from './cost.tsx';
import { FactList } from './fact-list.tsx';
import { type Fact, Facts, Section } from './facts.tsx';
import { LongText } from './long-text.tsx';
import { Policies } from './policies.tsx';
import { ReadAgain } from './read-again.tsx';
import { Timeline } from './timeline.tsx';

interface Props {
  readonly type: ResourceType;
  readonly row: Row;
  readonly shown: Shown;
  readonly of: ResourceKey;
}

/** What a resource is, how it stands, what came of it and what it cost. */
export function Overview({ type, row, shown, of }: Props) {
  const region = textOf(row.region);
  const [status, ...others] = shown.statuses;
  const outcomes = shown.sections.filter(({ is_outcome: isOutcome }) => isOutcome);
  return (
    <>
      <div className="job-head">
        {status !== undefined && <Status status={status} />}
        {others.length > 0 && <span className="soft">{others.map(visible).join(', ')}</span>}
        {row.deleted_at !== null && row.deleted_at !== undefined && (
          <span className="status-warning">
            gone since <Time value={textOf(row.deleted_at)} />
          </span>
        )}
        <span className="job-links">
          <Away href={shown.console_url}>SageMaker</Away>
          <Away href={shown.logs_url}>Logs</Away>
          {of.asOf === undefined && <ReadAgain arn={of.arn} />}
        </span>
      </div>
      {shown.failure_reason !== null && (
        <div className="failure">
          <div className="failure-head">
            <Icon name="cross" size={14} /> Why it failed <Copy text={shown.failure_reason} label="Copy the reason" />
          </div>
          <LongText text={readable(shown.failure_reason)} />
        </div>
      )}
      <Facts facts={whereAndWhen(type, row)} />
      {shown.times.length > 0 && <FactList region={region} facts={shown.times} />}
      {shown.stages.length > 0 && (
        <Section title="Timeline">
          <Timeline stages={shown.stages} />
        </Section>
      )}
      <Policies policies={shown.policies} />
      {type.presentation.billing && <Cost type={type} row={row} costs={shown.costs} of={of} />}
      {outcomes.map(({ title, facts }) => (
        <Section key={title} title={title}>
          <FactList region={region} facts={facts} />
        </Section>
      ))}
      <Tags type={type} tags={Object.entries(row.tag_map ?? {})} />
    </>
  );
}

/** What every resource has, and what lists show of the type. */
function whereAndWhen(type: ResourceType, row: Row): Fact[] {
  const { key, columns } = type.presentation;
  return [
    [
      'Account',
      <span key="account">
        {visible(textOf(row.account_name))} <span className="soft">{textOf(row.account_id)}</span>
      </span>,
    ],
    ['Region', textOf(row.region)],
    ['Owner', ownerOf(type, row)],
    ...columns.map(
      ({ fields: [field = ''] }): Fact => [
        titleOf(type, field),
        <span key={field}>{columnOf(type, field, new Map()).cell(row)}</span>,
      ],
    ),
    ['Created', <Time key="created" value={textOf(row[key.created_at])} />],
    ['Last changed', <Time key="changed" value={textOf(row.changed_at)} />],
    ['ARN', <Copyable key="arn" text={textOf(row[key.arn])} className="mono" />],
  ];
}

/** The team that it belongs to, and the rule that says so. */
function ownerOf(type: ResourceType, row: Row): Fact[1] {
  const owner = textOf(row.owner);
  if (owner === '') return null;
  const rule = textOf(row.owner_rule);
  return (
    <span>
      <Link to="/" search={{ type: type.name, q: `owner:${quoteValue(owner)}` }}>
        {visible(owner).slice(0, 160)}
      </Link>
      {rule !== '' && <span className="soft"> by the rule {visible(rule).slice(0, 160)}</span>}
    </span>
  );
}

function Tags({ type, tags }: { type: ResourceType; tags: readonly (readonly [string, unknown])[] }) {
  if (tags.length === 0) return null;
  return (
    <Section title="Tags">
      <div className="tags">
        {tags.map(([key, value]) => (
          <Link
            key={key}
            to="/"
            search={{ type: type.name, q: `tags:${quoteValue(`${key}:${value}`)}` }}
            className="tag"
            title={`${key}: ${value}`.slice(0, 500)}
          >
            <span>{visible(key).slice(0, 60)}</span> {visible(String(value)).slice(0, 80)}
          </Link>
        ))}
      </div>
    </Section>
  );
}

/** Reasons come with escaped line ends and pointers at lines of a traceback: as they were printed. */
const readable = (reason: string): string => reason.replaceAll('\\n', '\n').replaceAll('\\t', '  ').trim();
