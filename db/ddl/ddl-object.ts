import { escapeLiteral } from 'pg';

/** One thing that DDL makes. */
export interface DdlObject {
  /** What it is and its name, e.g. `index aws_sagemaker_trainingjob_written_by`: the same wherever it stands. */
  readonly key: string;
  readonly create: string;
  /** How it goes; undefined where `create` replaces it. */
  readonly drop?: string;
}

/** What a table, view, column or function holds. */
export const comment = (on: string, text: string): DdlObject => ({
  key: `comment ${on}`,
  create: `COMMENT ON ${on} IS ${escapeLiteral(text)};`,
});

export const grant = (privilege: string, on: string, roles: readonly string[]): DdlObject => ({
  key: `grant ${on}`,
  create: `GRANT ${privilege} ON ${on} TO ${roles.join(', ')};`,
});
