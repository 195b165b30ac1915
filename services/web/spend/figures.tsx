import type { Usage } from '../api/queries.ts';
import { formatHours } from '../format/duration.ts';
import { formatMoney } from '../format/money.ts';
import { formatInteger } from '../format/number.ts';
import { FigureList } from '../parts/figure-list.tsx';
import { Change } from './change.tsx';

/** The sums of the period, one card for each currency. */
export function Figures({ total }: { total: Usage['totals'][number] }) {
  const { currency, previous } = total;
  const cost = (amount: string | null | undefined) => formatMoney(amount, currency);
  const figures = [
    { title: 'Cost', value: cost(total.cost), note: <Change now={total.cost} before={previous?.cost} /> },
    {
      title: 'Started',
      value: formatInteger(total.jobs),
      note: <Change now={total.jobs} before={previous?.jobs} isNeutral />,
    },
    {
      title: 'Instance hours',
      value: formatHours(total.instance_seconds),
      note: <Change now={String(total.instance_seconds)} before={String(previous?.instance_seconds ?? 0)} isNeutral />,
    },
    { title: 'Warm pools', value: cost(total.warm_pool_cost), note: formatHours(total.warm_pool_instance_seconds) },
    {
      title: 'Saved by spot',
      value: cost(total.spot_saved_cost),
      note: formatHours(total.spot_saved_instance_seconds),
    },
  ];
  return (
    <section className="card" aria-label={`Sums in ${currency}`}>
      <FigureList figures={figures} />
    </section>
  );
}
