import type { Fact, FactSection, Presentation } from '../presentation.ts';
import type { Endpoint } from './schema.ts';

/** The presentation of endpoints. */
export const endpointPresentation: Presentation<Endpoint> = {
  statuses: ['endpoint_status'],
  columns: [
    {
      title: 'instances',
      fields: ['endpoint_config.production_variants.instance_type', 'production_variants.current_instance_count'],
    },
    { title: 'changed', fields: ['last_modified_time'], unit: 'time' },
  ],
  siblings: ['endpoint_config_name'],
  times: ({ last_modified_time }) => [{ name: 'last changed', value: last_modified_time, unit: 'time' }],
  sections: (endpoint) => [
    { title: 'Endpoint', facts: factsOf(endpoint) },
    ...(endpoint.production_variants ?? []).map((variant) => variantSection('Variant', variant, endpoint)),
    ...(endpoint.shadow_production_variants ?? []).map((variant) =>
      variantSection('Shadow variant', variant, endpoint),
    ),
  ],
};

function factsOf(endpoint: Endpoint): Fact[] {
  const { async_inference_config: queue, data_capture_config: capture, endpoint_config: config } = endpoint;
  return [
    { name: 'configuration', value: endpoint.endpoint_config_name },
    { name: 'role', value: config?.execution_role_arn },
    { name: 'answers go to', value: queue?.output_config?.s3_output_path },
    { name: 'capture', value: capture?.enable_capture ? `${capture.current_sampling_percentage} %` : null },
    { name: 'captured data', value: capture?.destination_s3_uri },
    { name: 'being deployed', value: endpoint.pending_deployment_summary?.endpoint_config_name },
  ];
}

function variantSection(
  title: string,
  variant: NonNullable<Endpoint['production_variants']>[number],
  { endpoint_config: config }: Endpoint,
): FactSection {
  const { variant_name: name, current_weight: weight, managed_instance_scaling: scaling } = variant;
  const asked = [...(config?.production_variants ?? []), ...(config?.shadow_production_variants ?? [])].find(
    ({ variant_name }) => variant_name === name,
  );
  const serverless = variant.current_serverless_config;
  return {
    title: `${title} ${name}`,
    facts: [
      { name: 'model', value: asked?.model_name },
      { name: 'instance type', value: asked?.instance_type },
      { name: 'instances', value: variant.current_instance_count },
      { name: 'instances asked for', value: variant.desired_instance_count },
      ...(variant.instance_pools ?? []).map(({ instance_type, current_instance_count }) => ({
        name: `instances of ${instance_type}`,
        value: current_instance_count,
      })),
      {
        name: 'scales between',
        value: scaling ? `${scaling.min_instance_count} and ${scaling.max_instance_count}` : null,
      },
      { name: 'serverless memory', value: serverless ? `${serverless.memory_size_in_mb} MB` : null },
      { name: 'weight', value: weight },
      { name: 'volume', value: asked?.volume_size_in_gb ? `${asked.volume_size_in_gb} GB an instance` : null },
      { name: 'image', value: variant.deployed_images?.[0]?.specified_image },
    ],
  };
}
