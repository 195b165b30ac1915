import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { jobType } from '../../../catalog/resource-types.ts';
import { acceptsHtml } from '../plugins/page.ts';

const { name: type, key, failure } = jobType;
const list = `v1/resources/${type}`;
const status = failure?.field ?? 'region';

/** Links to the main routes, relative to `/`, so that they work behind a proxy with a path prefix. */
const links: readonly { readonly name: string; readonly href: string; readonly title: string }[] = [
  { name: 'documentation', href: 'docs/', title: 'Every route, to read and to try' },
  { name: 'openapi', href: 'openapi.json', title: 'The same as OpenAPI 3.1, for programs' },
  { name: 'resource_types', href: 'v1/resource-types', title: 'What is catalogued' },
  { name: 'fields', href: `v1/resource-types/${type}`, title: 'Every field, with its type' },
  { name: 'jobs', href: `${list}?limit=5`, title: 'The newest jobs' },
  {
    name: 'failed_jobs',
    href: `${list}?q=${status}:${failure?.value}+${key.createdAt}:>now-7d&fields=${key.name},account_id,${failure?.reason}`,
    title: 'Jobs that failed in the last seven days, and why',
  },
  {
    name: 'facets',
    href: `${list}/facets?fields=${status},account_id`,
    title: 'How many jobs, by status and account',
  },
  {
    name: 'usage',
    href: 'v1/billing/usage?group_by=instance_type',
    title: 'Billable time of this month, by instance type',
  },
  { name: 'coverage', href: 'v1/coverage', title: 'What was crawled, by account and region' },
  { name: 'crawls', href: 'v1/crawls', title: 'The latest crawls' },
  { name: 'health', href: 'health', title: 'Whether the process runs' },
];

const about =
  'A catalog of what runs on Amazon SageMaker, in every account and region: what ran, what failed, what it cost and who owns it.';

const style = `
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 4rem auto; padding: 0 1rem; }
  h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
  li { margin: .5rem 0; }
  code { font: .85em ui-monospace, monospace; opacity: .75; overflow-wrap: anywhere; }
`;

/** Allows the page itself, its style and its icon only. */
const contentSecurity = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#2f6f5e"/><path d="M4 5.5h8M4 8h8M4 10.5h5" stroke="#fff" stroke-width="1.5"/></svg>`;

/** `GET /`: a page for people, links for programs; and the icon that browsers ask for. */
export function startRoutes(app: FastifyInstance): void {
  const config = { scope: 'public' } as const;
  let shown = links;
  app.addHook('onReady', async () => {
    // The API may lack a route.
    const paths = Object.keys(app.swagger().paths ?? {});
    shown = links.filter(({ href }) => !href.startsWith('v1/') || paths.some((path) => path === pathOf(href)));
  });
  app.get('/', { config, schema: { hide: true } }, async (request, reply) => {
    reply.header('vary', 'accept');
    if (!acceptsHtml(request)) {
      return {
        name: 'sagecat',
        description: about,
        links: Object.fromEntries(shown.map(({ name, href }) => [name, href])),
      };
    }
    if (app.sendPage) return app.sendPage(request, reply);
    return reply.header('content-security-policy', contentSecurity).type('text/html; charset=utf-8').send(page(shown));
  });
  app.get('/favicon.ico', { config, schema: { hide: true }, logLevel: 'warn' }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(icon),
  );
}

/** Returns the path of a link as in the OpenAPI document. */
const pathOf = (href: string): string =>
  `/${href.replace(/\?.*/, '')}`.replace(/^(\/v1\/resource-types\/).+/, '$1{name}');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const page = (shown: typeof links): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>sagecat</title>
<link rel="icon" href="favicon.ico">
<style>${style}</style>
<h1>sagecat</h1>
<p>${about}</p>
<ul>
${shown.map(({ href, title }) => `<li><a href="${escaped(href)}">${title}</a><br><code>/${escaped(href)}</code>`).join('\n')}
</ul>
<p>Where keys are in use, what is below <code>/v1</code> needs one, in the header <code>Authorization: Bearer KEY</code>;
the documentation takes it under <em>Authorize</em>.</p>
</html>
`;
