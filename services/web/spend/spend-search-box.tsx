import { ApiError } from '../api/client.ts';
import { SearchBox } from '../catalog/search-box.tsx';

interface Props {
  readonly q: string;
  readonly error: Error | null;
  readonly onSearch: (q: string) => void;
}

/** Narrows the spend to the jobs of a search. */
export const SpendSearchBox = ({ q, error, onSearch }: Props) => (
  <div className="spend-search">
    <SearchBox
      q={q}
      onSearch={onSearch}
      error={error instanceof ApiError && error.parameter === 'q' ? error : undefined}
    />
  </div>
);
