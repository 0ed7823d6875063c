import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { accepted } from './variables.ts';

const compose = readFileSync(new URL('../docker-compose.yml', import.meta.url), 'utf8');
const example = readFileSync(new URL('../dev/compose/env.example', import.meta.url), 'utf8');

it('docker compose hands on every variable that a deployment may set', () => {
  // These are fixed by the image or by what else stands in that file.
  const fixed = ['HOST', 'WORKFLOW_BUNDLE', 'TASK_QUEUE', 'TEMPORAL_TLS'];
  const missing = Object.keys(accepted.shape).filter(
    (name) => !fixed.includes(name) && !compose.includes(`\${${name}`),
  );
  expect(missing).toEqual(['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE']);
  for (const name of missing) expect(compose).toContain(`${name}: `);
});

it('docker compose makes up neither the mode nor a secret nor an address that people see', () => {
  for (const name of [
    ...['MODE', 'AUTH_SECRET', 'BASE_URL', 'MAIL_FROM', 'SMTP_URL'],
    ...['POSTGRES_PASSWORD', 'API_DB_PASSWORD', 'WORKER_DB_PASSWORD'],
  ]) {
    expect(compose, name).toContain(`\${${name}:?`);
    expect(compose, name).not.toContain(`\${${name}:-`);
    // The example gives nothing away that somebody could leave as it is.
    expect(example, name).toMatch(new RegExp(`^${name}=$`, 'm'));
  }
  expect(`${compose}${example}`).not.toMatch(/change-?me/i);
});

it('docker compose brings what has no accounts up in training mode alone, and nothing beyond this machine', () => {
  const services = compose.split(/^ {2}(?=\w[\w-]*:$)/m);
  for (const name of ['mail', 'temporal-ui'])
    expect(services.find((service) => service.startsWith(`${name}:`))).toContain('profiles: [training]');
  const ports = [...compose.matchAll(/^ {4}ports:\n((?: {6}- .*\n)+)/gm)].flatMap(([, lines = '']) =>
    lines.trim().split('\n'),
  );
  expect(ports.length).toBeGreaterThan(0);
  for (const port of ports) expect(port.trim()).toMatch(/^- 127\.0\.0\.1:/);
});
