import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  type ResourceKey,
  type ResourceType,
  type Row,
  runningQuery,
  type Shown,
  type Usage,
  usageQuery,
} from '../api/queries.ts';
import { quoteValue } from '../catalog/edit-query.ts';
import { formatHours } from '../format/duration.ts';
import { formatMoney } from '../format/money.ts';
import { formatInteger } from '../format/number.ts';
import { textOf } from '../format/values.ts';
import { FactList } from './fact-list.tsx';
import { type Fact, Facts, Section } from './facts.tsx';

interface Props {
  readonly type: ResourceType;
  readonly row: Row;
  readonly costs: Shown['costs'];
  readonly of: ResourceKey;
}

/** What a resource cost, and of what that is made. */
export function Cost({ type, row, costs, of }: Props) {
  const { key } = type.presentation;
  // What is now: the tables of spend have no past.
  const isNow = of.asOf === undefined;
  const created = textOf(row[key.created_at]);
  const q = `${key.arn}:${quoteValue(of.arn)} ${key.created_at}:${quoteValue(created)}`;
  const query = useMemo(
    () => ({ type: type.name, from: created.slice(0, 10), q, group_by: 'capacity,waste,instance_type' }),
    [type.name, created, q],
  );
  const { data } = useQuery({ ...usageQuery(query), enabled: isNow });
  const { data: running } = useQuery({
    ...runningQuery({ type: type.name, q }),
    enabled: isNow && (data?.totals[0]?.running_jobs ?? 0) > 0,
  });
  if (!isNow) return null;
  const total = data?.totals[0];
  const [limited] = running?.totals ?? [];
  const state = total && stateOf(total);
  return (
    <Section
      title="Cost"
      end={
        <strong className="cost">{total && state === undefined ? formatMoney(total.cost, total.currency) : '–'}</strong>
      }
    >
      {data && !total && <p className="soft">Nothing has been billed yet.</p>}
      {state !== undefined && <p className="soft">{state}</p>}
      {costs.length > 0 && <FactList region={textOf(row.region)} facts={costs} />}
      {total && <Facts facts={partsOf(total, data)} />}
      {limited && (
        <Facts
          facts={[
            ['So far', formatMoney(limited.cost_so_far, limited.currency)],
            ['At its limit', formatMoney(limited.cost_at_limit, limited.currency)],
          ]}
        />
      )}
    </Section>
  );
}

type Total = Usage['totals'][number];

/** Why there is no cost to show; undefined where there is one. */
function stateOf(total: Total): string | undefined {
  if (total.running_jobs > 0) return 'It runs: what is billed is known when it has ended.';
  if (total.unreported_jobs > 0) return 'It has ended, and SageMaker has not told what it billed.';
  if (
    Number(total.instance_seconds) === 0 &&
    Number(total.warm_pool_instance_seconds) === 0 &&
    Number(total.prepaid_instance_seconds) === 0 &&
    Number(total.token_count) === 0
  )
    return 'It ended before anything was billed.';
  return undefined;
}

function partsOf(total: Total, { items, price_origins: origins }: Usage): Fact[] {
  const { currency } = total;
  const part = (title: string, seconds: number | bigint, cost: string | null): Fact => [
    title,
    Number(seconds) === 0 ? null : `${formatHours(seconds)} · ${formatMoney(cost, currency)}`,
  ];
  return [
    part('Compute', total.instance_seconds, total.compute_cost),
    part('Warm pool', total.warm_pool_instance_seconds, total.warm_pool_cost),
    ['Storage', Number(total.storage_cost) ? formatMoney(total.storage_cost, currency) : null],
    [
      'Prepaid',
      Number(total.prepaid_instance_seconds) === 0
        ? null
        : `${formatHours(total.prepaid_instance_seconds)} of a training plan, in no cost`,
    ],
    part('Spot saved', total.spot_saved_instance_seconds, total.spot_saved_cost),
    ['Tokens', Number(total.token_count) === 0 ? null : `${formatInteger(total.token_count)}, in no cost`],
    ['Came to nothing', items[0]?.group.waste?.replaceAll('_', ' ')],
    [
      'No price',
      total.unpriced_jobs > 0 ? (
        <span key="price" className="status-warning">
          There is no price for it: sagecat prices missing says which one, sagecat prices sync reads it from AWS.
        </span>
      ) : null,
    ],
    ['Prices', Number(total.cost ?? 0) === 0 ? null : `at the price of the day, from ${origins.join('; ')}`],
  ];
}
