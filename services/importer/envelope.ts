import { isObject } from '../../catalog/is-object.ts';

/** The content of an imported document: documents of jobs, notes about it, or why it cannot be imported. */
export type Content =
  | { readonly document: unknown; readonly source: 'describe' | 'search' }
  | { readonly note: string }
  | { readonly error: string };

type Json = Readonly<Record<string, unknown>>;

/** The members of a summary of ListTrainingJobs; a describe always has more. */
const summaryMembers = new Set([
  'TrainingJobName',
  'TrainingJobArn',
  'CreationTime',
  'TrainingEndTime',
  'LastModifiedTime',
  'TrainingJobStatus',
  'SecondaryStatus',
  'WarmPoolStatus',
  'TrainingPlanArn',
]);

const whatToRun =
  'a summary is not the whole job: import what `aws sagemaker search --resource TrainingJob` or, of each, `aws sagemaker describe-training-job --training-job-name NAME` prints';

/**
 * Unwraps what the AWS CLI and the SDKs put around jobs: the responses of Search and ListTrainingJobs, a recording
 * (`{operation, response}`), and an object whose only list holds jobs, e.g. `{"TrainingJobs": [...]}`.
 */
export function openEnvelope(value: unknown): Content[] {
  if (Array.isArray(value)) return value.flatMap(openEnvelope);
  if (!isObject(value) || 'TrainingJobName' in value || 'TrainingJobArn' in value) return [jobOrSummary(value)];
  if (isObject(value.response)) return openEnvelope(value.response);
  if (Array.isArray(value.TrainingJobSummaries)) {
    const { length } = value.TrainingJobSummaries;
    return [
      {
        error: `holds ${length === 1 ? 'one summary' : `${length} summaries`} of list-training-jobs, and no job; ${whatToRun}`,
      },
    ];
  }
  if (Array.isArray(value.Results)) return [...value.Results.map(searchResult), ...furtherPages(value)];
  const lists = Object.entries(value).filter(([, member]) => Array.isArray(member) && member.some(isObject));
  const [only] = lists;
  if (lists.length === 1 && only && !('kind' in value) && !('detail-type' in value)) {
    return [...openEnvelope(only[1]), ...furtherPages(value)];
  }
  return [{ document: value, source: 'describe' }];
}

/** A result of Search: an object whose only member is named after the resource type. */
function searchResult(result: unknown): Content {
  if (!isObject(result)) return { error: 'is a result of Search that is no object' };
  if (isObject(result.TrainingJob)) return { document: result.TrainingJob, source: 'search' };
  const [kind = 'nothing'] = Object.keys(result);
  return {
    error: `is a result of Search of another kind (${kind.slice(0, 40)}); search with --resource TrainingJob`,
  };
}

function jobOrSummary(value: unknown): Content {
  if (isObject(value) && isSummary(value)) {
    return { error: `is a summary of list-training-jobs; ${whatToRun}` };
  }
  return { document: value, source: 'describe' };
}

const isSummary = (value: Json): boolean =>
  ['TrainingJobStatus', 'CreationTime', 'LastModifiedTime'].every((name) => name in value) &&
  Object.keys(value).every((name) => summaryMembers.has(name));

const furtherPages = ({ NextToken: token }: Json): Content[] =>
  typeof token === 'string' && token !== ''
    ? [
        {
          note: 'has a NextToken: this is one page, and there are more; without --max-items the AWS CLI reads them all',
        },
      ]
    : [];
