import { alternationRate, isBasicCredential } from './secret-values.ts';

/** The form of a kind of credential, anywhere in a text. */
export interface SecretPattern {
  /** The rule's name in the mask. */
  readonly name: string;
  /** The match is masked, or only its group `secret` if it has one. */
  readonly pattern: RegExp;
  /** The beginning of every match, at the beginning of a word; or a part of every match. Sources of regular expressions, since most texts contain none. */
  readonly start?: string;
  readonly hint?: string;
  /** Matches that are not credentials after all. */
  readonly accepts?: (groups: Readonly<Record<string, string | undefined>>) => boolean;
}

/** Returns the fixed beginning of a form, three characters or more, up to the first repetition; the whole form if it has none. */
const startOf = (form: string): string =>
  /^(?:[\w-]|\\\.|\(\?:[\w|]+\)|\[\w+\](?!\{)){3,}|^\(\?:[\w|]+\)/.exec(form)?.[0] ?? form;

/** Returns the pattern of a token with a fixed prefix, in one of the forms. */
const issued = (name: string, ...forms: string[]): SecretPattern => ({
  name,
  start: forms.map(startOf).join('|'),
  pattern: new RegExp(String.raw`(?<![A-Za-z\d])(?:${forms.join('|')})`),
});

/** This many letters and digits, or more. */
const an = (least: number): string => String.raw`[A-Za-z\d]{${least},}`;
/** This many letters, digits, `_` and `-`, or more, with at least one digit and one capital, which image names do not have. */
const mixed = (least: number): string => String.raw`(?=[\w-]{0,200}?\d)(?=[\w-]{0,200}?[A-Z])[\w-]{${least},}`;
const hex = (exactly: number): string => String.raw`[a-f\d]{${exactly}}(?![A-Za-z\d])`;

/**
 * Credentials that are recognized by their form. Sources: the issuers' own documentation of their formats, and the rules of gitleaks,
 * detect-secrets and secretlint.
 */
export const secretPatterns: readonly SecretPattern[] = [
  {
    name: 'private-key',
    hint: '-----BEGIN',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----|$)/,
  },
  // The same in base64: `-----BEGIN PRIVATE`, `RSA PRI`, `EC PRI`, `OPENSSH`, `ENCRYPT`, `DSA PRI`.
  issued(
    'private-key',
    String.raw`LS0tLS1CRUdJTi(?:BQUkl|BSU0EgUFJ|BFQyBQUkl|BPUEVOU1NI|BFTkNSWVBU|BEU0EgUFJ)[A-Za-z\d+/=]{20,}`,
  ),
  {
    name: 'aws-secret-key',
    hint: '[Ss]ecret|SECRET|A[KS]IA',
    pattern:
      /(?:secret[_ -]?(?:access[_ -]?)?key["'\\]*\s*[:=]\s*["'\\]*|\bA(?:KIA|SIA)[A-Z2-7]{16}["'\\]*[\s:,;|/]{1,4}["'\\]*)(?<secret>[A-Za-z\d/+]{40})(?![A-Za-z\d/+=])/i,
  },
  issued('aws-access-key', String.raw`(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z\d])`),
  issued('aws-session-token', String.raw`(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[A-Za-z\d+/=]{40,}`),
  issued('aws-bedrock-key', String.raw`ABSK[A-Za-z\d+/=]{80,}`, String.raw`bedrock-api-key-[A-Za-z\d+/=]{20,}`),
  issued('github-token', String.raw`gh[opusr]_[A-Za-z\d](?:[\w.-]{34,}[A-Za-z\d])`, String.raw`github_pat_\w{40,}`),
  issued(
    'gitlab-token',
    String.raw`gl(?:pat|dt|rt|rtr|cbt|ptt|soat|ft|imt|agent|ffct|oas|wt)-[\w-]{20,}(?:\.[\w-]+)*`,
    String.raw`GR1348941[\w-]{20,}`,
  ),
  issued('huggingface-token', `(?:hf|api_org)_${an(30)}`),
  issued('slack-token', String.raw`xox[abeoprs](?:\.xox[bp])?-[A-Za-z\d-]{10,}`, String.raw`xapp-\d-[A-Za-z\d-]{20,}`),
  {
    name: 'slack-webhook',
    start: 'hooks\\.slack',
    pattern: /https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/(?<secret>[A-Za-z\d/_+-]{20,})/,
  },
  {
    name: 'chat-webhook',
    start: 'api/webhooks/',
    pattern: /discord(?:app)?\.com\/api\/webhooks\/\d+\/(?<secret>[\w-]{30,})/,
  },
  {
    name: 'chat-webhook',
    start: 'webhook\\.office',
    pattern: /\.webhook\.office\.com\/webhookb2\/(?<secret>[\w@/-]{40,})/,
  },
  {
    name: 'discord-token',
    start: String.raw`[MNO][A-Za-z\d]{10}[\w-]{13,17}\.`,
    pattern: /(?<![A-Za-z\d])[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])/,
  },
  { name: 'telegram-token', hint: ':AA', pattern: /(?<![A-Za-z\d])\d{8,10}:AA[\w-]{32,34}(?![\w-])/ },
  issued('openai-key', `sk-(?:proj|svcacct|admin|None)-${mixed(24)}`, `sk-${an(32)}(?![\\w-])`),
  issued('anthropic-key', `sk-ant-${mixed(24)}`),
  issued('openrouter-key', `sk-or-v1-${hex(64)}`),
  issued('langfuse-key', String.raw`sk-lf-[a-f\d-]{30,}`),
  issued('langsmith-key', String.raw`lsv2_(?:pt|sk)_[a-f\d]{16,}(?:_[a-f\d]{6,})?`, `ls__${an(16)}`),
  issued('groq-key', `gsk_${an(40)}`),
  issued('perplexity-key', `pplx-${an(32)}`),
  issued('xai-key', `xai-${an(40)}`),
  issued('nvidia-key', `nvapi-${mixed(40)}`),
  issued('replicate-token', `r8_${an(36)}`),
  issued('pinecone-key', String.raw`pcsk_\w{40,}`),
  issued('together-key', `tgp_v1_${mixed(30)}`),
  issued('fireworks-key', `fw_${an(22)}(?=[^A-Za-z\\d]|$)`),
  issued('jina-key', `jina_${an(32)}`),
  issued('elevenlabs-key', `sk_${hex(48)}`),
  issued('runpod-key', `rpa_${an(36)}`),
  issued('kaggle-token', `KGAT_${hex(32)}`),
  issued('wandb-key', String.raw`wandb_v1_\w{40,}`, `local-${hex(40)}`),
  {
    name: 'wandb-key',
    start: 'wandb\\s+login',
    pattern: /\bwandb\s+login\s+(?:--?[\w-]+(?:=\S+)?\s+)*(?<secret>[\w-]{40,})/,
  },
  // A token of neptune.ai is base64 of {"api_address": ...}.
  issued('neptune-token', String.raw`eyJhcGlfYWRkcmVzcyI6[A-Za-z\d+/=_-]{20,}`),
  issued('databricks-token', `(?:dapi|dkea|dsapi|dose|dop)${String.raw`[a-f\d]{32}(?:-\d)?(?![A-Za-z\d])`}`),
  issued('google-key', String.raw`AIza[\w-]{35}(?![\w-])`),
  issued('google-token', String.raw`ya29\.[\w.-]{20,}`, String.raw`1//0[\w-]{40,}`, `GOCSPX-[\\w-]{28}`),
  { name: 'azure-secret', hint: 'Q~', pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/ },
  { name: 'azure-devops-token', hint: 'AZDO', pattern: /(?<![A-Za-z\d])[A-Za-z\d]{76}AZDO[A-Za-z\d]{4}(?![A-Za-z\d])/ },
  {
    name: 'azure-key',
    hint: '(?:[Kk]ey|KEY|[Vv]alue)=',
    pattern: /\b(?:AccountKey|SharedAccessKey|SharedSecretValue)=(?<secret>[A-Za-z\d+/%]{16,}={0,2})/i,
  },
  issued('stripe-key', `[rs]k_(?:live|test|prod)_${an(16)}`, String.raw`whsec_[A-Za-z\d+/=]{24,}`),
  issued('npm-token', `npm_${an(36)}`),
  issued('pypi-token', String.raw`pypi-[\w-]{50,}`),
  issued('rubygems-token', `rubygems_${hex(48)}`),
  issued('docker-token', String.raw`dckr_[po]at_[\w-]{20,}`),
  issued('vault-token', String.raw`hv[sbr]\.[\w-]{20,}`),
  { name: 'terraform-token', hint: 'atlasv1', pattern: /(?<![A-Za-z\d])[A-Za-z\d]{14}\.atlasv1\.[\w=-]{50,}/ },
  issued('pulumi-token', `pul-${hex(40)}`),
  issued('digitalocean-token', `do[opr]_v1_${hex(64)}`),
  issued('doppler-token', String.raw`dp\.(?:ct|pt|st|sa|scim|audit)\.[\w.-]{30,}`),
  issued('grafana-token', String.raw`gl(?:sa|c)_[\w+/=]{32,}`),
  issued('newrelic-key', String.raw`NR(?:AK|JS|II|AA|RA)-[\w-]{19,}`),
  issued('sentry-token', String.raw`sntry[su]_[\w+/=]{40,}`),
  issued('linear-key', `lin_(?:api|oauth)_${an(32)}`),
  issued('notion-token', `ntn_${an(40)}`, `secret_${an(43)}`),
  issued('postman-key', String.raw`PMAK-[a-f\d]{24}-[a-f\d]{34}`),
  issued('atlassian-token', String.raw`AT(?:ATT3|CTT3|BB)[\w=-]{20,}`),
  issued('shopify-token', `shp(?:at|ca|pa|ss)_${hex(32)}`),
  issued('sendgrid-key', String.raw`SG\.[\w-]{16,32}\.[\w-]{16,64}`),
  issued('twilio-key', `SK${hex(32)}`),
  issued('mailgun-key', `key-${hex(32)}`),
  { name: 'mailchimp-key', hint: '-us\\d', pattern: /(?<![A-Za-z\d])[a-f\d]{32}-us\d{1,2}(?!\d)/ },
  issued('supabase-key', `sbp_${hex(40)}`, String.raw`sb_secret_[\w-]{20,}`),
  issued('planetscale-key', String.raw`pscale_(?:tkn|pw|oauth)_[\w=.-]{30,}`),
  issued('artifactory-key', `AKCp${an(60)}`, `cmVmd${an(55)}`),
  issued('openshift-token', String.raw`sha256~[\w-]{43}`),
  issued('1password-token', String.raw`ops_eyJ[A-Za-z\d+/=]{40,}`),
  issued('age-key', String.raw`AGE-SECRET-KEY-1[A-Z\d]{50,}`),
  issued('alibaba-key', String.raw`LTAI(?=[A-Za-z\d]*\d)[A-Za-z\d]{16,24}(?![A-Za-z\d])`),
  issued('jwt', String.raw`eyJ[\w-]{8,}\.(?:eyJ)?[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]+)*`),
  {
    name: 'signed-url',
    hint: '(?:ignature|Token|sig)=',
    pattern: /[?&](?:X-(?:Amz|Goog)-(?:Signature|Security-Token)|Signature|sig)=(?<secret>[A-Za-z\d%+/=_-]{16,})/,
  },
  {
    name: 'authorization',
    start: '[Aa]uthorization|AUTHORIZATION',
    pattern:
      /\bauthorization\\*["']?\s*[:=]\s*\\*["']?(?!(?:Bearer|Basic)\s)[A-Za-z][\w-]*\s+(?<secret>[^\s"'\\,]{6,})/i,
    accepts: ({ secret = '' }) => /\d/.test(secret) && !/^[$<{]/.test(secret),
  },
  {
    name: 'bearer-token',
    start: '[Bb]earer|BEARER',
    pattern: /\bbearer\s+(?<secret>(?=[^\s"']*\d)[A-Za-z\d._~+/-]{8,}=*|[A-Za-z\d._~+/-]{20,}=*)/i,
  },
  {
    name: 'basic-auth',
    start: '[Bb]asic|BASIC',
    pattern: /\bBasic\s+(?<secret>[A-Za-z\d+/_-]{4,}={0,2})/i,
    accepts: ({ secret = '' }) => isBasicCredential(secret),
  },
  // Passwords in arguments of commands, without a name.
  {
    name: 'command-password',
    start: 'curl|wget|http ',
    pattern:
      /\b(?:curl|wget|http)\b[^|;\n]{0,300}?\s(?:-u|--user)[=\s]\s*\\*["']?[^\s:"'/]{1,100}:(?<secret>[^\s"'\\]{3,})/,
    accepts: ({ secret = '' }) => !/^(?:\d{1,5}|[$<{].*)$/.test(secret),
  },
  {
    name: 'command-password',
    start: 'sshpass|mysql|docker\\s|redis-cli',
    pattern:
      /\b(?:sshpass\s+-p\s?|mysql(?:dump|admin)?\b[^|;\n]{0,300}?\s-p|docker\s+login\b[^|;\n]{0,300}?\s-p\s|redis-cli\b[^|;\n]{0,300}?\s-a\s)\\*["']?(?<secret>[^\s"'\\$][^\s"'\\]{2,})/,
  },
  {
    name: 'command-password',
    start: '[Pp]ass[wp]|PASS',
    pattern: /\bpass(?:word|phrase)\s+(?:is|was)\s+(?<secret>(?=\S*\d)\S{4,})/i,
  },
  { name: 'command-password', start: 'password', pattern: /\blogin\s+\S+\s+password\s+(?<secret>\S+)/ },
  {
    name: 'command-password',
    start: '[Ii]dentified|IDENTIFIED',
    pattern: /\bidentified\s+by\s+\\*["'](?<secret>[^"'\\]+)/i,
  },
  {
    name: 'command-password',
    start: '[Pp]assword|PASSWORD',
    pattern: /\bpassword\s+\\*["'](?<secret>[^"'\\\n]+)\\*["']/i,
    accepts: ({ secret = '' }) => !/^[$<{%]/.test(secret),
  },
  // The user information between the scheme and the host of a URL.
  {
    name: 'url-user',
    hint: '@',
    pattern:
      /(?<![A-Za-z\d])(?:https?|git|ssh|git\+https|ftps?|wss?):\/\/(?<secret>[\w~.+=%-]{16,400})(?::(?:x-oauth-basic)?)?@/i,
    accepts: ({ secret = '' }) => /\d/.test(secret) && alternationRate(secret) >= 0.25,
  },
  {
    name: 'url-password',
    hint: '@',
    pattern:
      /(?<![A-Za-z\d])(?<scheme>[a-z][a-z\d+.-]{1,30}):\/\/(?:[^\s/:@"'?#<>*]|\*\*\*masked:[\w-]+\*\*\*){0,200}:(?<secret>[^\s/"<>?#]{1,500})@(?<host>[^\s/"'@]*)/i,
    accepts: isUrlPassword,
  },
  // A password with an unescaped slash, ? or #.
  {
    name: 'url-password',
    hint: '@',
    pattern:
      /(?<![A-Za-z\d])(?:postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?|clickhouse|mssql|oracle|snowflake|kafka)(?:\+[a-z\d]+)*:\/\/(?:[^\s/:@"'<>*]|\*\*\*masked:[\w-]+\*\*\*){0,200}:(?!\d{2,5}[/?])(?<secret>[^\s"'<>@]{1,200}[/?#][^\s"'<>]{0,200})@(?=[\w.-]+(?::\d+)?(?:[/?\s"',;]|$))/i,
  },
  { name: 'url-password', hint: '@', pattern: /\bjdbc:oracle:\w+:[^\s/:@]+\/(?<secret>[^\s@]+)@/i },
  { name: 'url-password', hint: '@', pattern: /(?<![\w/])[\w.-]{1,100}:(?<secret>[^\s:@/"']{1,200})@(?:tcp|unix)\(/ },
];

/** Schemes whose URLs contain no password: what looks like one is a tag, a run or a container. */
const withoutPasswords = /^(?:docker|oci|mlflow|models|runs|azureml|s3|s3a|s3n|gs|abfss?|wasbs?|dbfs|hdfs|file)$/i;
/** Schemes of servers that take a user and a password, so even a short word counts. */
const withPasswords =
  /^(?:https?|s?ftps?|ssh|git|wss?|tcp|postgres|postgresql|mysql|mariadb|mongodb|rediss?|amqps?|mqtts?|ldaps?|smtps?|imaps?|kafka|nats|clickhouse|mssql|sqlserver|oracle|snowflake|bolt|neo4j|influxdb|cockroachdb|cassandra|presto|trino|hive|redshift|databricks|socks[45]?h?|vertica|elasticsearch|couchdb|etcd|memcached|db2|sqlite|vnc|rtsp|smb|rsync|svn|webdavs?|celery|sqla|db|git)(?:\+.*)?$/i;

function isUrlPassword({ scheme = '', secret = '', host = '' }: Readonly<Record<string, string | undefined>>): boolean {
  if (
    withoutPasswords.test(scheme) ||
    host.startsWith('sha256:') ||
    /^(?:\$\{?\w+\}?|\{\{.*\}\}|%\w+%|\{\w+\})$/.test(secret)
  ) {
    return false;
  }
  return withPasswords.test(scheme) || (secret.length >= 6 && /\d/.test(secret));
}
