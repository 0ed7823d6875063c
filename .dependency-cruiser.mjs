/** The arrows of the house: they point to rules and never back. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const only = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/** The folders of the regimes, of the same name in each layer. */
const regimes = readdirSync(join(import.meta.dirname, 'workflows'))
  .filter((folder) => existsSync(join(import.meta.dirname, 'api', folder, 'face.ts')))
  .join('|');

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
      { path: '^workflows/', pathNot: '(\\.(test|test-support|fixture)\\.ts|^workflows/start-case\\.ts)$' },
      { path: '^(activities|worker|api|prisma|config|dev|test|bench)/', dependencyTypesNot: ['type-only'] },
      'workflows see activities by type alone',
    ),
    only(
      'no-schema-library-in-the-bundle',
      {
        path: '^workflows/.*(process|contract|sentences|regime|regimes|run-case|engine|step|index|parts|handlers|pack)\\.ts$',
      },
      {
        path: '^workflows/.*(input|intake|wording|samples|beside|choice|faults|json-schema|titled|typed)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
      'input schemas cost a cached case many times its memory',
    ),
    only(
      'api-asks-workflows-decide',
      { path: '^api/', pathNot: '^api/testing/|\\.test\\.ts$' },
      {
        path: '^(activities|worker)/|^workflows/',
        pathNot:
          '^activities/(timeline|readings|recipients|notice-path|notices/sample-notices|letters/sheet-setter)\\.ts|^workflows/(regimes|beside|start-case|relay/contract)\\.ts|^workflows/engine/(ballots|case-number|choice|common-contract|consent|contract|faults|grants|input|party-input|typed|intake|messages|personal|regime|state|titled|json-schema|engine|transition|who-may-not)\\.ts|^workflows/[a-z-]+/(words|regime)\\.ts|^workflows/[a-z-]+/[a-z-]+/(contract|facts|input|review|figures-schema|files-schema|institution-schema|page|public-words|terms)\\.ts',
        dependencyTypesNot: ['type-only'],
      },
      'the API sees of a workflow its contract alone',
    ),
    only(
      'no-regime-in-the-engine',
      {
        path: '^((workflows|rules)/(disputes|cooperation)/|workflows/engine/|activities/[a-z-]+\\.ts|activities/notices/|api/|prisma/(?!verify-chains)[a-z-]+\\.ts)',
        pathNot: `\\.test\\.ts$|^api/(${regimes})/|^api/testing/`,
      },
      { path: `^(rules|workflows|activities|api|prisma)/(${regimes})/` },
      'what every regime uses names none of them',
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
        path: '^(rules|workflows|activities|worker|api|config|backup)/',
        pathNot: '\\.(test|test-support|fixture)\\.ts$|^api/testing/|^activities/.*/testing/',
      },
      { path: '^(dev|test|bench)/' },
      'the product does not depend on its scaffolding',
    ),
    only(
      'nobody-imports-backup',
      { path: '^(rules|workflows|activities|worker|api|prisma|config)/' },
      { path: '^backup/' },
      'the product runs without its backup',
    ),
    only(
      'web-sees-rules',
      { path: '^web/', pathNot: '\\.test\\.ts$' },
      { path: '^(workflows|activities|worker|prisma|config|dev|backup)/' },
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
