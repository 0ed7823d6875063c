/**
 * Which requirement ids have a test that names them: `npm run coverage:requirements [-- --prefix SH-STORE-06]`. A test names an id when
 * the id stands in its title. Exits with 1 if an id of the released scope has none.
 */
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** How many items each process of the released scope has, by requirement group. */
const SCOPE: Readonly<Record<string, number>> = {
  'XC-01': 7,
  'XC-02': 4,
  'XC-03': 4,
  'XC-04': 4,
  'XC-05': 6,
  'XC-06': 3,
  'SH-STORE-01': 19,
  'SH-STORE-02': 4,
  'SH-STORE-03': 8,
  'SH-STORE-04': 6,
  'SH-STORE-05': 11,
  'SH-STORE-06': 9,
  'SH-STORE-07': 15,
};

const { values } = parseArgs({ options: { prefix: { type: 'string', default: '' } } });
const ids = Object.entries(SCOPE).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, index) => `${group}.${index + 1}`),
);
const titled = /\b(?:it|test|describe)(?:\.\w+)*\(\s*(['"`])([\s\S]*?)\1/g;
const tests = new Map<string, Set<string>>();
for (const file of globSync('{rules,workflows,activities,api,config,prisma,dev,worker,test}/**/*.test.ts')) {
  for (const [, , title = ''] of readFileSync(file, 'utf8').matchAll(titled)) {
    for (const [id] of title.matchAll(/\b(?:XC|SH-STORE|SH-EVAL)-\d\d\.\d+\b/g)) {
      const files = tests.get(id) ?? new Set<string>();
      tests.set(id, files.add(file));
    }
  }
}
const wanted = ids.filter((id) => id.startsWith(values.prefix));
const missing = wanted.filter((id) => !tests.has(id));
const scenario = wanted.filter((id) => [...(tests.get(id) ?? [])].some((file) => file.startsWith('test/')));
for (const id of wanted) {
  console.log(
    `${tests.has(id) ? '✓' : '✗'} ${id.padEnd(14)} ${[...(tests.get(id) ?? [])].join(', ') || 'no test names it'}`,
  );
}
console.log(
  `\n${wanted.length - missing.length} of ${wanted.length} requirements have a test that names them; ${scenario.length} on the real stack.`,
);
if (missing.length > 0) {
  console.log(`Without a test: ${missing.join(', ')}`);
  process.exitCode = 1;
}
