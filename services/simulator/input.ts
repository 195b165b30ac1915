import { isObject } from '../../catalog/is-object.ts';
import { validationError } from './api-error.ts';

export type Input = Readonly<Record<string, unknown>>;

/** Parses the JSON body of a request; an empty body is an empty object. Throws ApiError for anything else. */
export function parseInput(body: string): Input {
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    if (isObject(value)) return value;
  } catch {
    // Handled below.
  }
  throw validationError('The request body is not a JSON object.');
}

export function optionalString(input: Input, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string')
    throw validationError(`Value at '${name}' failed to satisfy constraint: Member must be a string`);
  return value;
}

export function requiredString(input: Input, name: string): string {
  const value = optionalString(input, name);
  if (value === undefined)
    throw validationError(`Value null at '${name}' failed to satisfy constraint: Member must not be null`);
  return value;
}

export function optionalChoice<const Choice extends string>(
  input: Input,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = optionalString(input, name);
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw validationError(
      `Value '${value}' at '${name}' failed to satisfy constraint: Member must satisfy enum value set: [${choices.join(', ')}]`,
    );
  }
  return found;
}

/** Returns an integer within bounds, or the default. */
export function integer(input: Input, name: string, low: number, high: number, otherwise: number): number {
  const value = input[name];
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw validationError(`Value at '${name}' must be an integer`);
  if (value < low)
    throw validationError(
      `Value '${value}' at '${name}' failed to satisfy constraint: Member must have value greater than or equal to ${low}`,
    );
  if (value > high)
    throw validationError(
      `Value '${value}' at '${name}' failed to satisfy constraint: Member must have value less than or equal to ${high}`,
    );
  return value;
}

/** Returns a timestamp in epoch seconds. */
export function timestamp(input: Input, name: string): number | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw validationError(`Value at '${name}' must be a timestamp`);
  return value;
}
