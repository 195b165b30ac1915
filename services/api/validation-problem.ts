import type { FastifySchemaValidationError } from 'fastify';
import { joinWords } from '../../catalog/join-words.ts';
import { nearestName } from '../../catalog/nearest-name.ts';
import { type Problem, problem } from './problem.ts';

/** The additional fields of Ajv's verbose errors, which Fastify's type lacks. */
interface SchemaError extends FastifySchemaValidationError {
  readonly data?: unknown;
  readonly parentSchema?: {
    readonly type?: unknown;
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly description?: string;
    readonly enum?: readonly unknown[];
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

const places: Record<string, string> = { querystring: 'query parameter', params: 'path parameter', body: 'member' };

/** Returns a problem that names the invalid parameter or member, what it can be, and what was probably meant. */
export function validationProblem(errors: readonly FastifySchemaValidationError[], context = 'body'): Problem {
  const found: readonly SchemaError[] = errors;
  const [first] = found;
  if (!first) return problem(400, 'the request does not fit its schema');
  const name = nameOf(first);
  const place = places[context] ?? context;
  const { detail, choices, nearest } = explain(first, found, name, place);
  return {
    ...problem(400, nearest === undefined ? detail : `${detail}; did you mean ${nearest}?`),
    ...(name !== '' && { parameter: name }),
    ...(choices && { choices }),
    ...(nearest !== undefined && { did_you_mean: nearest }),
  };
}

interface Explanation {
  readonly detail: string;
  /** All allowed values. */
  readonly choices?: readonly unknown[];
  readonly nearest?: string | undefined;
}

function explain(error: SchemaError, all: readonly SchemaError[], name: string, place: string): Explanation {
  const { keyword, data, parentSchema = {}, message = 'does not fit its schema' } = error;
  const subject = name === '' ? 'the body' : name;
  if (keyword === 'additionalProperties') {
    const choices = Object.keys(parentSchema.properties ?? {});
    const known = choices.length === 0 ? `there are none here` : `here can be ${joinWords(choices, 'and')}`;
    return {
      detail: `there is no ${place} ${name}; ${known}`,
      choices,
      nearest: nearestName(String(error.params.additionalProperty), choices),
    };
  }
  if (keyword === 'required') return { detail: `the ${place} ${name} is missing` };
  if (Array.isArray(data) && place === 'query parameter') return { detail: `${name} is given more than once` };
  const got = data === Number.POSITIVE_INFINITY ? 'not a number of that size' : `not ${shown(data)}`;
  const choices = parentSchema.enum ?? constants(all);
  if (choices) {
    const texts = choices.map(String);
    const nearest = typeof data === 'string' ? nearestName(data, texts) : undefined;
    return { detail: `${subject} must be ${joinWords(texts, 'or')}, ${got}`, choices, nearest };
  }
  if (keyword === 'type' || keyword === 'minimum' || keyword === 'maximum') {
    return { detail: `${subject} must be ${kindOf(parentSchema)}, ${got}` };
  }
  return { detail: `${subject} ${message}, ${got}${parentSchema.description ? `. ${parentSchema.description}` : ''}` };
}

/** Returns the values of a union of constants, which fails once for each. */
function constants(errors: readonly SchemaError[]): unknown[] | undefined {
  const values = errors.flatMap(({ keyword, params }) => (keyword === 'const' ? [params.allowedValue] : []));
  return values.length > 0 ? values : undefined;
}

/** `/scope/accounts/0` -> `scope.accounts[0]`, with the missing or unknown member after it. */
function nameOf({ instancePath, keyword, params }: SchemaError): string {
  const inner = keyword === 'required' ? params.missingProperty : params.additionalProperty;
  const parts = instancePath.split('/').slice(1);
  if (typeof inner === 'string') parts.push(inner);
  return parts
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}

function kindOf({ type, minimum, maximum }: NonNullable<SchemaError['parentSchema']>): string {
  const kinds: Record<string, string> = { integer: 'a whole number', number: 'a number', boolean: 'true or false' };
  const kind = kinds[String(type)] ?? `of type ${String(type)}`;
  if (minimum === undefined) return maximum === undefined ? kind : `${kind} of at most ${maximum}`;
  return maximum === undefined ? `${kind} of at least ${minimum}` : `${kind} from ${minimum} to ${maximum}`;
}

/** Returns a scalar value as it is written; for a list or an object, which may be large, its kind. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, 61) : value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
