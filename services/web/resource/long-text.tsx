import { useState } from 'react';
import { formatInteger } from '../format/number.ts';
import { visibleLines } from '../format/visible.ts';

const shownAtFirst = 1500;

/** Text of any length with its line ends, of which the beginning is shown first. */
export function LongText({ text }: { text: string }) {
  const [all, setAll] = useState(false);
  const isLong = text.length > shownAtFirst;
  return (
    <>
      <div className="prose">{visibleLines(all || !isLong ? text : text.slice(0, shownAtFirst))}</div>
      {isLong && (
        <button type="button" className="link" onClick={() => setAll(!all)}>
          {all ? 'Show less' : `Show all ${formatInteger(text.length)} characters`}
        </button>
      )}
    </>
  );
}
