import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import serveFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asFileError } from '../../../catalog/file-error.ts';
import { pagePaths } from '../../../catalog/page-paths.ts';
import { nothingAt } from '../problem.ts';

/** Paths of the page's own views as routes, beside `/`. What a parameter holds may have slashes. */
const views = Object.values(pagePaths)
  .filter((path) => path !== pagePaths.catalog)
  .map((path) => path.replace(/\$.*/, '*'));

/** Sends the document of the page. */
type SendPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/**
 * Serves the built page: its document for its views, to browsers, and its `assets`, which are cached forever since their names change with
 * their content. Does nothing if no page was built.
 */
export async function registerPage(app: FastifyInstance, directory: string | undefined): Promise<void> {
  const document = directory === undefined ? undefined : await readDocument(directory);
  if (directory === undefined || document === undefined) return;
  const config = { scope: 'public' } as const;
  app.decorate('sendPage', (request, reply) =>
    reply.header('vary', 'accept').type('text/html; charset=utf-8').send(documentFor(request, document)),
  );
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, ...config };
      route.schema = { ...route.schema, hide: true };
      route.logLevel = 'warn';
    });
    await scope.register(serveFiles, {
      root: join(directory, 'assets'),
      prefix: '/assets/',
      decorateReply: false,
      index: false,
      preCompressed: true,
      immutable: true,
      maxAge: '1y',
    });
    for (const path of views) {
      scope.get(path, async (request, reply) => {
        if (!acceptsHtml(request)) throw nothingAt(pathOf(request));
        return app.sendPage?.(request, reply);
      });
    }
  });
}

/** Returns whether a request is a browser's. */
export const acceptsHtml = ({ headers }: FastifyRequest): boolean => /\btext\/html\b/i.test(headers.accept ?? '');

async function readDocument(directory: string): Promise<string | undefined> {
  try {
    return await readFile(join(directory, 'index.html'), 'utf8');
  } catch (error) {
    if (asFileError(error)?.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Returns the document with the relative path from its URL to the API. All its other URLs are relative to that, so it works at any path
 * behind a proxy without configuration.
 */
function documentFor(request: FastifyRequest, document: string): string {
  const up = '../'.repeat(pathOf(request).split('/').length - 2) || './';
  return document.replace(/<base href="[^"]*"/, `<base href="${up}"`);
}

const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? '/';

declare module 'fastify' {
  interface FastifyInstance {
    /** Undefined if no page was built. */
    sendPage?: SendPage;
  }
}
