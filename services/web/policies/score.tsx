/** A share of 1 as a percentage that says 100 only where all of it is meant, and 0 where none is. */
export function formatScore(score: number): string {
  const percent = score * 100;
  if (percent > 99.9 && score < 1) return '99.9 %';
  return `${percent.toFixed(percent === 0 || percent === 100 ? 0 : 1)} %`;
}

/** The part that complies, as a bar and a number. */
export const Score = ({ score }: { score: number | null }) =>
  score === null ? (
    <span className="soft">none</span>
  ) : (
    <span className="score">
      <span className="score-bar" aria-hidden="true">
        <span style={{ width: `${score * 100}%` }} />
      </span>
      {formatScore(score)}
    </span>
  );
