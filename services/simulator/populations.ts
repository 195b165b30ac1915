import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { type TypeOperation, trainingJobOperations } from './population/operations.ts';
import { type PopulationOptions, TrainingJobPopulation } from './population/training-job-population.ts';
import type { Population } from './population.ts';
import { ResourcePopulation } from './resource-population.ts';

/** Training jobs have a population of their own, which the resources of all other types follow in number and place. */
export const populationOf = (type: AnyResourceType, options: PopulationOptions): Population =>
  type.name === trainingJob.name ? new TrainingJobPopulation(options) : new ResourcePopulation(type, options);

/** Operations of a type beside those that read it. */
export const operationsOf = (type: AnyResourceType): Readonly<Record<string, TypeOperation>> =>
  type.name === trainingJob.name ? trainingJobOperations : {};
