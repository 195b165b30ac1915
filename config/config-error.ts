import { ProblemsError } from '../catalog/problems-error.ts';

/** The configuration is invalid. Each problem names the file, the position and the key, and what is expected. */
export class ConfigError extends ProblemsError {
  override readonly name = 'ConfigError';
}
