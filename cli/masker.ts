import { createMasker, type Masker, noMasking } from '../catalog/secrets/mask.ts';
import type { Config } from '../config/schema.ts';
import { CommandError, exitCodes } from './exit-codes.ts';

/** Returns the configured masker. */
export function configuredMasker({ secrets }: Pick<Config, 'secrets'>): Masker {
  if (!secrets.mask) return noMasking;
  const compile = (key: string, flags: string) => (source: string, index: number) => {
    try {
      return new RegExp(source, flags);
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      throw new CommandError(`secrets.${key}[${index}] is not a valid regular expression: ${reason}`, exitCodes.usage);
    }
  };
  return createMasker({
    disabled: secrets.disabled_rules,
    secretNames: secrets.secret_names.map(compile('secret_names', 'i')),
    publicNames: secrets.public_names.map(compile('public_names', 'i')),
    patterns: secrets.patterns.map(({ name, pattern }, index) => ({
      name,
      pattern: compile('patterns', 'g')(pattern, index),
    })),
  });
}
