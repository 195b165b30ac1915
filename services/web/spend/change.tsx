import { formatShare } from '../format/number.ts';

interface Props {
  readonly now: string | number | null | undefined;
  readonly before: string | number | null | undefined;
  /** More is neither better nor worse. */
  readonly isNeutral?: boolean;
}

/** How much more or less than before: with its sign, and coloured only where it is much. */
export function Change({ now, before, isNeutral = false }: Props) {
  const [a, b] = [Number(now ?? 0), Number(before ?? 0)];
  if (b === 0) return <span className="soft">{a === 0 ? '–' : 'new'}</span>;
  const share = (a - b) / b;
  const text = `${share < 0 ? '−' : '+'}${formatShare(Math.abs(share))}`;
  const tone = isNeutral || Math.abs(share) < 0.1 ? 'soft' : share > 0 ? 'status-failed' : 'status-completed';
  return <span className={tone}>{text}</span>;
}
