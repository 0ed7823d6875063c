import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accepted } from './variables.ts';

it('docker compose hands on every variable that a deployment may set', () => {
  const compose = readFileSync(new URL('../docker-compose.yml', import.meta.url), 'utf8');
  // These are fixed by the image or by what else stands in that file.
  const fixed = ['HOST', 'WORKFLOW_BUNDLE', 'TASK_QUEUE', 'TEMPORAL_TLS'];
  const missing = Object.keys(accepted.shape).filter(
    (name) => !fixed.includes(name) && !compose.includes(`\${${name}`),
  );
  expect(missing).toEqual(['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE']);
  for (const name of missing) expect(compose).toContain(`${name}: `);
});
