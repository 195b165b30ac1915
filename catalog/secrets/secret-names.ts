import { LRUCache } from 'lru-cache';

// Decides by the name of a setting whether its value is a secret. Names are split into words first: training uses many harmless tokens and
// keys (pad_token, max_token_length, sort_key), which a search for substrings would match.

/**
 * What a name says about its value:
 * - `password`: a secret, whatever it looks like, even a number;
 * - `token`: a secret unless it is a number or a text marker such as `<|user|>`;
 * - `perhaps`: a secret only if it looks like one;
 * - `header`: a scheme and a secret, as in `Authorization: Basic ...`;
 * - `none`: not a secret.
 */
export type NameMeaning = 'password' | 'token' | 'perhaps' | 'header' | 'none';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Parts that make any name secret that contains them as a word or at either end of one: PGPASSWORD, dbpassword. */
const passwordWord =
  /password|passwd|passphrase|passwort|passcode|secrets?$|^secret(?:access|key|token|value)|credentials?$|^creds?$|pwd$/;

/** Joined names of keys that are always secret. */
const secretKeyWord = /^[a-z]{0,20}(?:api|secret|private|access|shared|signing|encryption|auth)keys?$/;

/** Issuers of tokens and keys. Names that are also training terms are left out; under those, a value must look like a secret. */
const issuers =
  'github gh gitlab gl git bitbucket gitea hf hub huggingface openai anthropic claude cohere mistral groq replicate perplexity deepseek ' +
  'gemini google gcp azure aws wandb neptune comet clearml mlflow dagshub databricks snowflake vault hashicorp consul terraform ' +
  'tfe tfc npm pypi docker dockerhub registry artifactory jfrog nexus slack discord telegram twilio sendgrid mailgun stripe kaggle ' +
  'langsmith langchain langfuse sentry datadog newrelic grafana pagerduty jira confluence atlassian notion airtable circleci ' +
  'buildkite codecov sonar snyk heroku netlify vercel supabase planetscale pinecone weaviate qdrant redis mongo mongodb postgres ' +
  'kafka confluent roboflow runpod nvidia ngc okta auth0 facebook twitter shopify dropbox figma tavily serpapi serper cloudflare ' +
  'digitalocean linode voyage jina elevenlabs assemblyai deepgram fireworks xai openrouter zenml prefect dagster airflow labelbox';

const access =
  'access api app auth consumer deploy license licence login master private secret signing ssh webhook jwt admin';

/** Words that make the following word a secret. */
const passwordOwners = words(
  `${issuers} db database user admin root smtp mail email mysql pg sql ftp sftp ldap login account auth http proxy rabbitmq jdbc vpn zip ` +
    'keystore truststore cert my app api service master oracle sudo host server elastic es neo4j key',
);

const qualifiers: Readonly<Record<string, ReadonlySet<string>>> = {
  token: words(
    `${access} ${issuers} authentication authorization bearer bot ci csrf xsrf id identity oauth personal refresh security service session ` +
      'sso user web client account job build runner tracking http sas pat iam workspace installation cli server agent bootstrap kube kubernetes ' +
      'k8s read write',
  ),
  key: words(
    `${access} ${issuers} client encryption encrypt decryption crypto hmac shared sign subscription fernet aes rsa root`,
  ),
  pass: passwordOwners,
  pw: passwordOwners,
  pat: words(`${issuers} devops ext repo personal user`),
  auth: words('redis rediscli basic http registry docker npm proxy'),
};

/** Words before `token` or `key` that make them harmless: text markers, counters, columns, positions. */
const harmlessBefore = words(
  'pad eos bos unk sep cls mask special start end begin beginning stop new per first last next prev previous image video audio text input ' +
    'output prompt target source label word subword char byte decoder encoder forced assistant system fim prefix suffix middle extra additional ' +
    'suppress newline space blank vocab sentence time timestamp language lang task tgt src img vision query control think thinking reasoning tool ' +
    'function speaker continuation page pagination client_request idempotency request unexpected unknown unrecognized illegal invalid ' +
    'primary sort partition foreign hash range group join public object index column row dict dictionary feature metric cache shuffle kms cmk pair ' +
    'map json yaml natural surrogate composite shard routing bucket s3',
);

/** Words that make a name describe a secret instead of containing it. */
const descriptions = words(
  'arn arns count counts enabled disabled allowed required expiry expires expire expiration file files filename path paths dir directory folder id ids ' +
    'length len limit limits location max min name names num policy rotation size sizes ttl type types kind format url uri urls endpoint host port ' +
    'region version versions attempts attempt retries retry timeout age days hours minutes seconds secs interval column columns field fields col cols ' +
    'header label labels index position positions ratio rate rates weight weights dropout prob probability loss level layer layers dim embedding embeddings ' +
    'status state source scope scopes strength rule rules pattern regex prefix suffix provider providers manager backend store mode method strategy ' +
    'authentication protected hint prompt stdin var variable env ref reference metadata user username email bucket error errors',
);

/** First words of names that ask about secrets or count them: has_password, max_tokens. */
const questions = words(
  'max min num n total count avg mean has is show hide ask prompts require requires no skip enable disable allow with without',
);

/** Words at the end of a name that say where or which. */
const circumstances = words(
  'value plain plaintext raw base64 b64 encoded prod production dev staging stage test qa old new current primary secondary backup main default',
);

const wordsOf = (name: string): string[] => {
  const split = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    // Trailing numbers distinguish several: HF_TOKEN_2, password2, api_key_v2.
    .map((word) => word.replace(/(?<!^(?:base|b|k|s|auth))\d+$/, ''))
    .filter((word) => word !== '' && word !== 'v');
  while (split.length > 1 && circumstances.has(split.at(-1) ?? '')) split.pop();
  return split;
};

const answers = new LRUCache<string, NameMeaning>({ max: 10_000 });

/** Returns what a name says about its value. Cached, since a crawl sees few distinct names. */
export function meaningOf(name: string): NameMeaning {
  const known = answers.get(name);
  if (known !== undefined) return known;
  const answer = mayHoldSecretName.test(name) ? meaningOfWords(name) : 'none';
  answers.set(name, answer);
  return answer;
}

/** Matches something that every secret's name contains. */
export const mayHoldSecretName = /pass|pwd|pw|secret|token|key|cred|auth|pat|cookie/i;

function meaningOfWords(name: string): NameMeaning {
  const parts = wordsOf(name);
  const last = parts.at(-1) ?? '';
  if (/^(?:proxy)?authorization$/.test(parts.slice(-2).join('')) || last === 'authorization') return 'header';
  if (questions.has(parts[0] ?? '') || descriptions.has(last)) return 'none';
  if (parts.some((word) => passwordWord.test(word))) return 'password';
  if (parts.some((word, index) => secretKeyWord.test(word) || secretKeyWord.test(word + (parts[index + 1] ?? ''))))
    return 'password';
  let best: NameMeaning = last === 'cookie' || last === 'sas' ? 'perhaps' : 'none';
  for (let index = parts.length - 1; index >= 0 && best !== 'token'; index--) {
    const found = meaningOfWord(parts, index);
    if (found !== 'none') best = found;
  }
  return best;
}

const nouns = ['token', 'key', 'pass', 'pat', 'auth', 'pw'];

/** Classifies a word that means or ends with a secret, by its neighbours. */
function meaningOfWord(parts: readonly string[], index: number): NameMeaning {
  const word = (parts[index] ?? '').replace(/(?<=token|key)s$/, '');
  const noun = nouns.find((end) => word.endsWith(end));
  const known = noun === undefined ? undefined : qualifiers[noun];
  if (noun === undefined || known === undefined) return 'none';
  const isWhole = word === noun;
  const isPlural = isWhole && parts[index] !== word;
  const before = isWhole ? (parts[index - 1] ?? '') : word.slice(0, -noun.length);
  const isLast = index === parts.length - 1;
  const isIssuers = !isLast && parts.slice(index + 1).every((after) => known.has(after));
  const joined = isWhole ? parts.slice(0, index).join('') : before;
  const isKnown = known.has(before) || (joined !== before && known.has(joined));
  if (isKnown) return isLast || isIssuers ? 'token' : 'perhaps';
  if (before === '' && !isPlural && noun !== 'key' && noun !== 'pw') {
    if (isLast) return noun === 'auth' || noun === 'pat' ? 'perhaps' : 'token';
    return isIssuers ? 'token' : 'none';
  }
  if (!isWhole || !isLast || isPlural || before === '' || harmlessBefore.has(before)) return 'none';
  return noun === 'token' || noun === 'key' ? 'perhaps' : 'none';
}
