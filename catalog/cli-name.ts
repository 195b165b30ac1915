import { snakeCase } from './snake-case.ts';

/** Returns the AWS CLI's name for an operation or a parameter, e.g. `list-training-jobs` for `ListTrainingJobs`. */
export const cliName = (member: string): string => snakeCase(member).replaceAll('_', '-');
