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

export default defineConfig({
  root: import.meta.dirname,
  // Relative to <base href>, so that the page works under a prefix behind a proxy.
  base: './',
  plugins: [react(), compressed],
  server: { proxy: Object.fromEntries(['/v1', '/docs', '/openapi.json'].map((path) => [path, api])) },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // The Content-Security-Policy allows no data: of scripts and styles, and inlined files are cached with what holds them.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    modulePreload: { polyfill: false },
    // Compressing takes most of the build; that is wanted.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
