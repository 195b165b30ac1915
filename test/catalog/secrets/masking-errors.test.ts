import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Fields, membersOf } from '../../../catalog/fields.ts';
import type { FlatValue } from '../../../catalog/flatten.ts';
import { createMasker } from '../../../catalog/secrets/mask.ts';
import { snakeCase } from '../../../catalog/snake-case.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import {
  formGenerator,
  type HarmlessExample,
  harmlessNames,
  issuedTokens,
  passwordNames,
  references,
  type SecretExample,
  tokenNames,
} from '../../support/secret-examples.ts';

const masker = createMasker();
const s = formGenerator(20261126);

/** Passwords as people choose them; short, numeric, with spaces, quotes of the other kind and every other sign. */
const passwords = [
  'hunter22',
  '1234',
  '20261126',
  'correct horse battery',
  'p@ss',
  'Tr0ub4dor&3',
  'pä$$w0rd!',
  'a,b;c=d',
  'x'.repeat(9),
  '"quoted 7"',
  'swordfish',
];

/** Texts in which a value stands under a name, as `[text, value]` of a name. */
const forms: readonly ((name: string, value: string) => string)[] = [
  (name, value) => `${name}=${value} python train.py`,
  (name, value) => `export ${name}=${value}; python train.py`,
  (name, value) => `docker run -e ${name}=${value} image:1.0`,
  (name, value) => `{"user": "app", "${name}": "${value}", "port": 5432}`,
  (name, value) => JSON.stringify(JSON.stringify({ user: 'app', [name]: value, port: 5432 })),
  (name, value) => JSON.stringify({ config: JSON.stringify({ [name]: value, lr: 0.1 }), epochs: 3 }),
  (name, value) => `user: app\n${name}: ${value}\nport: 5432`,
  (name, value) => `--user app --${name} ${value} --port 5432`,
  (name, value) => `--user app --${name}=${value} --port 5432`,
  (name, value) => `--user app --${name} "${value}" --port 5432`,
  (name, value) => `["--user", "app", "--${name}", "${value}", "--port", "5432"]`,
  (name, value) => `Server=db;User Id=app;${name}=${value};Encrypt=yes`,
  (name, value) => `https://api.example.org/v1/jobs?${name}=${value}&page=2`,
  (name, value) => `os.environ["${name}"] = '${value}'`,
  (name, value) => `client(${name}='${value}', retries=3)`,
  (name, value) => `<${name}>${value}</${name}>`,
  (name, value) => `[{"name": "${name}", "value": "${value}"}, {"name": "LR", "value": "0.1"}]`,
  (name, value) => `RuntimeError: cannot connect with ${name}='${value}' to db:5432`,
];

function* secretsInTexts(): Generator<SecretExample> {
  for (const [index, form] of forms.entries()) {
    for (const name of [
      'DB_PASSWORD',
      'password2',
      'PGPASSWORD',
      'client_secret',
      'HF_TOKEN_2',
      'openai_api_key',
      'authToken',
    ]) {
      const secret = index % 2 === 0 ? s.alnum(12) : `${s.letters(6)}${s.digits(3)}`;
      yield { text: form(name, secret), secret };
    }
  }
}

const basic = (pair: string): string => Buffer.from(pair).toString('base64');

const others: readonly SecretExample[] = [
  ...[
    'postgres',
    'postgresql+psycopg2',
    'mysql',
    'mongodb+srv',
    'redis',
    'amqp',
    'https',
    'jdbc:postgresql',
    'snowflake',
  ].flatMap((scheme) =>
    ['hunter22', 'p@ss', 'a@b@c7', 'x:y9', 'pw', '1234'].map((secret) => ({
      text: `${scheme}://u:${secret}@h.example.org:5432/db`,
      secret: `:${secret}@`,
    })),
  ),
  { text: 'postgres://u:p/ss7@h/db', secret: 'p/ss7' },
  { text: 'redis://:p#ss?7@h:6379/0', secret: 'p#ss?7' },
  { text: 'app:hunter22@tcp(db:3306)/jobs', secret: 'hunter22' },
  { text: 'jdbc:oracle:thin:app/hunter22@db:1521/x', secret: 'hunter22' },
  ...[s.alnum(40), s.lowerAlnum(40), s.hex(40), s.alnum(24)].flatMap((secret) => [
    { text: `https://${secret}@github.com/o/r.git`, secret },
    { text: `git clone https://${secret}:x-oauth-basic@github.com/o/r.git`, secret },
    { text: `git+https://x-access-token:${secret}@github.com/o/r.git`, secret },
    { text: `https://oauth2:${secret}@gitlab.example.org/o/r.git`, secret },
    { text: `Authorization: Bearer ${secret}`, secret },
    { text: `Authorization: token ${secret}`, secret },
    { text: `curl -H "Authorization: Bearer ${secret}" https://api.example.org`, secret },
    { text: `curl -H 'PRIVATE-TOKEN: ${secret}' https://gitlab.example.org`, secret },
    { text: `curl -H "X-Api-Key: ${secret}" https://api.example.org`, secret },
    { text: `curl --header "X-Vault-Token: ${secret}" https://vault`, secret },
    { text: `{"headers": {"Authorization": "Bearer ${secret}"}}`, secret },
    { text: `Cookie: session_token=${secret}; path=/`, secret },
    { text: `//npm.example.com/:_authToken=${secret}`, secret },
    { text: `aws configure set aws_secret_access_key ${secret}`, secret },
    { text: `wandb login --relogin ${secret}${secret}`, secret },
  ]),
  ...['user:password123', 'u:p', 'app:päss wörd'].flatMap((pair) => [
    { text: `Authorization: Basic ${basic(pair)}`, secret: basic(pair).replace(/=+$/, '') },
    { text: `curl -H 'Authorization: Basic ${basic(pair)}' https://x`, secret: basic(pair).replace(/=+$/, '') },
    { name: 'Authorization', text: `Basic ${basic(pair)}`, secret: basic(pair).replace(/=+$/, '') },
  ]),
  { name: 'authorization', text: 'hunter22', secret: 'hunter22' },
  { name: 'Proxy-Authorization', text: 'ApiKey hunter22', secret: 'hunter22' },
  { text: "host=db user=u password='hunter 22 long'", secret: 'hunter 22 long' },
  { text: 'host=db user=u password="hunter 22 long" sslmode=require', secret: 'hunter 22 long' },
  { text: 'mysql -u root -phunter22 jobs', secret: 'hunter22' },
  { text: 'sshpass -p hunter22 ssh h', secret: 'hunter22' },
  { text: 'docker login -u me -p hunter22 registry.example.org', secret: 'hunter22' },
  { text: 'curl -u user:hunter22 https://x', secret: 'hunter22' },
  { text: 'machine h login u password hunter22', secret: 'hunter22' },
  { text: "CREATE USER app WITH PASSWORD 'hunter 22'", secret: 'hunter 22' },
  { text: "ALTER USER app IDENTIFIED BY 'hunter22'", secret: 'hunter22' },
  {
    text: `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${s.base64(86)}==;EndpointSuffix=core.windows.net`,
    secret: 'AccountKey=a',
  },
  { text: `https://a.blob.core.windows.net/c?sv=2026&se=2027&sig=${s.alnum(43)}%3D`, secret: 'sig=a' },
  {
    text: `{"type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\\n${s.base64(100)}\\n-----END PRIVATE KEY-----\\n"}`,
    secret: 'BEGIN',
  },
  {
    text: `https://hooks.slack.com/services/T${s.digits(9)}/B${s.digits(9)}/abcdefgh12345678ijkl9012`,
    secret: 'abcdefgh12345678',
  },
  {
    text: `https://discord.com/api/webhooks/${s.digits(18)}/abcdefgh12345678${s.alnum(50)}`,
    secret: 'abcdefgh12345678',
  },
  { name: 'storage_key', text: s.base64(64), secret: '' },
  { name: 'acme_token', text: s.alnum(32), secret: '' },
  { name: 'acme_api_keys', text: `["${s.alnum(20)}","${s.alnum(20)}"]`, secret: '' },
];

/** Whether anything of the secret is left. A whole text that is a secret must be gone. */
const isMissed = ({ name, text, secret }: SecretExample): boolean => {
  const masked = masker.text(text, name);
  return !masked.includes('***masked:') || masked.includes(secret === '' ? text : secret);
};

const sentences: readonly string[] = [
  'password authentication failed for user "app"',
  'Invalid password: authentication failed',
  'Error: wrong password: rejected by the server',
  "KeyError: 'password'",
  "KeyError: 'api_key'",
  'Unexpected token: abc123def at position 4',
  'ClientError: the security token included in the request is expired',
  'Token limit exceeded: 4096 tokens, max_tokens=2048',
  'AlgorithmError: missing key: learning_rate',
  'bearer authentication is required',
  'Basic authentication is off',
  'Basic training with Bearer tokens of any kind',
  'Authorization: required',
  'loss: 0.3; tokens: 1200; key_value_heads=8; passes: 3',
  '--max-new-tokens 512 --tokenizer bert --pad-token "[PAD]" --num-passes 3 --no-password --use-auth-token --epochs 3',
  '--password-file /run/secrets/db --secret-name prod/db --key-column id --pass-through-columns id,price',
  'export PATH=/opt/bin:$PATH PYTHONPATH=/opt/ml; python -m train --config s3://bucket/config.yaml',
  'export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id prod/db) && python train.py',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder is what is meant
  'mysql -u root -p${DB_PASSWORD} jobs && curl -H "Authorization: Bearer ${TOKEN}" https://x',
  'curl -H "Authorization: Bearer $TOKEN" https://api.example.org:8443/v1?page_token=abc',
  'docker run -u 1000:1000 image:2.0 && git clone git@github.com:o/r.git',
  'ssh://git@github.com/o/r.git',
  'mlflow://exp:run@host',
  'models:/churn@champion',
  'docker://repo/image:1.2@sha256:0a1b2c',
  'abfss://container2024@account.dfs.core.windows.net/data',
  'https://example.org:8080/path@v2?at=3',
  'http://user@example.org/',
  'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-AbCdEf',
  'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  'arn:aws:sagemaker:us-east-1:111122223333:training-job/token-classification-2026-11-26',
  '763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.3.0-gpu-py311-cu121-ubuntu20.04-sagemaker',
  'sk-learn-pipelines-with-a-rather-long-name-2026-11',
  'sk-proj-churn-prediction-with-a-long-name-2026-11-26',
  'sk-ant-colony-optimisation-with-a-long-name-2026',
  's3://bucket/sk-models/hf_models/npm_packages/ghp_data/part-00000.parquet',
  'hf_transformers_with_a_long_name_of_words_only',
  'pa-training-run-with-a-long-name-of-words-2026',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  '{"token": {"type": "special", "id": 3}, "key": "price", "tokenizer": {"eos_token": "</s>"}}',
  '{"columns": ["password", "user_token", "secret_question"], "primary_key": ["id", "day"]}',
  '[{"name": "tokenizer", "value": "bert"}, {"name": "DB_PASSWORD", "valueFrom": "arn:aws:ssm:x"}]',
  '<tokenizer>bert</tokenizer><key>price</key>',
  'eyJ is how base64 of JSON begins',
  '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
];

function* harmless(): Generator<HarmlessExample> {
  for (const [name, text] of harmlessNames) {
    yield { name, text };
    if (!text.includes('"')) yield { text: `--a 1 --${name}=${text} --b 2` };
    if (!text.includes('"')) yield { text: `{"a": 1, "${name}": "${text}", "b": 2}` };
  }
  for (const name of ['DB_PASSWORD', 'HF_TOKEN', 'client_secret', 'api_key', 'encryption_key']) {
    for (const text of references) yield { name, text };
  }
  for (const text of sentences) yield { text };
  for (const name of ['image', 'input', 'run_id', 'cache_key', 'dedup_token', 'commit', 'model_key']) {
    for (const text of [
      s.hex(40),
      s.hex(64),
      s.hex(32),
      s.uuid(),
      s.digits(12),
      `s3://bucket/${s.hex(32)}/model.tar.gz`,
      '2026-11-26T10:00:00.000Z',
      'CustomerId2024PurchaseTotal',
    ]) {
      yield { name, text };
    }
  }
}

it('lists, pairs and numbers are masked by the names that they stand under', () => {
  const value = (given: FlatValue) => masker.value(given);
  const mark = '***masked:secret-name***';
  assert.deepEqual(value(['--password', 'hunter22', '--token', 'abc', '-x']), [
    '--password',
    mark,
    '--token',
    mark,
    '-x',
  ]);
  assert.deepEqual(value(['aws', 'configure', 'set', 'aws_secret_access_key', 'hunter22']), [
    'aws',
    'configure',
    'set',
    'aws_secret_access_key',
    mark,
  ]);
  assert.deepEqual(value(['curl', '-u', 'me:hunter22', 'https://x']), [
    'curl',
    '-u',
    'me:***masked:command-password***',
    'https://x',
  ]);
  assert.deepEqual(value(['docker', 'run', '-u', '1000:app']), ['docker', 'run', '-u', '1000:app']);
  assert.deepEqual(
    value([
      { name: 'DB_PASSWORD', value: 'x' },
      { Key: 'token', Value: 'hunter2' },
    ]),
    [
      { name: 'DB_PASSWORD', value: mark },
      { Key: 'token', Value: mark },
    ],
  );
  assert.deepEqual(
    value({ password: 1234, passwords: ['a1', 'b2'], secret: { value: 'a1' }, epochs: 1234, max_tokens: 12 }),
    {
      password: mark,
      passwords: [mark, mark],
      secret: { value: mark },
      epochs: 1234,
      max_tokens: 12,
    },
  );
  const token = `hf_${s.letters(34)}`;
  assert.deepEqual(value({ [token]: '1', lr: '2' }), { '***masked:huggingface-token***': '1', lr: '2' });
});

describe('both errors of masking', () => {
  it('no secret of the list is missed', () => {
    const secrets: SecretExample[] = [...secretsInTexts(), ...others];
    for (const name of passwordNames) for (const text of passwords) secrets.push({ name, text, secret: '' });
    for (const name of tokenNames) {
      for (const text of [s.alnum(32), s.hex(40), s.uuid(), 'hunter2hunter2', 'abc123'])
        secrets.push({ name, text, secret: '' });
    }
    for (const make of Object.values(issuedTokens)) {
      const token = make(s);
      for (const text of [
        token,
        `"${token}"`,
        `python train.py ${token} --lr 1`,
        `{"x": "${token}"}`,
        `denied for ${token}.`,
      ]) {
        secrets.push({ text, secret: token.slice(4, 40) });
      }
    }
    const missed = secrets.filter(isMissed).map(({ name = '', text }) => `${name}: ${text}`);
    assert.ok(secrets.length > 1300, String(secrets.length));
    assert.deepEqual(missed, []);
  });

  it('nothing else of the list is masked', () => {
    const examples = [...harmless()];
    const wrong = examples.filter(({ name, text }) => masker.text(text, name) !== text);
    assert.ok(examples.length > 650, String(examples.length));
    assert.deepEqual(
      wrong.map(({ name = '', text }) => `${name}: ${masker.text(text, name)}`),
      [],
    );
  });
});

it('the columns of the catalog and the members of AWS are no names of secrets', () => {
  const secret: string[] = [];
  const walk = (members: Fields): void => {
    for (const [name, field] of Object.entries(members)) {
      for (const one of [name, snakeCase(name)])
        if (masker.text('hunter2hunter2', one) !== 'hunter2hunter2') secret.push(one);
      walk(membersOf(field) ?? {});
    }
  };
  walk(trainingJob.members);
  assert.deepEqual(secret, []);
});
