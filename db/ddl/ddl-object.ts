import { escapeLiteral } from 'pg';

/** An object that DDL creates. */
export interface DdlObject {
  /** Its kind and name, e.g. `index aws_sagemaker_trainingjob_written_by`, the same in every schema. */
  readonly key: string;
  readonly create: string;
  /** The statement that drops it; undefined if `create` replaces it. */
  readonly drop?: string;
}

/** Returns the comment on a table, view, column or function. */
export const comment = (on: string, text: string): DdlObject => ({
  key: `comment ${on}`,
  create: `COMMENT ON ${on} IS ${escapeLiteral(text)};`,
});

export const grant = (privilege: string, on: string, roles: readonly string[]): DdlObject => ({
  key: `grant ${on}`,
  create: `GRANT ${privilege} ON ${on} TO ${roles.join(', ')};`,
});
