/**
 * Which requirement ids have a test that names them: `npm run coverage:requirements [-- --prefix SH-STORE-06] [-- --from FOLDER]`. A test
 * names an id when the id stands in its title. `requirements.json` says how many items each group of each regime has; `--from` counts
 * them anew in a folder of requirement files. Exits with 1 if an id of a released group has no test.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const file = new URL('./requirements.json', import.meta.url);

/** The groups whose requirements are met by now; every other id is counted and may still lack a test. */
const RELEASED: readonly RegExp[] = [
  /^XC-/,
  /^SH-STORE-/,
  /^SH-EVAL-/,
  /^HN-NET-/,
  /^HN-BASE-/,
  /^AH-(OPS|EVAL)-/,
  /^EC-CENTRE-/,
];

const { values } = parseArgs({
  options: { prefix: { type: 'string', default: '' }, from: { type: 'string' } },
});
const groups = values.from === undefined ? counted() : countedIn(values.from);
const ids = Object.entries(groups).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, index) => `${group}.${index + 1}`),
);
const tests = testsById();
const wanted = ids.filter((id) => id.startsWith(values.prefix));
for (const id of values.prefix === '' ? wanted.filter(isReleased) : wanted) {
  const named = [...(tests.get(id) ?? [])].join(', ');
  console.log(`${named === '' ? '✗' : '✓'} ${id.padEnd(14)} ${named || 'no test names it'}`);
}
console.log('');
for (const regime of [...new Set(wanted.map(regimeOf))])
  report(
    regime,
    wanted.filter((id) => regimeOf(id) === regime),
  );
const missing = wanted.filter((id) => isReleased(id) && !tests.has(id));
if (missing.length > 0) {
  console.log(`Released and without a test: ${missing.join(', ')}`);
  process.exitCode = 1;
}
const unknown = [...tests.keys()].filter((id) => !ids.includes(id));
if (unknown.length > 0) {
  console.log(`Named by tests and not among the requirements: ${unknown.join(', ')}`);
  process.exitCode = 1;
}

function report(regime: string, of: readonly string[]): void {
  const named = of.filter((id) => tests.has(id));
  const onStack = named.filter((id) => [...(tests.get(id) ?? [])].some((path) => path.startsWith('test/')));
  const released = of.filter(isReleased).length;
  console.log(
    `${regime.padEnd(10)} ${named.length} of ${of.length} requirements have a test that names them, ${onStack.length} on the real stack; ${released} are released.`,
  );
}

function isReleased(id: string): boolean {
  const group = id.slice(0, id.lastIndexOf('.'));
  return RELEASED.some((released) => released.test(group));
}

function regimeOf(id: string): string {
  return id.slice(0, id.lastIndexOf('-'));
}

function counted(): Record<string, number> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
}

/** Counts the rows of the requirement tables, `| SH-STORE-06.1 | T | …`, and keeps the counts. */
function countedIn(folder: string): Record<string, number> {
  const found = new Map<string, Set<string>>();
  for (const name of globSync('*.md', { cwd: folder })) {
    for (const [, group = '', item = ''] of readFileSync(join(folder, name), 'utf8').matchAll(
      /^\| ((?:XC|[A-Z]+-[A-Z]+)-\d\d)\.(\d+) \|/gm,
    ))
      found.set(group, (found.get(group) ?? new Set()).add(item));
  }
  const counts = Object.fromEntries([...found].map(([group, items]) => [group, items.size]));
  const before = Object.keys(counted());
  const sorted = Object.fromEntries(
    Object.entries(counts).sort(([a], [b]) => before.indexOf(a) - before.indexOf(b) || a.localeCompare(b)),
  );
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
  return sorted;
}

function testsById(): Map<string, Set<string>> {
  // A table of cases stands before its title: it.each([…])('…').
  const titled = /(?:\b(?:it|test|describe)(?:\.\w+)*|\))\(\s*(['"`])([\s\S]*?)\1/g;
  const found = new Map<string, Set<string>>();
  for (const path of globSync('{rules,workflows,activities,api,config,prisma,dev,worker,test}/**/*.test.ts')) {
    for (const [, , title = ''] of readFileSync(path, 'utf8').matchAll(titled)) {
      for (const [id] of title.matchAll(/\b(?:XC|[A-Z]+-[A-Z]+)-\d\d\.\d+\b/g))
        found.set(id, (found.get(id) ?? new Set()).add(path));
    }
  }
  return found;
}
