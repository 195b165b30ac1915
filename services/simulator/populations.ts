import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { Generated } from './generated.ts';
import { type TypeOperation, trainingJobOperations } from './population/operations.ts';
import { Population, type PopulationOptions } from './population/population.ts';
import { SimulatedResources } from './simulated-resources.ts';

/** Training jobs have a population of their own, which the resources of all other types follow in number and place. */
export const populationOf = (type: AnyResourceType, options: PopulationOptions): Generated =>
  type.name === trainingJob.name ? new Population(options) : new SimulatedResources(type, options);

/** Operations of a type beside those that read it. */
export const operationsOf = (type: AnyResourceType): Readonly<Record<string, TypeOperation>> =>
  type.name === trainingJob.name ? trainingJobOperations : {};
