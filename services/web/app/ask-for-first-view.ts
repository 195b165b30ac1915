import { askAhead } from '../api/ask-ahead.ts';
import { base } from '../api/base.ts';
import type { ResourceType } from '../api/queries.ts';
import { defaultColumns, defaultSort, fieldsFor, pageSize } from '../catalog/table-fields.ts';
import { readKept } from '../parts/kept.ts';

/** Asks for what the view of an address shows first, so that it is there when the code that shows it is. */
export function askForFirstView(location: Location): void {
  void askAhead('v1/session');
  const types = askAhead('v1/resource-types');
  const parameters = new URLSearchParams(location.search);
  if (location.pathname !== base.pathname || parameters.has('group')) return;
  // Who shows the types learns that there are none; the page reads the same answer.
  types.then(async (answer) => askForRows(await readTypes(answer.clone()), parameters)).catch(() => {});
}

async function readTypes(answer: Response): Promise<readonly ResourceType[]> {
  // The API's own answer, or a problem.
  const { items = [] } = (await answer.json()) as { items?: ResourceType[] };
  return items;
}

/** Asks for the rows that the catalog shows first. */
function askForRows(types: readonly ResourceType[], parameters: URLSearchParams): void {
  const name = parameters.get('type');
  const type = name ? types.find((one) => one.name === name) : types[0];
  if (!type) return;
  const kept = readKept<readonly string[]>(`columns.${type.name}`, []);
  const columns = parameters.get('columns')?.split(',') ?? (kept.length > 0 ? kept : defaultColumns(type));
  const given = ['q', 'deleted', 'as_of'].flatMap((one) => {
    const value = parameters.get(one);
    return value ? [[one, value]] : [];
  });
  void askAhead(`v1/resources/${type.name}`, {
    ...Object.fromEntries(given),
    sort: parameters.get('sort') || defaultSort(type),
    fields: fieldsFor(type, columns),
    limit: String(pageSize),
    total: 'true',
  });
}
