import { ProblemError } from './problem.ts';

/** Returns a problem with the value of a parameter: what is wrong, the choices, and what was probably meant. */
export function parameterError(
  parameter: string,
  detail: string,
  { choices, nearest }: { readonly choices?: readonly string[]; readonly nearest?: string | undefined } = {},
): ProblemError {
  const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  return new ProblemError(400, `${parameter}: ${detail}${hint}`, {
    parameter,
    ...(choices && { choices }),
    ...(nearest !== undefined && { did_you_mean: nearest }),
  });
}
