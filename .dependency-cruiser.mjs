/** The arrows of the house: they point to rules and never back. */
const only = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    only(
      'no-cycles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'modules that need each other are one module',
    ),
    only(
      'rules-are-pure',
      { path: '^rules/', pathNot: '\\.test\\.ts$' },
      { path: '^(workflows|activities|worker|api|prisma|config|dev|test|bench)/' },
      'rules see nothing but themselves',
    ),
    only(
      'workflows-see-rules',
      { path: '^workflows/', pathNot: '(\\.test\\.ts|^workflows/start-case\\.ts)$' },
      { path: '^(activities|worker|api|prisma|config|dev|test|bench)/', dependencyTypesNot: ['type-only'] },
      'workflows see activities by type alone',
    ),
    only(
      'no-schema-library-in-the-bundle',
      { path: '^workflows/.*(process|run-case|engine|step|index)\\.ts$' },
      { path: '(input|inputs)\\.ts$', dependencyTypesNot: ['type-only'] },
      'input schemas cost a cached case many times its memory',
    ),
    only(
      'api-asks-workflows-decide',
      { path: '^api/', pathNot: '^api/testing/' },
      {
        path: '^(activities|worker)/|^workflows/',
        pathNot:
          '^activities/timeline\\.ts|^workflows/(contracts|inputs|start-case)\\.ts|^workflows/engine/(contract|common|input|messages|readings|state|engine|transition)\\.ts|^workflows/[a-z-]+/(contract|input|review|figures-schema)\\.ts',
        dependencyTypesNot: ['type-only'],
      },
      'the API sees of a workflow its contract alone',
    ),
    only(
      'activities-do-not-orchestrate',
      { path: '^activities/' },
      { path: '^(api|worker)/|^workflows/.*process\\.ts' },
      'effects only',
    ),
    only(
      'nobody-imports-dev-test-bench',
      {
        path: '^(rules|workflows|activities|worker|api|config)/',
        pathNot: '\\.test\\.ts$|^api/testing/|^activities/.*/testing/',
      },
      { path: '^(dev|test|bench)/' },
      'the product does not depend on its scaffolding',
    ),
    only(
      'web-sees-rules',
      { path: '^web/' },
      { path: '^(workflows|activities|worker|prisma|config|dev)/' },
      'the console asks the API',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'prisma/generated' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
};
