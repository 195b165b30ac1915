import { askAhead } from '../api/ask-ahead.ts';
import { base } from '../api/base.ts';
import { defaultColumns, defaultSort, fieldsFor, pageSize } from '../catalog/table-fields.ts';
import { readKept } from '../parts/kept.ts';

/** Asks for what the view of an address shows first, so that it is there when the code that shows it is. */
export function askForFirstView({ pathname, search }: Location): void {
  askAhead('v1/session');
  const parameters = new URLSearchParams(search);
  if (pathname !== base.pathname || parameters.has('group')) return;
  const kept = readKept<readonly string[]>('columns', []);
  const columns = parameters.get('columns')?.split(',') ?? (kept.length > 0 ? kept : defaultColumns);
  const given = ['q', 'deleted', 'as_of'].flatMap((name) => {
    const value = parameters.get(name);
    return value ? [[name, value]] : [];
  });
  askAhead('v1/resources/aws_sagemaker_trainingjob', {
    ...Object.fromEntries(given),
    sort: parameters.get('sort') || defaultSort,
    fields: fieldsFor(columns),
    limit: String(pageSize),
    total: 'true',
  });
}
