/** Every page of the console is one of those that real Chromium and axe-core look at: a new one is not left out. */
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** The addresses of the table of pages, e.g. `/cases/:id`. */
const routes = [...read('web/pages.tsx').matchAll(/^ {2}'(\/[^']*)': \w+,$/gm)].map(([, path]) => path ?? '');

/** The addresses that the calls of `holdsAccessible` write out, what changes in them as one step. */
const looked = globSync('test/console/*.test.ts', { cwd: new URL('..', import.meta.url) }).flatMap((file) =>
  read(file)
    .split(/^ *holdsAccessible\(/m)
    .slice(1)
    .flatMap((call) => [...(call.split(/^ *\}?\);/m)[0] ?? '').matchAll(/['`](\/[^'`]*)['`]/g)])
    .map(([, path = '']) => path.replaceAll(/\$\{[^}]*\}/g, 'x').split('?')[0] ?? ''),
);

function isAt(route: string, path: string): boolean {
  const steps = route.replaceAll(/\/:\w+\?/g, '(/[^/]+)?').replaceAll(/:\w+/g, '[^/]+');
  return new RegExp(`^${steps}$`).test(path);
}

it('XC-03.1 every page is held to WCAG 2.2 AA', () => {
  expect(routes.length).toBeGreaterThan(60);
  expect(routes.filter((route) => !looked.some((path) => isAt(route, path)))).toEqual([]);
});
