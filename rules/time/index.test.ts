import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Every module that importing this one loads, and every package, by following the import lines. */
function reached(file: URL, seen = new Set<string>()): Set<string> {
  if (seen.has(file.pathname)) return seen;
  seen.add(file.pathname);
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/^(?:import|export|\}) .*?from '([^']+)'/gm)) {
    if (specifier.startsWith('.')) reached(new URL(specifier, file), seen);
    else seen.add(specifier);
  }
  return seen;
}

it('keeps the almanac and everything but plain rules out of a workflow that imports time', () => {
  const all = [...reached(new URL('./index.ts', import.meta.url))];
  expect(all.filter((name) => !name.endsWith('.ts'))).toEqual([]);
  expect(all.filter((name) => name.includes('published-calendar'))).toEqual([]);
  expect(all.length).toBeGreaterThan(10);
  expect([...reached(new URL('./published-calendar.ts', import.meta.url))]).toContain('chinese-days');
});
