import type { Endpoint } from './schema.ts';

/** Running instances of one type for a variant. */
export interface RunningInstances {
  /** Null if the endpoint has no variants. */
  readonly variant: string | null;
  /** Null if unknown, or if there are none. */
  readonly instanceType: string | null;
  /** Null if SageMaker does not report it. */
  readonly count: number | null;
  readonly isServerless: boolean;
  /** The prepaid reservation. */
  readonly reservationArn: string | null;
  /** The requested size of each instance's volume. */
  readonly volumeGb: number | null;
}

type Variant = NonNullable<Endpoint['production_variants']>[number];
type PendingVariant = NonNullable<NonNullable<Endpoint['pending_deployment_summary']>['production_variants']>[number];
type ConfigVariant = NonNullable<NonNullable<Endpoint['endpoint_config']>['production_variants']>[number];

/**
 * Returns the running instances of an endpoint: those of its variants and shadow variants, and during a deployment those of the new fleet.
 * A variant without an instance type has that of the configuration. Always at least one entry.
 */
export function runningInstances(endpoint: Endpoint): RunningInstances[] {
  const { endpoint_config: config, pending_deployment_summary: pending } = endpoint;
  const running = [
    ...ofVariants(endpoint.production_variants, config?.production_variants),
    ...ofVariants(endpoint.shadow_production_variants, config?.shadow_production_variants),
    ...ofNewFleet(pending?.production_variants),
    ...ofNewFleet(pending?.shadow_production_variants),
  ];
  return running.length > 0 ? running : [none];
}

const none: RunningInstances = {
  variant: null,
  instanceType: null,
  count: 0,
  isServerless: false,
  reservationArn: null,
  volumeGb: null,
};

function ofVariants(
  variants: readonly Variant[] | null | undefined,
  configured: readonly ConfigVariant[] | null | undefined,
): RunningInstances[] {
  return (variants ?? []).flatMap((variant) => {
    const config = configured?.find(({ variant_name }) => variant_name === variant.variant_name);
    return ofVariant(variant, {
      instanceType: config?.instance_type ?? null,
      reservationArn: variant.capacity_reservation_config?.ml_reservation_arn ?? null,
      volumeGb: config?.volume_size_in_gb ?? null,
    });
  });
}

/** Returns the instances of a fleet that is being deployed, which run in addition to the current ones. */
const ofNewFleet = (variants: readonly PendingVariant[] | null | undefined): RunningInstances[] =>
  (variants ?? []).flatMap((variant) =>
    ofVariant(
      { ...variant, variant_name: `${variant.variant_name} (new fleet)` },
      { instanceType: variant.instance_type, reservationArn: null, volumeGb: null },
    ),
  );

function ofVariant(
  variant: Pick<Variant, 'variant_name' | 'current_instance_count' | 'instance_pools' | 'current_serverless_config'>,
  known: Pick<RunningInstances, 'instanceType' | 'reservationArn' | 'volumeGb'>,
): RunningInstances[] {
  const one = { variant: variant.variant_name, isServerless: false, ...known };
  if (variant.current_serverless_config) {
    return [{ ...one, instanceType: null, count: null, isServerless: true }];
  }
  if (variant.instance_pools && variant.instance_pools.length > 0) {
    return variant.instance_pools.map(({ instance_type, current_instance_count }) => ({
      ...one,
      instanceType: instance_type,
      count: current_instance_count,
    }));
  }
  // A variant that is being created has no count yet.
  return [{ ...one, count: variant.current_instance_count ?? 0 }];
}
