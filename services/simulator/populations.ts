import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { type TypeOperation, trainingJobOperations } from './population/operations.ts';
import { type PopulationOptions, TrainingJobPopulation } from './population/training-job-population.ts';
import type { Population } from './population.ts';
import { ResourcePopulation } from './resource-population.ts';

/** Returns the population of a type. Training jobs have their own; those of all other types follow their number and distribution. */
export const populationOf = (type: AnyResourceType, options: PopulationOptions): Population =>
  type.name === trainingJob.name ? new TrainingJobPopulation(options) : new ResourcePopulation(type, options);

/** Returns the operations of a type that change resources. */
export const operationsOf = (type: AnyResourceType): Readonly<Record<string, TypeOperation>> =>
  type.name === trainingJob.name ? trainingJobOperations : {};
