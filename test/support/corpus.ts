import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../shared/corpus/', import.meta.url);

/** A real DescribeTrainingJob response from a public recording. */
export interface Recording {
  readonly file: string;
  readonly path: string;
  readonly response: Readonly<Record<string, unknown>> & { readonly TrainingJobName: string };
}

/** The recorded responses next to the checkout; none if the directory is missing. */
export const recordings: readonly Recording[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => ({
        file,
        path: fileURLToPath(new URL(file, folder)),
        response: JSON.parse(readFileSync(new URL(file, folder), 'utf8')).response,
      }))
  : [];

/** For a test’s `skip`: the reason to skip it, or false. */
export const withoutCorpus: string | false = recordings.length === 0 && 'no recorded responses in ../shared/corpus';
