/** The pages say what there is: every call, every setting, and none that is gone. */
import { readFileSync } from 'node:fs';
import prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { ABILITIES } from '../api/abilities.ts';
import type { Route } from '../api/http/route.ts';
import { routes } from '../api/routes/index.ts';
import { acceptedForBackup } from '../config/backup-settings.ts';
import { accepted } from '../config/variables.ts';

const read = (page: string) => readFileSync(new URL(page, import.meta.url), 'utf8');

/** Who may use a route, as far as their role says: a case or a record may ask for more. */
function whoMay({ ability }: Route): string {
  return ability === 'public' ? 'everybody' : Object.keys(ABILITIES[ability]).join(', ');
}

function rowOf(route: Route): string {
  const { method, path, summary, requirement, trainingOnly } = route;
  const what = trainingOnly === true ? `${summary.en} (training mode)` : summary.en;
  const cells = [`\`${method.toUpperCase()} ${path}\``, what, whoMay(route), requirement ?? ''];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** The page of calls, written from the routes themselves. */
async function pageOfCalls(): Promise<string> {
  const parts = [...Map.groupBy(routes, ({ tag }) => tag)].map(([tag, own]) => [
    `## ${tag}`,
    '',
    '| call | what | who | requirement |',
    '| - | - | - | - |',
    ...own.map(rowOf),
    '',
  ]);
  const head = [
    '# Calls',
    '',
    'Every call of the API, by subject. `GET /api/openapi.json` has the same with schemas, answers and refusals, and each',
    'action of each kind of case. Who may use a call is said by role; how far it reaches, and who may act in a case, is narrower',
    '([0016](decisions/0016-parties-bodies-grants.md)). Written from the routes; a test keeps it so: `npx vitest run --project unit',
    'docs/documented.test.ts -u` writes it anew.',
    '',
  ];
  const options = await prettier.resolveConfig(new URL('../.prettierrc.json', import.meta.url));
  return prettier.format([...head, ...parts.flat()].join('\n'), { ...options, parser: 'markdown' });
}

describe('the pages', () => {
  it('docs/calls.md has every call there is, with who may use it', async () => {
    await expect(await pageOfCalls()).toMatchFileSnapshot('calls.md');
  });

  it('README names no call that there is not', () => {
    // A parameter may have a name that says more.
    const bare = (call: string) => call.replace(/\{\w+\}/g, '{}');
    const known = new Set(routes.map(({ method, path }) => bare(`${method.toUpperCase()} ${path}`)));
    const named = [...read('../README.md').matchAll(/`(GET|POST|PUT|DELETE) (\/[^`?]*)`/g)];
    expect(named.length).toBeGreaterThan(5);
    expect(named.map(([, method, path]) => `${method} ${path}`).filter((call) => !known.has(bare(call)))).toEqual([]);
  });

  it('README.md is read in one go', () => {
    expect(read('../README.md').split('\n').length).toBeLessThan(150);
  });

  it('docs/operations.md leads to the page on growth, which names only commands that there are', () => {
    expect(read('operations.md')).toContain('](growth.md)');
    const { scripts } = JSON.parse(read('../package.json')) as { scripts: Record<string, string> };
    const named = [...read('growth.md').matchAll(/`npm run ([\w:]+)/g)].map(([, script]) => script ?? '');
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  const variables = [...Object.keys(accepted.shape), ...Object.keys(acceptedForBackup.shape)];
  it.each([...new Set(variables)])('docs/operations.md says what the setting %s is', (variable) => {
    expect(read('operations.md')).toMatch(new RegExp(`\`${variable}[\`=]`));
  });
});
