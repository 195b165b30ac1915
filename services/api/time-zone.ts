import { nearestName } from '../../catalog/nearest-name.ts';
import { parameterError } from './parameter-error.ts';

/** Throws a ProblemError if a name is not in the time zone database: other names that PostgreSQL accepts differ between servers. */
export function requireTimeZone(name: string): void {
  if (isTimeZone(name)) return;
  const nearest = nearestName(name, ['UTC', ...Intl.supportedValuesOf('timeZone')]);
  throw parameterError('time_zone', `${name} is no time zone such as Europe/Berlin`, { nearest });
}

function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z_]+\/[A-Za-z0-9_+/-]+$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
