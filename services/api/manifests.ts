import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { FlatRow } from '../../catalog/flatten.ts';
import { type Format, NewNameError } from '../../catalog/manifests/format.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { ProblemError } from './problem.ts';

/** Parameters that ask for a resource in another format than the catalog's; none where its type has no other. */
export function formatParameters({ formats = [] }: AnyResourceType): ReturnType<typeof parametersOf> {
  // All of them are optional: an empty object has the type, too.
  return formats.length === 0 ? ({} as ReturnType<typeof parametersOf>) : parametersOf(formats);
}

const parametersOf = (formats: readonly Format[]) => ({
  format: Type.Optional(
    Type.Enum(
      formats.map(({ name }) => name),
      {
        description: `Answers a manifest or a Terraform configuration instead of the row. ${formats
          .map(({ name, description }) => `${name}: ${description}.`)
          .join(' ')} With Accept: application/json the text comes with what it leaves out.`,
      },
    ),
  ),
  namespace: Type.Optional(
    Type.String({
      pattern: '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
      description: 'Namespace of the manifest. Only with a format.',
    }),
  ),
  new_name: Type.Optional(
    Type.String({
      maxLength: 63,
      description: `Name of the resource that is made again. Only with ${renaming(formats)}.`,
    }),
  ),
});

const renaming = (formats: readonly Format[]): string =>
  formats.flatMap(({ name, takesNewName }) => (takesNewName ? `format=${name}` : [])).join(' or ');

/** A resource in another format, within JSON. */
export const renderedSchema = Type.Object(
  {
    format: Type.String(),
    media_type: Type.String(),
    text: Type.String({ description: 'The manifest or configuration.' }),
    left_out: Type.Array(Type.String(), { description: 'Paths of settings that the format cannot hold.' }),
    outcomes: Type.Array(Type.String(), {
      description: 'Paths of what came of the run, which the format does not say.',
    }),
    notes: Type.Array(Type.String(), { description: 'What to look at before the text is used.' }),
  },
  { additionalProperties: false, description: 'With a format and Accept: application/json.' },
);

interface FormatQuery {
  readonly format?: string;
  readonly namespace?: string;
  readonly new_name?: string;
}

/** Returns the requested format. Throws ProblemError if the parameters contradict each other. */
export function requestedFormat(
  type: AnyResourceType,
  { format, namespace, new_name }: FormatQuery,
): Format | undefined {
  const { formats = [] } = type;
  const found = formats.find(({ name }) => name === format);
  if (new_name !== undefined && !found?.takesNewName) {
    throw new ProblemError(400, `new_name is only for ${renaming(formats)}`);
  }
  if (format === undefined && namespace !== undefined) {
    throw new ProblemError(400, `namespace is only for a format, such as format=${formats[0]?.name}`);
  }
  return found;
}

/** Returns a row in the requested format: as text, or if JSON is preferred, with the omitted paths. */
export function renderRow(
  format: Format,
  type: AnyResourceType,
  row: FlatRow,
  { namespace, new_name }: FormatQuery,
  request: Pick<FastifyRequest, 'headers'>,
  now: number,
): { readonly mediaType: string; readonly body: string; readonly fileName: string } {
  const { text, leftOut, outcomes, notes } = rendered(format, row, {
    namespace,
    newName: new_name,
    now: new Date(now),
  });
  const fileName = `${String(row[type.key.name])}.${format.extension}`;
  if (!prefersJson(request.headers.accept)) return { mediaType: format.mediaType, body: text, fileName };
  const body = JSON.stringify({
    format: format.name,
    media_type: format.mediaType,
    text,
    left_out: leftOut,
    outcomes,
    notes,
  });
  return { mediaType: 'application/json; charset=utf-8', body, fileName: `${fileName}.json` };
}

function rendered(format: Format, row: FlatRow, options: Parameters<Format['render']>[1]) {
  try {
    return format.render(row, options);
  } catch (error) {
    if (error instanceof NewNameError) throw new ProblemError(400, `new_name: ${error.message}`);
    throw error;
  }
}

/** JSON must be named: accepting everything does not prefer it. */
const prefersJson = (accept: string | undefined): boolean => /^\s*application\/json\b/i.test(accept ?? '');
