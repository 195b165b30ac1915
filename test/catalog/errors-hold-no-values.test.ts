import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { readResourceEvent } from '../../catalog/events/resource-event.ts';
import { parseJson } from '../../catalog/exact-json.ts';
import { type Field, type Fields, membersOf } from '../../catalog/fields.ts';
import { flatten } from '../../catalog/flatten.ts';
import { readDocuments } from '../../catalog/manifests/documents.ts';
import { readManifest } from '../../catalog/manifests/manifest-record.ts';
import { csvErrorText, errorStack, errorText } from '../../catalog/secrets/error-text.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { trainingJobEvent } from '../support/events.ts';
import { managedTrainingJob } from '../support/managed-training-job.ts';
import { describeResponse } from '../support/responses.ts';

/** Stands for any value of a user; no rule would find a secret in it. */
const canary = 'canary-in-the-coal-mine';
const holdsCanary = /canary|coal|mine/;

/** Values that fit no field, each with the canary in it. */
const wrong = (field: Field): unknown[] => {
  const values: unknown[] = [[canary], { [canary]: canary }, [[canary]], [{ value: canary }], { password: [canary] }];
  const isText = field.kind === 'string';
  return isText ? values : [canary, ...values];
};

/** The members of a struct, at every depth, with a way to put a value there. */
function* places(
  members: Fields,
  put: (value: unknown) => unknown = (value) => value,
): Generator<{ field: Field; put: (value: unknown) => unknown }> {
  for (const [name, field] of Object.entries(members)) {
    const here = (value: unknown) => put({ [name]: value });
    yield { field, put: here };
    const inner = membersOf(field);
    if (inner) yield* places(inner, field.kind === 'struct-list' ? (value) => here([value]) : here);
  }
}

describe('what an error says of a value that does not fit', () => {
  it('is its kind, whichever member of a response it is', () => {
    let refused = 0;
    for (const { field, put } of places(trainingJob.members)) {
      for (const value of wrong(field)) {
        const flat = flatten(trainingJob, { ...describeResponse(), ...Object(put(value)) });
        // Keys of maps and unknown members are names: where the canary is one of those, or a text fits, there may be no error.
        if (flat.ok) continue;
        refused++;
        const { message, fieldErrors, resource } = flat.error;
        assert.doesNotMatch(
          fieldErrors.map(({ expected, got }) => `${expected} ${got}`).join(' ') + resource,
          holdsCanary,
        );
        assert.doesNotMatch(message.replaceAll(`.${canary}`, ''), holdsCanary);
      }
    }
    assert.ok(refused > 300, String(refused));
  });

  it('names the member', () => {
    const flat = flatten(
      trainingJob,
      describeResponse({ Environment: `DB_PASSWORD=${canary}`, HyperParameters: { password: [canary] } } as never),
    );
    assert.ok(!flat.ok);
    assert.match(
      flat.error.message,
      /: Environment \(environment\) should be MAP_STRING_STRING, but is a string of 35 characters; HyperParameters\.password \(hyper_parameters\.password\) should be STRING, but is a list$/,
    );
  });

  it('masks a secret that stands as a key', () => {
    const token = `glpat-${'a1B2c3D4e5'.repeat(2)}`;
    const flat = flatten(trainingJob, describeResponse({ HyperParameters: { [token]: 1 } } as never));
    assert.match(flat.ok ? '' : flat.error.message, /HyperParameters\.\*\*\*masked:gitlab-token\*\*\* /);
  });

  it('is in no problem of a manifest and in no reason of an event', () => {
    const manifest = {
      apiVersion: 'sagemaker.services.k8s.aws/v1alpha1',
      kind: 'TrainingJob',
      metadata: { name: 'one' },
      spec: {
        trainingJobName: 'one',
        environment: canary,
        hyperParameters: { a: [canary] },
        resourceConfig: { instanceCount: canary },
      },
    };
    const { record } = readManifest(managedTrainingJob, manifest);
    assert.equal(record.problems.length, 3);
    assert.doesNotMatch(record.problems.join(), holdsCanary);
    const event = trainingJobEvent();
    for (const broken of [
      { ...event, source: canary },
      { ...event, 'detail-type': `Secret ${canary}: ${canary}` },
      { ...event, account: `${canary} ${canary}` },
      { ...event, detail: { ...Object(event.detail), CreationTime: canary } },
    ]) {
      const reading = readResourceEvent(broken);
      assert.ok(reading.kind !== 'event');
      assert.doesNotMatch(reading.reason, holdsCanary);
    }
  });
});

const mistake = (text: string): string => {
  try {
    parseJson(text);
    return 'none';
  } catch (error) {
    return error instanceof SyntaxError ? error.message : 'another error';
  }
};

describe('what an error says of a text', () => {
  it('is where JSON goes wrong, and not what stands there', () => {
    assert.equal(mistake(`{"password": ${canary}, "a": 1}`), 'Unexpected character at line 1, column 14');
    assert.equal(
      mistake(`{\n  "a": "x"\n  "${canary}": 1}`),
      "Expected ',' or '}' after property value at line 3, column 3",
    );
    assert.equal(mistake(`{"a": "${canary}`), 'Unterminated string at line 1, column 31');
    assert.equal(mistake(''), 'Unexpected end at line 1, column 1');
    assert.equal(mistake(canary), 'Unexpected character at line 1, column 1');
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('canary', '}', ']', '"', ',', ':', '\u0001', '\\'),
        (json, at, piece) => {
          const place = at % (json.length + 1);
          const said = mistake(json.slice(0, place) + piece + json.slice(place));
          assert.match(said, /^none$|^[A-Z][^\n]* at line \d+, column \d+$/);
          assert.doesNotMatch(said, /canary|canar/);
        },
      ),
    );
  });

  it('is where YAML goes wrong, and not what stands there', () => {
    for (const text of [
      `a: b: ${canary}`,
      `a: *${canary}`,
      `- @${canary}`,
      `a: "${canary}`,
      `a: "\\q${canary}"`,
      `${canary}: 1\n${canary}: 2`,
      `a: !${canary} x`,
      `[${canary}`,
      `a: |x${canary}`,
      `%${canary}\n---\na`,
      `&${canary} &b a`,
    ]) {
      for (const document of readDocuments(text)) {
        assert.doesNotMatch('error' in document ? document.error : '', holdsCanary, text);
      }
    }
    assert.deepEqual(readDocuments(`a: *${canary}`), [
      { position: 'document 1', error: 'an alias that leads nowhere, or too many' },
    ]);
    assert.deepEqual(readDocuments(`x: 1\na: "${canary}`), [
      { position: 'document 1', error: 'missing char at line 2, column 28' },
    ]);
  });
});

it('of an error of CSV the code and the line are told', () => {
  const mistakeIn = (text: string): string | undefined => {
    try {
      parseCsv(text);
      return undefined;
    } catch (error) {
      return csvErrorText(error);
    }
  };
  assert.equal(mistakeIn(`a,b\n${canary}"${canary},x`), 'invalid opening quote at line 2');
  assert.equal(mistakeIn(`a,b\n${canary}`), 'csv record inconsistent fields length at line 2');
  assert.equal(csvErrorText(new Error(canary)), undefined);
});

it('of an error of PostgreSQL the value that it quotes is not told, nor is a secret of any error', () => {
  const error = Object.assign(new Error(`invalid input syntax for type integer: "${canary} "or" not"`), {
    severity: 'ERROR',
    code: '22P02',
    detail: canary,
  });
  assert.equal(errorText(error), 'invalid input syntax for type integer: "…"');
  const outer = new Error('not stored', { cause: error });
  assert.doesNotMatch(errorStack(outer, `${outer.stack}\ncaused by: ${error.stack}`), holdsCanary);
  assert.equal(
    errorText(new Error('cannot reach postgres://app:hunter2@db/x')),
    'cannot reach postgres://app:***masked:url-password***@db/x',
  );
});
