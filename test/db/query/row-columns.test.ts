import assert from 'node:assert/strict';
import { it } from 'node:test';
import { findField } from '../../../catalog/field-path.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { chosenRowColumns, rowJson } from '../../../db/query/row-columns.ts';

it('shows a chosen key of a map whatever it is called', () => {
  const choice = ['__proto__', 'constructor', 'none'].map((key) => {
    const field = findField(trainingJob, `hyper_parameters.${key}`);
    assert.ok(field);
    return field;
  });
  const json = '{"hyper_parameters":{"__proto__":"a","constructor":"b","other":"c"}}';
  assert.equal(
    rowJson(chosenRowColumns(trainingJob, choice), { json }),
    '{"hyper_parameters":{"__proto__":"a","constructor":"b","none":null}}',
  );
});
