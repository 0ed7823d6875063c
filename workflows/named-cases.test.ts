import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The id of a case within words of Chinese, as a template puts it there. */
const ID_IN_WORDS = /案[件号][^`]{0,8}\$\{[\w.]*\b(id|caseId)\}/;

it('XC-05.3 people read the number of a case and never its id', () => {
  const sources = globSync('{workflows,rules}/**/*.ts', { cwd: new URL('..', import.meta.url) });
  expect(sources.length).toBeGreaterThan(500);
  const told = sources.filter((path) => {
    const source = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
    return !path.endsWith('.test.ts') && ID_IN_WORDS.test(source);
  });
  expect(told).toEqual([]);
});
