import { registerHooks } from 'node:module';
import { openDatabase } from '../db/database.ts';
import { buildApi } from '../services/api/app.ts';
import { apiDependencies } from '../test/support/test-api.ts';

// openapi-typescript writes with the API of the compiler, which TypeScript 7 has no more: it gets that of TypeScript 5.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'typescript' && context.parentURL?.includes('/openapi-typescript/')
      ? next(new URL('typescript-5.ts', import.meta.url).href, context)
      : next(specifier, context),
});

/** Not followed by the compiler, which would take the types of TypeScript 5 for its own. */
const generator: string = 'openapi-typescript';

const header = '// Generated from the OpenAPI document of the API by `npm run generate:client`.\n\n';

/** Returns the TypeScript declarations of every path of the API and what it answers. */
export async function clientTypes(): Promise<string> {
  const { default: openApiTypes, astToString } = await import(generator);
  await using database = await openDatabase({ dataDir: 'memory' });
  const app = await buildApi(apiDependencies({ database }));
  try {
    return header + astToString(await openApiTypes(app.swagger()));
  } finally {
    await app.close();
  }
}
