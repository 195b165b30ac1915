import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Budget, budgetsQuery } from '../api/queries.ts';
import { formatMoney } from '../format/money.ts';
import { nounFor } from '../format/noun.ts';
import { formatInteger, formatShare } from '../format/number.ts';
import { visible } from '../format/visible.ts';
import { CardBone } from '../parts/card-bone.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { FigureList } from '../parts/figure-list.tsx';
import { State } from '../parts/state.tsx';
import { useTitle } from '../parts/use-title.ts';
import { WithType } from '../parts/with-type.tsx';
import './budgets.css';

/** What was spent this month of each budget, and what it will come to. */
export function BudgetsPage() {
  useTitle('Budgets');
  const { data, error, refetch } = useQuery(budgetsQuery);
  if (error) return <ErrorState error={error} reset={() => void refetch()} />;
  const [first] = data ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1>Budgets</h1>
        {first && <span className="soft">{first.month.slice(0, 7)}, a month of UTC</span>}
      </div>
      {!data && <CardBone />}
      {data?.length === 0 && (
        <State title="There is no budget">
          <p>
            A budget is an amount that may be spent in a month on what a search finds. They stand in sagecat.yaml, under
            budgets.
          </p>
        </State>
      )}
      {data?.map((budget) => (
        <BudgetCard key={budget.name} budget={budget} />
      ))}
    </div>
  );
}

function BudgetCard({ budget }: { budget: Budget }) {
  const { name, title, amount, currency, spent, running, trend, about, contact, unpriced_jobs: unpriced } = budget;
  const money = (value: number) => formatMoney(value, currency);
  const atLimits = spent + (running ?? 0);
  // The bar ends at the largest of what is told, a little beyond the amount at least.
  const end = Math.max(amount * 1.1, atLimits, trend);
  const share = (value: number) => `${(value / end) * 100}%`;
  const figures = [
    { title: 'Spent', value: money(spent), note: ofAmount(spent, amount), isOver: spent > amount },
    {
      title: 'With what runs now',
      value: running === null ? '–' : money(atLimits),
      note:
        running === null
          ? 'not known of this type'
          : `${ofAmount(atLimits, amount)}, at most: ${money(running)} at the jobs’ limits`,
      isOver: running !== null && atLimits > amount,
    },
    {
      title: 'Month’s trend',
      value: money(trend),
      note: `${ofAmount(trend, amount)}, if it goes on so`,
      isOver: trend > amount,
    },
    { title: 'Budget', value: money(amount), note: 'a month' },
  ];
  return (
    <section className="card budget" aria-label={`Budget ${name}`}>
      <header>
        <h2>{visible(title ?? name)}</h2>
        {title && <span className="mono soft">{name}</span>}
        {contact && <span className="soft">{visible(contact)}</span>}
        <WithType name={budget.type}>
          {(type) => (
            <Link to="/spend" search={{ q: about, type: type.name }} className="budget-link">
              {about ? <span className="mono">{visible(about)}</span> : `every ${nounFor(1, type)}`}
            </Link>
          )}
        </WithType>
      </header>
      <div
        className="budget-bar"
        role="img"
        aria-label={`${ofAmount(spent, amount)} spent, ${ofAmount(atLimits, amount)} with what runs now, trend ${ofAmount(trend, amount)}`}
      >
        <span className={spent > amount ? 'budget-spent over' : 'budget-spent'} style={{ width: share(spent) }} />
        <span className="budget-running" style={{ width: share(running ?? 0) }} />
        <i className="budget-trend" style={{ insetInlineStart: share(trend) }} title={`Trend: ${money(trend)}`} />
        <i className="budget-amount" style={{ insetInlineStart: share(amount) }} title={`Budget: ${money(amount)}`} />
      </div>
      <FigureList figures={figures} />
      {unpriced > 0 && (
        <p className="notice status-warning">
          {formatInteger(unpriced)} without a price are in no sum; sagecat prices missing says which.
        </p>
      )}
    </section>
  );
}

const ofAmount = (value: number, amount: number): string => (amount > 0 ? formatShare(value / amount) : '–');
