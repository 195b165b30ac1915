import assert from 'node:assert/strict';
import { it } from 'node:test';
import { TrainingInstanceType } from '@aws-sdk/client-sagemaker';
import { hasLocalDisks } from '../../../catalog/billing/local-disks.ts';

/** Families of the training instances without disks of their own, from EC2's pages of instance types. */
const volumesOnly = 'c4 c5 c5n c6i c7i c8i m4 m5 m6i m7i m8i p2 p3 r5 r6i r7i r8i t3'.split(' ');
const localDiskFamilies =
  'g4dn g5 g6 g6e g7 g7e p3dn p4d p4de p5 p5e p5en p6-b200 p6-b300 p6e-gb200 r5d trn1 trn1n trn2'.split(' ');

it('knows of every training instance type of the SDK whether it has disks of its own', () => {
  const types = Object.values(TrainingInstanceType);
  const familyOf = (type: string) => type.split('.')[1] ?? '';
  assert.deepEqual([...new Set(types.map(familyOf))].sort(), [...volumesOnly, ...localDiskFamilies].sort());
  for (const type of types) assert.equal(hasLocalDisks(type), localDiskFamilies.includes(familyOf(type)), type);
});

it('tells families that SageMaker may come to have by EC2’s names', () => {
  for (const type of ['ml.c6id.xlarge', 'ml.m8gd.large', 'ml.r10dn.large', 'ml.p6-b400.48xlarge', 'ml.trn3.48xlarge']) {
    assert.ok(hasLocalDisks(type), type);
  }
  for (const type of ['ml.c9i.xlarge', 'ml.m8g.large', 'ml.r10n.large', 'ml.t4g.large', 'unknown', '']) {
    assert.ok(!hasLocalDisks(type), type);
  }
});
