/** What a kind of credential looks like, wherever it stands in a text. */
export interface SecretPattern {
  /** Named in the mark that takes the credential's place. */
  readonly name: string;
  /** Global; what it finds is masked, or its group `secret` where it has one. */
  readonly pattern: RegExp;
  /** Texts of which every match holds one: most values hold none, and are not searched. */
  readonly hints?: readonly string[];
}

/** Credentials that are known by their form. Sources: the issuers' own descriptions of their formats. */
export const secretPatterns: readonly SecretPattern[] = [
  {
    name: 'private-key',
    hints: ['-----BEGIN'],
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----|$)/g,
  },
  {
    name: 'aws-access-key',
    hints: ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
    pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/g,
  },
  {
    name: 'aws-secret-key',
    hints: ['ecret', 'ECRET'],
    pattern: /secret[_ -]?(?:access[_ -]?)?key["'\\]*\s*[:=]\s*["'\\]*(?<secret>[A-Za-z\d/+]{40})(?![A-Za-z\d/+=])/gi,
  },
  {
    name: 'github-token',
    hints: ['gho_', 'ghp_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    pattern: /\b(?:gh[opusr]_[A-Za-z\d]{36,255}|github_pat_[A-Za-z\d_]{60,255})\b/g,
  },
  {
    name: 'gitlab-token',
    hints: ['glpat-', 'gldt-', 'glrt-', 'glcbt-', 'glptt-', 'glsoat-'],
    pattern: /\bgl(?:pat|dt|rt|cbt|ptt|soat)-[\w-]{20,}/g,
  },
  { name: 'huggingface-token', hints: ['hf_', 'api_org_'], pattern: /\b(?:hf|api_org)_[A-Za-z]{34}\b/g },
  { name: 'slack-token', hints: ['xox'], pattern: /\bxox[abeoprs]-[A-Za-z\d-]{10,}/g },
  {
    name: 'slack-webhook',
    hints: ['hooks.slack.com'],
    pattern: /https:\/\/hooks\.slack\.com\/(?:services|workflows)\/(?<secret>[A-Za-z\d/_+-]{20,})/g,
  },
  { name: 'openai-key', hints: ['sk-'], pattern: /\bsk-(?!ant-)(?:proj-|svcacct-|admin-)?[\w-]{32,}/g },
  { name: 'anthropic-key', hints: ['sk-ant-'], pattern: /\bsk-ant-[\w-]{24,}/g },
  { name: 'google-key', hints: ['AIza'], pattern: /\bAIza[\w-]{35}(?![\w-])/g },
  { name: 'stripe-key', hints: ['k_live_', 'k_test_'], pattern: /\b[rs]k_(?:live|test)_[A-Za-z\d]{16,}/g },
  { name: 'npm-token', hints: ['npm_'], pattern: /\bnpm_[A-Za-z\d]{36}\b/g },
  { name: 'pypi-token', hints: ['pypi-'], pattern: /\bpypi-[\w-]{50,}/g },
  { name: 'databricks-token', hints: ['dapi'], pattern: /\bdapi[a-f\d]{32}(?:-\d)?\b/g },
  { name: 'jwt', hints: ['eyJ'], pattern: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/g },
  // What stands between the user and the host of a URL.
  {
    name: 'url-password',
    hints: ['@'],
    pattern: /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s/:@"'?#]{0,200}:(?<secret>[^\s/@"'?#]{1,500})@/gi,
  },
  {
    name: 'signed-url',
    hints: ['ignature=', 'Token=', 'sig='],
    pattern: /[?&](?:X-Amz-Signature|X-Amz-Security-Token|Signature|sig)=(?<secret>[A-Za-z\d%+/=_-]{16,})/g,
  },
  { name: 'bearer-token', hints: ['Bearer'], pattern: /\bBearer\s+(?<secret>[A-Za-z\d._~+/-]{20,}=*)/g },
];
