/** What production does not start with: secrets that are published or can be guessed, and ways that are open to everybody. */
import { guessesFor } from './guessable.ts';
import type { Given } from './variables.ts';

/** Words that stand in examples where a secret belongs. */
const PLACEHOLDER = /change.?me|replace.?me|your.?secret|placeholder|example|insert.?here|<[^>]*>/i;

/** Guesses, as powers of ten, below which a secret is no secret. */
const LEAST = {
  /** Signs sessions: whoever has it is everybody. It can be tried without asking us. */
  AUTH_SECRET: 20,
  METRICS_TOKEN: 10,
  /** Tried against the database itself. */
  password: 7,
} as const;

const MAKE_ONE = 'make one with: openssl rand -base64 33';

/** Every fault of an environment for production; none outside it. Values are not repeated. */
export function productionFaults(given: Given): string[] {
  if (given.MODE !== 'production') return [];
  const faults = [
    secretFault('AUTH_SECRET', given.AUTH_SECRET, LEAST.AUTH_SECRET),
    secretFault('METRICS_TOKEN', given.METRICS_TOKEN, LEAST.METRICS_TOKEN),
    databaseFault(given.DATABASE_URL),
    passwordFault('SMTP_URL', given.SMTP_URL),
    addressFault(given.BASE_URL),
    mailFault(given),
    sealFault(given),
    placeholderFault('LETTER_SEAL_TOKEN', given.LETTER_SEAL_TOKEN),
  ];
  return faults.filter((fault) => fault !== null);
}

/** The fault of the password of a database, whether for a process or for a role that is to be made. */
export function databasePasswordFault(variable: string, password: string, user: string): string | null {
  if (!PLACEHOLDER.test(password) && guessesFor(password, [user]) >= LEAST.password) return null;
  return `${variable}: its password is one of our examples or easy to guess; set another, made with: openssl rand -hex 24`;
}

function secretFault(variable: string, secret: string | undefined, least: number): string | null {
  if (secret === undefined || (!PLACEHOLDER.test(secret) && guessesFor(secret) >= least)) return null;
  return `${variable}: is one of our examples or easy to guess; ${MAKE_ONE}`;
}

function databaseFault(url: string): string | null {
  const { password, username } = new URL(url);
  // Without a password the server knows the process otherwise: by a certificate, or by its user on the same machine.
  return password === ''
    ? null
    : databasePasswordFault('DATABASE_URL', decodeURIComponent(password), decodeURIComponent(username));
}

function passwordFault(variable: string, url: string): string | null {
  const password = decodeURIComponent(new URL(url).password);
  return PLACEHOLDER.test(password)
    ? `${variable}: its password is one of our examples; set that of your server`
    : null;
}

function addressFault(baseUrl: string): string | null {
  const { protocol, hostname } = new URL(baseUrl);
  if (protocol === 'https:' || isThisMachine(hostname)) return null;
  return 'BASE_URL: must begin with https:// in production; over http passwords and sessions can be read on the way';
}

function mailFault({ SMTP_REQUIRE_TLS, SMTP_URL }: Given): string | null {
  if (SMTP_REQUIRE_TLS !== 'false' || isThisMachine(new URL(SMTP_URL).hostname)) return null;
  return 'SMTP_REQUIRE_TLS: false is for a mail server on the same machine alone; over the network notices and the password can be read on the way';
}

function sealFault({ LETTER_SEAL_URL: url, WEBHOOK_HOSTS }: Given): string | null {
  if (url === undefined) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || isThisMachine(hostname) || WEBHOOK_HOSTS.includes(hostname)) return null;
  return 'LETTER_SEAL_URL: must begin with https:// in production, or its host stand in WEBHOOK_HOSTS, if it is inside the network; over http letters and the token can be read on the way';
}

function placeholderFault(variable: string, secret: string | undefined): string | null {
  return secret !== undefined && PLACEHOLDER.test(secret)
    ? `${variable}: is one of our examples; set that of your service`
    : null;
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
