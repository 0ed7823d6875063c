/** The environment variables Anjuan reads, with what each may hold and what to do if it does not. */
import { getHashes } from 'node:crypto';
import { z } from 'zod';
import { isEmail } from '../rules/parties/contact.ts';
import { CHAIN_HASHES, DEFAULT_CHAIN_HASH } from './chain-hash.ts';
import { cipherNames } from './payloads/ciphers.ts';
import { ADDRESS } from './temporal.ts';
import { trustProxyFault } from './trust-proxy.ts';

const count = (what: string) =>
  z.coerce
    .number({ error: `must be a whole number above 0 (${what})` })
    .int(`must be a whole number (${what})`)
    .positive(`must be above 0 (${what})`)
    .optional();

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: (issue) => required(issue.input, `must be an address such as ${example}`) });

function required(input: unknown, otherwise: string): string {
  return input === undefined ? `is missing: set it; it ${otherwise}` : otherwise;
}

/** True for `name@host` and for `Some Name <name@host>`. */
function isMailbox(value: string): boolean {
  const address = /<([^<>]+)>$/.exec(value.trim())?.[1] ?? value.trim();
  return isEmail(address) && !/[\r\n]/.test(value);
}

/** Where a scanner of uploads listens: a port of a host, or a socket of this machine. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly socket: string };

const scannerAddress = z
  .string()
  .transform((value): ScannerAddress | null => {
    const socket = /^(?:unix:)?(\/.+)$/.exec(value.trim())?.[1];
    if (socket !== undefined) return { socket };
    const [, host, port] = /^(?:tcp:\/\/)?\[?([^\s/[\]]+?)\]?:(\d{1,5})$/.exec(value.trim()) ?? [];
    return host === undefined || Number(port) < 1 || Number(port) > 65_535 ? null : { host, port: Number(port) };
  })
  .refine((address) => address !== null, 'must be host:port or the path of a socket, e.g. 127.0.0.1:3310')
  .optional();

/** `sh-centre=021-12345678, hn-hub=96871`: the number for enquiries of each body. */
function telephonesOf(value: string | undefined, context: z.RefinementCtx): Readonly<Record<string, string>> {
  const entries = (value ?? '').split(',').flatMap((entry) => {
    if (entry.trim() === '') return [];
    const [, body = '', telephone = ''] = /^\s*([a-z0-9-]+)\s*=\s*(\+?[0-9][0-9 -]{2,24})\s*$/.exec(entry) ?? [];
    if (body === '') context.addIssue('must be a list such as sh-centre=021-12345678, hn-hub=96871');
    return [[body, telephone.trim()] as const];
  });
  return Object.fromEntries(entries);
}

/** `sms.gov.internal, 10.1.2.3`: hosts of webhooks that may be inside the network. */
function hostsOf(value: string | undefined, context: z.RefinementCtx): readonly string[] {
  const hosts = (value ?? '').split(',').flatMap((host) => (host.trim() === '' ? [] : [host.trim().toLowerCase()]));
  if (hosts.some((host) => !/^([a-z0-9][a-z0-9.-]*|\[[0-9a-f:.]+\])$/.test(host)))
    context.addIssue('must be a list of hosts without ports, such as sms.gov.internal, 10.1.2.3');
  return hosts;
}

const LETTER_HEADS = ['red', 'preprinted'] as const;

/** By which hash the chains of the records are linked from now on. */
export const chainHash = z
  .enum(CHAIN_HASHES, { error: `must be one of ${CHAIN_HASHES.join(', ')}` })
  .refine((hash) => getHashes().includes(hash), 'is a hash that this Node.js was built without')
  .default(DEFAULT_CHAIN_HASH);

const trustProxy = z
  .string()
  .default('false')
  .transform((value) => (value === 'false' ? (false as const) : /^\d+$/.test(value) ? Number(value) : value))
  .superRefine((value, check) => {
    const fault = trustProxyFault(value);
    if (fault !== null) check.addIssue({ code: 'custom', message: fault });
  });

/** What `readSettings` parses; variables of other programs pass unread, and the other TEMPORAL_… are read in `temporal.ts`. */
export const accepted = z.object({
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/anjuan'),
  DATABASE_CONNECT_SECONDS: count('seconds to wait for a connection to the database'),
  DATABASE_STATEMENT_SECONDS: count('seconds one statement may take the database'),
  DATABASE_ANSWER_SECONDS: count('seconds to wait for the answer of the database to a statement'),
  TEMPORAL_ADDRESS: z.string().regex(ADDRESS, 'must be host:port, e.g. 127.0.0.1:7233').optional(),
  TEMPORAL_NAMESPACE: z.string().optional(),
  // Without it: encrypted if a key or a certificate is given. Another word would count as false.
  TEMPORAL_TLS: z.enum(['true', 'false', '1', '0'], { error: 'must be true or false' }).optional(),
  // Without it: the console names no page of Temporal.
  TEMPORAL_UI_URL: url(/^https?$/, 'https://temporal.anjuan.example.org').optional(),
  TASK_QUEUE: z.string().default('anjuan'),
  // The keys are looked at in payloads/keys.ts.
  PAYLOAD_KEYS: z.string().optional(),
  PAYLOAD_KEY_ID: z.string().trim().optional(),
  PAYLOAD_CIPHER: z.enum(cipherNames, { error: `must be one of ${cipherNames.join(', ')}` }).default('aes-256-gcm'),
  WORKFLOW_BUNDLE: z.string().optional(),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@host:587'),
  // Without it: true outside training mode.
  SMTP_REQUIRE_TLS: z.enum(['true', 'false'], { error: 'must be true or false' }).optional(),
  MAIL_FROM: z
    .string({ error: (issue) => required(issue.input, 'must be a sender such as Anjuan <no-reply@example.org>') })
    .refine(isMailbox, 'must be a sender such as Anjuan <no-reply@example.org>'),
  BODY_TELEPHONES: z.string().optional().transform(telephonesOf),
  // Without it: the fonts that the product brings along. The worker looks at the folder when it starts.
  LETTER_FONTS: z.string().optional(),
  LETTER_HEAD: z.enum(LETTER_HEADS, { error: `must be one of ${LETTER_HEADS.join(', ')}` }).default('red'),
  // Without it: letters are sealed by hand.
  LETTER_SEAL_URL: url(/^https?$/, 'https://seal.example.org/letters').optional(),
  LETTER_SEAL_TOKEN: z.string().optional(),
  WEBHOOK_HOSTS: z.string().optional().transform(hostsOf),
  BASE_URL: url(/^https?$/, 'https://anjuan.example.org'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'must be a port from 0 to 65535' })
    .int('must be a port from 0 to 65535')
    .min(0, 'must be a port from 0 to 65535')
    .max(65_535, 'must be a port from 0 to 65535')
    .default(4680),
  SWEEP: z.enum(['true', 'false'], { error: 'must be true or false' }).default('true'),
  // Without it: the worker serves no health check.
  WORKER_HEALTH_PORT: z.coerce
    .number({ error: 'must be a port from 1 to 65535' })
    .int('must be a port from 1 to 65535')
    .min(1, 'must be a port from 1 to 65535')
    .max(65_535, 'must be a port from 1 to 65535')
    .optional(),
  MODE: z.enum(['production', 'training'], { error: 'must be "production" or "training"' }).default('production'),
  AUTH_SECRET: z
    .string({
      error: (issue) => required(issue.input, 'must hold 32 characters or more, e.g. from: openssl rand -base64 33'),
    })
    .min(32, 'must hold 32 characters or more, e.g. from: openssl rand -base64 33'),
  METRICS_TOKEN: z.string().min(16, 'must hold 16 characters or more').optional(),
  TRUST_PROXY: trustProxy,
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  TRAINING_START: z.iso
    .datetime({ offset: true, error: 'must be an instant with an offset, e.g. 2025-09-24T09:00:00+08:00' })
    .optional(),
  REQUESTS_PER_ACCOUNT: count('requests a minute of one account'),
  REQUESTS_PER_ADDRESS: count('requests a minute of one address'),
  EVENT_STREAMS: count('streams of events of this process'),
  EVENT_STREAMS_PER_ACCOUNT: count('streams of events of one account'),
  SIGN_INS_PER_ADDRESS: count('sign-ins a minute of one address'),
  FAILURES_BEFORE_LOCKOUT: count('failed sign-ins to one account from one address'),
  FAILURES_PER_ACCOUNT: count('failed sign-ins to one account from all addresses'),
  LOCKOUT_MINUTES: count('minutes'),
  STAFF_SECOND_FACTOR: z.enum(['optional', 'required'], { error: 'must be optional or required' }).default('optional'),
  SESSION_IDLE_MINUTES: count('minutes'),
  SESSION_HOURS: count('hours'),
  CLAMD_ADDRESS: scannerAddress,
  CHAIN_HASH: chainHash,
  REQUEST_KEYS_PER_ACCOUNT: count('idempotency keys of one account within a week'),
  UPLOAD_MEGABYTES: count('megabytes of files one account of an institution may keep'),
  STAFF_UPLOAD_MEGABYTES: count('megabytes of files one account of staff may keep'),
});

/** The variables as they are read. */
export type Given = z.output<typeof accepted>;
