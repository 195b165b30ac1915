import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { flatten } from '../../../catalog/flatten.ts';
import { createMasker, maskedPaths } from '../../../catalog/secrets/mask.ts';
import { maskRow } from '../../../catalog/secrets/mask-row.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { describeResponse } from '../../support/responses.ts';

const masker = createMasker();
/** Made up; written in parts, so that no scanner of repositories takes them for real ones. */
const random = (length: number, alphabet = 'aB3dE5fG7hJ9kL1mN') =>
  Array.from({ length }, (_, index) => alphabet[(index * 7) % alphabet.length]).join('');
const upper = (length: number) => random(length, 'QWERTYUIOPASDFG234567');
const letters = (length: number) => random(length, 'aBcDeFgHiJkLmNoPq');

describe('masking by form', () => {
  const credentials: Record<string, string> = {
    'aws-access-key': `AKIA${upper(16)}`,
    'github-token': `ghp_${random(36)}`,
    'gitlab-token': `glpat-${random(20)}`,
    'huggingface-token': `hf_${letters(34)}`,
    'slack-token': `xoxb-${random(24)}`,
    'openai-key': `sk-proj-${random(40)}`,
    'anthropic-key': `sk-ant-${random(40)}`,
    'google-key': `AIza${random(35)}`,
    'stripe-key': `sk_live_${random(24)}`,
    'npm-token': `npm_${random(36)}`,
    'pypi-token': `pypi-${random(60)}`,
    'databricks-token': `dapi${random(32, 'abcdef0123456789')}`,
    jwt: `eyJ${random(20)}.eyJ${random(40)}.${random(43)}`,
    'private-key': `-----BEGIN RSA PRIVATE KEY-----\n${random(200)}\n-----END RSA PRIVATE KEY-----`,
  };
  for (const [rule, credential] of Object.entries(credentials)) {
    it(`finds a ${rule} wherever it stands`, () => {
      const mark = `***masked:${rule}***`;
      assert.equal(masker.text(credential), mark);
      assert.equal(masker.text(`run with ${credential}, please`), `run with ${mark}, please`);
      assert.equal(masker.text(`"${credential}"`), `"${mark}"`);
    });
  }

  it('leaves the rest of a URL', () => {
    assert.equal(
      masker.text('postgresql://app:s3cr3t/pw@db.example.org:5432/jobs'.replace('/pw', 'pw')),
      'postgresql://app:***masked:url-password***@db.example.org:5432/jobs',
    );
    assert.equal(
      masker.text(`https://b.s3.amazonaws.com/k?X-Amz-Expires=60&X-Amz-Signature=${random(64)}`),
      'https://b.s3.amazonaws.com/k?X-Amz-Expires=60&X-Amz-Signature=***masked:signed-url***',
    );
  });

  it('finds a secret key beside its name', () => {
    assert.match(
      masker.text(`AWS_SECRET_ACCESS_KEY=${random(40)} python train.py`),
      /^AWS_SECRET_ACCESS_KEY=\*\*\*masked:[\w-]+\*\*\* python train\.py$/,
    );
  });
});

describe('masking by name', () => {
  const secretNames = [
    'password',
    'DB_PASSWORD',
    'dbPassword',
    'db-passwd',
    'HF_TOKEN',
    'hub_token',
    'token',
    'wandb_api_key',
    'WANDB_API_KEY',
    'apikey',
    'client_secret',
    'AWS_SECRET_ACCESS_KEY',
    'aws_session_token',
    'encryption_key',
    'private_key',
    'credentials',
    'sagemaker_auth_token',
  ];
  const publicNames = [
    'pad_token',
    'eos_token',
    'max_token_length',
    'num_tokens',
    'tokenizer',
    'token_count',
    'kms_key_id',
    'key',
    'sort_key',
    'label_key',
    'secret_arn',
    'password_file',
    'token_url',
    'monkey',
    'compass',
    'bypass',
    'keyboard',
    'passes',
    'key_metric',
    'access_key_id',
  ];
  for (const name of secretNames) {
    it(`takes ${name} for a secret`, () =>
      assert.equal(masker.text('hunter2hunter2', name), '***masked:secret-name***'));
  }
  for (const name of publicNames) {
    it(`leaves ${name} alone`, () => assert.equal(masker.text('hunter2hunter2', name), 'hunter2hunter2'));
  }

  it('leaves values that say nothing', () => {
    for (const value of [
      '',
      'true',
      'None',
      '"null"',
      '0',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder is what is meant
      '${HF_TOKEN}',
      '<your token>',
      'arn:aws:secretsmanager:us-east-1:111122223333:secret:x',
    ]) {
      assert.equal(masker.text(value, 'hf_token'), value);
    }
  });

  it('reads assignments, JSON within text, and command lines', () => {
    assert.equal(
      masker.text('--epochs 3 --db-password hunter2hunter2 --lr 1'),
      '--epochs 3 --db-password ***masked:secret-name*** --lr 1',
    );
    assert.equal(
      masker.text('{"user":"x","password":"hunter2hunter2"}'),
      '{"user":"x","password":"***masked:secret-name***"}',
    );
    assert.equal(masker.text('export API_KEY=hunter2hunter2; ls'), 'export API_KEY=***masked:secret-name***; ls');
    assert.deepEqual(masker.value(['--password', 'hunter2', '--epochs', '3']), [
      '--password',
      '***masked:secret-name***',
      '--epochs',
      '3',
    ]);
    assert.deepEqual(masker.value(['--hub_token=hunter2hunter2']), ['--hub_token=***masked:secret-name***']);
  });

  it('lets the rules be changed', () => {
    const own = createMasker({
      patterns: [{ name: 'ticket', pattern: /\bTICKET-\d+\b/g }],
      secretNames: [/^codeword$/i],
      publicNames: [/^public_token$/],
      disabled: ['url-password'],
    });
    assert.equal(own.text('see TICKET-123 soon'), 'see ***masked:ticket*** soon');
    assert.equal(own.text('swordfish', 'CodeWord'), '***masked:secret-name***');
    assert.equal(own.text('--codeword swordfish'), '--codeword ***masked:secret-name***');
    assert.equal(own.text('swordfish', 'public_token'), 'swordfish');
    assert.equal(own.text('https://a:bcdefgh@x.org'), 'https://a:bcdefgh@x.org');
  });
});

describe('a masked value', () => {
  it('stays as it is when it is masked again', () => {
    const piece = fc.constantFrom(
      'password',
      'token',
      '=',
      ': ',
      '"',
      ' ',
      '--',
      'hub_token',
      'hunter2hunter2',
      `AKIA${upper(16)}`,
      'https://a:',
      '@host/',
      '***masked:x***',
      'Bearer ',
      random(30),
      '\\"',
      ',',
      '&sig=',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.option(fc.constantFrom('password', 'name')),
        (pieces, name) => {
          const once = masker.text(pieces.join(''), name ?? undefined);
          assert.equal(masker.text(once, name ?? undefined), once);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is found again by its path', () => {
    const row = {
      hyper_parameters: { hf_token: 'x'.repeat(9), lr: '1' },
      algorithm_specification: { container_arguments: ['--password', 'hunter2'] },
    };
    assert.deepEqual(maskedPaths(masker.value(row)), [
      'hyper_parameters.hf_token',
      'algorithm_specification.container_arguments[1]',
    ]);
  });

  it('reaches all of a row but what identifies the resource', () => {
    const response = describeResponse({
      TrainingJobName: 'ghp-job',
      HyperParameters: { password: 'hunter2', lr: '0.1', config: '{"token":"hunter2hunter2"}' },
      Environment: { HF_TOKEN: `hf_${letters(34)}` },
      FailureReason: `cannot log in with AKIA${upper(16)}`,
    });
    const tags = [
      { Key: 'db_password', Value: 'hunter2' },
      { Key: 'team', Value: 'nlp' },
    ];
    const plain = flatten(trainingJob, response, { tags });
    assert.ok(plain.ok);
    const masked = maskRow(trainingJob, plain.row, masker);
    assert.equal(masked.training_job_name, 'ghp-job');
    assert.deepEqual(masked.tags, ['db_password:***masked:secret-name***', 'team:nlp']);
    assert.deepEqual(maskedPaths(masked).toSorted(), [
      'environment.HF_TOKEN',
      'failure_reason',
      'hyper_parameters.config',
      'hyper_parameters.password',
      'tag_map.db_password',
      'tags[0]',
    ]);
  });

  it('is not looked for again in a masked row, unless by other rules', () => {
    const plain = flatten(trainingJob, describeResponse({ Environment: { PIN: 'hunter2', HF_TOKEN: 'x'.repeat(34) } }));
    assert.ok(plain.ok);
    const once = maskRow(trainingJob, plain.row, masker);
    assert.deepEqual(maskedPaths(once), ['environment.HF_TOKEN']);
    assert.equal(maskRow(trainingJob, once, masker), once);
    const byOtherRules = maskRow(trainingJob, once, createMasker({ secretNames: [/^pin$/i] }));
    assert.deepEqual(maskedPaths(byOtherRules).toSorted(), ['environment.HF_TOKEN', 'environment.PIN']);
  });
});
