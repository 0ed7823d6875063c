/** What `npm start` says when everything is up. */

import { TRAINING_ACCOUNTS, TRAINING_PASSWORD } from '../prisma/seed.ts';

/** Addresses to show; undefined ones are left out. */
export interface Addresses {
  apiUrl: string;
  inboxUrl: string | undefined;
  temporalUiUrl: string | undefined;
  databaseUrl: string;
}

/** The closing lines: where things are, and who can sign in. */
export function banner({ apiUrl, inboxUrl, temporalUiUrl, databaseUrl }: Addresses): string {
  const row = (name: string, value: string | undefined) =>
    value === undefined ? [] : [`  ${name.padEnd(18)}${value}`];
  const width = 2 + Math.max(...TRAINING_ACCOUNTS.map(({ email }) => email.length));
  const accounts = TRAINING_ACCOUNTS.map(({ email, name }) => `${email.padEnd(width)}${name}`);
  return [
    '',
    'Anjuan is running (training mode: the clock can be moved, nothing is sent to anybody).',
    '',
    ...row('API, case pages', apiUrl),
    ...row('OpenAPI document', `${apiUrl}/api/openapi.json`),
    ...row('Mail inbox', inboxUrl),
    ...row('Temporal UI', temporalUiUrl),
    ...row('PostgreSQL', databaseUrl),
    ...row('Reconciliation', 'npm run reconcile:here'),
    '',
    `  Accounts          ${accounts.join('\n                    ')}`,
    `  Password          ${TRAINING_PASSWORD}`,
    '',
    'Ctrl-C stops everything; data stay in .anjuan/ (npm start -- --fresh begins anew).',
  ].join('\n');
}
