/**
 * Returns the catalog's name for a member of an AWS response: a word starts at a capital after a lower-case letter or a digit, and at
 * the last capital of a run (`AutoMLJobArn` -> `auto_ml_job_arn`, `S3Uri` -> `s3_uri`, `VolumeSizeInGB` -> `volume_size_in_gb`).
 */
export function snakeCase<Name extends string>(name: Name): SnakeCase<Name> {
  const snake = name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_').toLowerCase();
  // The type below follows the same rule; a test compares the two.
  return snake as SnakeCase<Name>;
}

type IsUpper<C extends string> = C extends Lowercase<C> ? false : true;
type IsLower<C extends string> = C extends Uppercase<C> ? false : true;

/** `snakeCase` on the type level, letter by letter. */
export type SnakeCase<Name extends string> = string extends Name ? string : SnakeLetters<Name>;

type SnakeLetters<Rest extends string, Previous extends string = ''> = Rest extends `${infer C}${infer Tail}`
  ? `${WordStart<Previous, C, Tail> extends true ? '_' : ''}${Lowercase<C>}${SnakeLetters<Tail, C>}`
  : '';

type WordStart<Previous extends string, C extends string, Tail extends string> = Previous extends ''
  ? false
  : IsUpper<C> extends true
    ? IsUpper<Previous> extends false
      ? true
      : Tail extends `${infer Next}${string}`
        ? IsLower<Next>
        : false
    : false;
