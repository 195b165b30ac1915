import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where a running `sagecat serve` or demo answers, for the development server. */
const api = process.env.SAGECAT_URL ?? 'http://127.0.0.1:8080';

/** Writes assets compressed as well, once, so that the API need not do it for each browser. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const assets = join(dir, 'assets');
    for (const name of await readdir(assets)) {
      const content = await readFile(join(assets, name));
      await writeFile(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
      await writeFile(join(assets, `${name}.br`), brotliCompressSync(content));
    }
  },
};

/** Modules that an entry needs before its code runs, and that the first view needs before it shows anything. */
const parts = { main: ['main.ts'], catalog: ['app/start.tsx', 'catalog/catalog-page.tsx'] } as const;

type ModuleInfo = { readonly importedIds: readonly string[] };
type Modules = { getModuleInfo(id: string): ModuleInfo | null };

/** Returns the ids of modules and of all that they import at once, not when it is asked for. */
function withImports(roots: readonly string[], modules: Modules): ReadonlySet<string> {
  const found = new Set<string>(roots);
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/** Puts what `parts` lists, with its imports, in one file each: fewer files are asked for, and the entry stays small. */
function filesOf() {
  const known = new Map<string, ReadonlySet<string>>();
  return Object.entries(parts).map(([name, roots], index) => ({
    priority: Object.keys(parts).length - index,
    name(id: string, modules: Modules) {
      const members =
        known.get(name) ??
        withImports(
          roots.map((file) => join(import.meta.dirname, file)),
          modules,
        );
      known.set(name, members);
      return members.has(id) ? name : null;
    },
  }));
}

/** Names the first view in the document: the browser asks for it at once, while the entry asks for the rows. */
const preloaded: Plugin = {
  name: 'preloaded',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const file = Object.values(bundle).find(({ type, name }) => type === 'chunk' && name === 'catalog')?.fileName;
      if (file === undefined) throw new Error('the page has no file of the catalog');
      return {
        html,
        tags: [
          { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` }, injectTo: 'head' },
        ],
      };
    },
  },
};

export default defineConfig({
  root: import.meta.dirname,
  // Relative to <base href>, so that the page works under a prefix behind a proxy.
  base: './',
  plugins: [react(), compressed, preloaded],
  server: { proxy: Object.fromEntries(['/v1', '/docs', '/openapi.json'].map((path) => [path, api])) },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // The Content-Security-Policy allows no data: of scripts and styles, and inlined files are cached with what holds them.
    assetsInlineLimit: 0,
    // One small file: no view waits for its styles.
    cssCodeSplit: false,
    reportCompressedSize: true,
    modulePreload: { polyfill: false },
    // The first view is one file, of less than 250 kB compressed.
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      // Compressing takes most of the build; that is wanted.
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: filesOf() } },
    },
  },
});
