#!/usr/bin/env node
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { main } from '../../cli/main.ts';
import { exampleType } from './example-type.ts';

// sagecat as it is with a second resource type: a process of its own for tests.
await main(process.argv.slice(2), [trainingJob, exampleType]);
