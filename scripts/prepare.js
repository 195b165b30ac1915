// Builds the page after `npm ci`. Plain JavaScript, because the Node.js that runs it may be older than the one that is being installed.
const { build } = await import('vite').catch((error) => {
  // The tools that build the page are devDependencies: where they were left out, so is the page.
  if (error.code === 'ERR_MODULE_NOT_FOUND') return {};
  throw error;
});
await build?.({ configFile: 'services/web/vite.config.ts', logLevel: 'warn' });
