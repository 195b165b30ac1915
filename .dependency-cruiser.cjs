// Imports run one way: cli -> services -> db -> catalog; config is read by cli and handed down as values.
const layer = (from, allowed) => ({
  name: `${from}-imports`,
  severity: 'error',
  comment: `${from}/ may import only ${allowed.join(', ') || 'nothing of ours'}`,
  from: { path: `^${from}/` },
  to: {
    path: `^(bin|catalog|cli|config|db|migrations|services|bench|test)/`,
    pathNot: `^(${[from, ...allowed].join('|')})/`,
  },
});
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    layer('catalog', []),
    layer('db', ['catalog', 'migrations']),
    layer('migrations', ['catalog', 'db']),
    layer('config', ['catalog']),
    layer('services', ['db', 'catalog']),
    layer('cli', ['services', 'db', 'catalog', 'config']),
    {
      name: 'services-are-apart',
      severity: 'error',
      comment: 'services/* do not import one another; what two need belongs in db/ or catalog/',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
