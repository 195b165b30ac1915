#!/usr/bin/env node
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { main } from '../../cli/main.ts';
import { exampleType } from './example-type.ts';

// sagecat with a second resource type, as a separate process for tests.
await main(process.argv.slice(2), [trainingJob, exampleType]);
