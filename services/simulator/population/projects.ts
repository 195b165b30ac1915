/** The template of a job: the code that fills its members is in kinds/. */
export type Kind =
  | 'xgboost'
  | 'huggingface'
  | 'distributed'
  | 'tensorflow'
  | 'heterogeneous'
  | 'tuning'
  | 'automl'
  | 'labeling'
  | 'private-image'
  | 'algorithm'
  | 'preferences'
  | 'ultraserver'
  | 'serverless'
  | 'hub'
  | 'dataset'
  | 'notebook'
  | 'trainium';

export type NameStyle = 'sdk' | 'tuning' | 'pipeline' | 'plain';

/** A line of work that keeps starting jobs of one kind. */
export interface Project {
  /** The prefix of its jobs' names; at most 33 characters, and no prefix of another project's. */
  readonly name: string;
  readonly kind: Kind;
  readonly style: NameStyle;
  readonly team: string;
  readonly owner: string;
  readonly costCenter: string;
  /** The relative number of jobs. */
  readonly share: number;
}

function project(
  name: string,
  kind: Kind,
  style: NameStyle,
  team: string,
  owner: string,
  costCenter: string,
  share: number,
): Project {
  return { name, kind, style, team, owner, costCenter, share };
}

export const PROJECTS: readonly Project[] = [
  project('churn-xgboost', 'xgboost', 'sdk', 'growth', 'amara.okafor', 'cc-1120', 5),
  project('LTV-forecast', 'xgboost', 'sdk', 'growth', 'amara.okafor', 'cc-1120', 3),
  project('tokyo-demand', 'xgboost', 'sdk', '需要予測', '田中 美咲', 'cc-4410', 2),
  project('pipelines', 'xgboost', 'pipeline', 'ml-platform', 'ci-bot', 'cc-2001', 6),
  project('review-sentiment', 'huggingface', 'sdk', 'nlp', 'lena.fischer', 'cc-3107', 4),
  project('support-intent-RoBERTa', 'huggingface', 'sdk', 'nlp', 'diego.ramos', 'cc-3107', 3),
  project('uebersetzung-marian', 'huggingface', 'sdk', 'nlp', 'Jörg Müller', 'cc-3107', 2),
  project('Perception-LidarSeg', 'distributed', 'sdk', 'autonomy', 'priya.nair', 'cc-5200', 3),
  project('vision-defects', 'distributed', 'sdk', 'quality', 'tomasz.zielinski', 'cc-5310', 3),
  project('search-ranker', 'tensorflow', 'sdk', 'search', 'mei.lin', 'cc-2204', 3),
  project('ads-ctr', 'tensorflow', 'sdk', 'ads', 'omar.haddad', 'cc-2210', 3),
  project('recsys-two-tower', 'heterogeneous', 'sdk', 'recommendations', 'sofia.rossi', 'cc-2207', 3),
  project('fraud-tuner', 'tuning', 'tuning', 'risk', 'noah.brandt', 'cc-1300', 8),
  project('pricing-hpo', 'tuning', 'tuning', 'pricing', 'ines.duarte', 'cc-1310', 4),
  project('credit-risk', 'automl', 'plain', 'risk', 'noah.brandt', 'cc-1300', 3),
  project('product-labels', 'labeling', 'plain', 'catalogue', 'ground-truth', 'cc-2301', 2),
  project('genomics-variants', 'private-image', 'sdk', 'bioinformatics', 'hana.kim', 'cc-6100', 2),
  project('route-optimizer', 'private-image', 'sdk', 'logistics', 'kwame.mensah', 'cc-4400', 2),
  project('seller-deepar', 'algorithm', 'sdk', 'marketplace', 'yuki.sato', 'cc-2302', 2),
  project('llama-sft', 'preferences', 'sdk', 'foundation-models', 'ravi.menon', 'cc-7000', 3),
  project('catalog-embedding', 'preferences', 'sdk', 'search', 'mei.lin', 'cc-2204', 2),
  project('foundation-pretrain', 'ultraserver', 'sdk', 'foundation-models', 'ravi.menon', 'cc-7000', 1),
  project('assistant-tune', 'serverless', 'sdk', 'assistants', 'chloe.martin', 'cc-7010', 3),
  project('jumpstart-mistral', 'hub', 'sdk', 'assistants', 'chloe.martin', 'cc-7010', 2),
  project('speech-whisper', 'dataset', 'sdk', 'voice', 'ali.demir', 'cc-3200', 2),
  project('scratch-notebook', 'notebook', 'plain', 'research', 'erik.svensson', 'cc-8000', 5),
  project('dev-loop', 'notebook', 'plain', 'ml-platform', 'grace.wong', 'cc-2001', 4),
  project('neuron-bert', 'trainium', 'sdk', 'foundation-models', 'ravi.menon', 'cc-7000', 2),
];

/** How long jobs of a kind run, and how often they are interrupted, retained or fail. */
export interface KindTraits {
  /** The median training time. */
  readonly minutes: number;
  /** Shares, 0 to 1. */
  readonly spot: number;
  readonly warmPool: number;
  readonly failure: number;
}

export const kindTraits: Readonly<Record<Kind, KindTraits>> = {
  xgboost: { minutes: 9, spot: 0.3, warmPool: 0, failure: 0.05 },
  huggingface: { minutes: 70, spot: 0.35, warmPool: 0.05, failure: 0.1 },
  distributed: { minutes: 260, spot: 0.6, warmPool: 0, failure: 0.14 },
  tensorflow: { minutes: 95, spot: 0.3, warmPool: 0.05, failure: 0.08 },
  heterogeneous: { minutes: 140, spot: 0, warmPool: 0, failure: 0.1 },
  tuning: { minutes: 14, spot: 0.5, warmPool: 0.3, failure: 0.04 },
  automl: { minutes: 12, spot: 0, warmPool: 0, failure: 0.04 },
  labeling: { minutes: 35, spot: 0, warmPool: 0, failure: 0.03 },
  'private-image': { minutes: 120, spot: 0.4, warmPool: 0, failure: 0.15 },
  algorithm: { minutes: 50, spot: 0.2, warmPool: 0, failure: 0.06 },
  preferences: { minutes: 240, spot: 0, warmPool: 0.15, failure: 0.12 },
  ultraserver: { minutes: 1500, spot: 0, warmPool: 0, failure: 0.2 },
  serverless: { minutes: 55, spot: 0, warmPool: 0, failure: 0.06 },
  hub: { minutes: 110, spot: 0, warmPool: 0, failure: 0.08 },
  dataset: { minutes: 150, spot: 0.2, warmPool: 0, failure: 0.08 },
  notebook: { minutes: 4, spot: 0, warmPool: 0.9, failure: 0.2 },
  trainium: { minutes: 320, spot: 0.1, warmPool: 0, failure: 0.12 },
};
