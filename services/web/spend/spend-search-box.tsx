import { ApiError } from '../api/client.ts';
import type { ResourceType } from '../api/queries.ts';
import { SearchBox } from '../catalog/search-box.tsx';

interface Props {
  readonly type: ResourceType;
  readonly q: string;
  readonly error: Error | null;
  readonly onSearch: (q: string) => void;
}

/** Narrows the spend to what a search finds. */
export const SpendSearchBox = ({ type, q, error, onSearch }: Props) => (
  <div className="spend-search">
    <SearchBox
      type={type}
      q={q}
      onSearch={onSearch}
      error={error instanceof ApiError && error.parameter === 'q' ? error : undefined}
    />
  </div>
);
