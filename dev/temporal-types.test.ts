import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dynamicConfig } from './temporal-types.ts';

it('has the same values in the file for docker compose', () => {
  const text = readFileSync(new URL('./compose/dynamic-config.yaml', import.meta.url), 'utf8');
  const pairs = [...text.matchAll(/^([\w.]+):\n {2}- value: (\d+)$/gm)].map(([, key, value]) => [key, Number(value)]);
  expect(Object.fromEntries(pairs)).toEqual(dynamicConfig);
});
