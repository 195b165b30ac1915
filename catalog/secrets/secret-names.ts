// Whether the name of a setting says that its value is a secret. Names are taken apart into words first: training knows many
// harmless tokens and keys (pad_token, max_token_length, sort_key), which a search for parts of names would all find.

const plainSecrets = new Set([
  'password',
  'passwd',
  'passphrase',
  'pwd',
  'pass',
  'secret',
  'secrets',
  'credential',
  'credentials',
  'apikey',
  'authtoken',
  'accesstoken',
  'secretkey',
  'privatekey',
]);

/** Words that make a secret of the `token` or `key` that follows them. */
const qualifiers: Readonly<Record<'token' | 'key', ReadonlySet<string>>> = {
  token: new Set(
    (
      'access api app auth bearer bot ci csrf deploy git github gitlab hf hub huggingface id jwt login neptune npm oauth personal ' +
      'pypi refresh registry secret security service session slack sso user vault wandb webhook'
    ).split(' '),
  ),
  key: new Set(
    'access account api app auth client comet consumer deploy encryption hmac license master openai private secret shared signing ssh storage wandb'.split(
      ' ',
    ),
  ),
};

/** Words after which a name says something about a secret, and does not hold it. */
const descriptions = new Set(
  'arn arns count enabled expiry file filename id ids length len limit location max min name names num path policy required rotation size ttl type url uri version'.split(
    ' ',
  ),
);

/** Values that are no secret whatever their name is. */
const harmlessValue =
  /^(?:|true|false|yes|no|on|off|none|null|nil|undefined|auto|default|-?\d{1,5}(?:\.\d+)?|\*+|<[^>]*>|\$\{[^}]*\}|\{\{[^}]*\}\}|arn:aws.*)$/i;

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');

const answers = new Map<string, boolean>();

/** Whether a value under this name is a secret, as far as the name tells. Remembered: a crawl asks for few names very often. */
export function isSecretName(name: string): boolean {
  const known = answers.get(name);
  if (known !== undefined) return known;
  if (answers.size > 10_000) answers.clear();
  const answer = looksSecret(name);
  answers.set(name, answer);
  return answer;
}

/** What every secret's name holds somewhere. */
export const mayHoldSecretName = /pass|pwd|secret|token|key|credential/i;

function looksSecret(name: string): boolean {
  if (!mayHoldSecretName.test(name)) return false;
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (descriptions.has(last)) return false;
  if (words.some((word) => plainSecrets.has(word))) return true;
  if (last !== 'token' && last !== 'key') return false;
  const before = words.at(-2);
  return before === undefined ? last === 'token' : qualifiers[last].has(before);
}

/** Whether a value can be a secret at all. The quotes are those of JSON, in which hyperparameters often come. */
export const isHarmlessValue = (value: string): boolean => harmlessValue.test(value.replace(/^"(.*)"$/s, '$1').trim());
