/**
 * The environment, read once. Settings may be logged and shown; secrets live in an object of their own and may not.
 */
import type { z } from 'zod';
import type { TrustedHosts } from '../rules/notices/webhook.ts';
import type { ChainHash } from './chain-hash.ts';
import { DATABASE_TIMEOUTS, type DatabaseTimeouts } from './database-timeouts.ts';
import { PayloadKeyFaults, readPayloadKeys, type PayloadKeys } from './payloads/keys.ts';
import { readTemporal, TemporalFault, type TemporalAccess, type TemporalConnection } from './temporal.ts';
import { productionFaults } from './production.ts';
import { withSecretFiles } from './secret-files.ts';
import { accepted, type Given, type ScannerAddress } from './variables.ts';

export type { ScannerAddress } from './variables.ts';

/** What the processes need to know that is no secret. */
export interface Settings {
  /** In training mode the clock can be moved, demonstration accounts exist and limits are wide. */
  readonly mode: 'production' | 'training';
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Where Temporal's own console is, without a trailing slash; undefined: there is none. */
  readonly temporalUiUrl: string | undefined;
  readonly taskQueue: string;
  readonly databaseTimeouts: DatabaseTimeouts;
  /** Path of a prebuilt workflow bundle; undefined: the worker builds one at its start. */
  readonly workflowBundle: string | undefined;
  readonly mailFrom: string;
  /** Numbers for enquiries that notices and public pages give, by the id of the body; in training the demonstration numbers stand in for those left out. */
  readonly bodyTelephones: Readonly<Record<string, string>>;
  readonly letters: LetterSettings;
  /** Hosts of webhooks that may be inside the network, and be reached without TLS; any of them in training. */
  readonly trustedHosts: TrustedHosts;
  /** Mails go out over TLS or not at all. */
  readonly smtpRequireTls: boolean;
  /** Where people reach the console, without a trailing slash; links in mails start with it. */
  readonly baseUrl: string;
  readonly host: string;
  readonly port: number;
  /** Whether the worker does what is due in sets; false leaves it to the alarm of each case, one to eleven minutes later. */
  readonly sweeps: boolean;
  /** Port of `host` at which the worker answers whether it works; undefined: it does not say. */
  readonly workerHealthPort: number | undefined;
  /** Express `trust proxy`: number of proxies in front, or a list of their addresses; false for none. */
  readonly trustProxy: number | string | false;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** ISO 8601 instant with an offset at which the training clock stands when first used. */
  readonly trainingStart: string | undefined;
  /** Where the scanner of uploads listens; undefined: nothing is scanned. */
  readonly scanner: ScannerAddress | undefined;
  /** The hash by which timelines and the audit log are linked from now on; what stands already keeps its own. */
  readonly chainHash: ChainHash;
  /** Whether staff, administrators and auditors must have a second factor of sign-in before anything else is open to them. */
  readonly staffSecondFactor: Given['STAFF_SECOND_FACTOR'];
  readonly limits: Limits;
}

/** `red`: letters have the name of the body in red over a red line. `preprinted`: the paper has them; their room is left free. */
export type LetterHead = Given['LETTER_HEAD'];

/** How letters look and who seals them. */
export interface LetterSettings {
  /** Folder of fonts that are tried before those of the product; undefined: those alone. */
  readonly fonts: string | undefined;
  readonly head: LetterHead;
  /** Where letters are posted to be sealed; undefined: they are sealed by hand. */
  readonly sealUrl: string | undefined;
}

/** Limits of the API. Minutes are the machine's, never the training clock's. */
export interface Limits {
  /** Requests a minute of one signed-in account, over all its sessions. */
  readonly requestsPerAccount: number;
  /** Requests a minute of one address. */
  readonly requestsPerAddress: number;
  /** Streams of events that a process keeps open at once, and that one account does. */
  readonly eventStreams: number;
  readonly eventStreamsPerAccount: number;
  /** Sign-ins a minute of one address, successful or not. */
  readonly signInsPerAddress: number;
  /** Failed sign-ins to one account from one address within `lockoutMinutes` after which that address must wait. */
  readonly failuresBeforeLockout: number;
  /** Failed sign-ins to one account from all addresses; beyond it only addresses with a live session may try. */
  readonly failuresPerAccount: number;
  readonly lockoutMinutes: number;
  /** A session nobody used for so long ends. */
  readonly sessionIdleMinutes: number;
  /** A session ends after so long, used or not. */
  readonly sessionHours: number;
  /** Idempotency keys that one account may use within a week. */
  readonly requestKeysPerAccount: number;
  /** Bytes of files one account of an institution may keep. */
  readonly uploadBytes: number;
  /** The same of one account of staff, whose scans stay with the cases. */
  readonly staffUploadBytes: number;
}

const MEGABYTE = 1_048_576;

/** The variables that every process and tool needs to reach the records and the workflows. */
const connecting = accepted.pick({
  DATABASE_URL: true,
  TEMPORAL_ADDRESS: true,
  TEMPORAL_TLS: true,
  TASK_QUEUE: true,
  PAYLOAD_KEYS: true,
  PAYLOAD_KEY_ID: true,
  PAYLOAD_CIPHER: true,
  MODE: true,
  CHAIN_HASH: true,
});

/** What may not be logged, shown or put into a workflow. */
export interface Secrets {
  readonly databaseUrl: string;
  /** What connections to Temporal are opened with. */
  readonly temporal: TemporalConnection;
  /** The keys under which payloads stand in Temporal. */
  readonly payloads: PayloadKeys;
  readonly smtpUrl: string;
  readonly authSecret: string;
  /** Shown to the service that seals letters, as a bearer token. */
  readonly letterSealToken: string | undefined;
  /** Who reads `/metrics` shows it as a bearer token; undefined: nobody may, but in training mode the machine itself. */
  readonly metricsToken: string | undefined;
}

/** Every fault of the environment at once, each with what to do. Values are not repeated: they may be secrets. */
export class SettingsError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The environment cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'SettingsError';
    this.faults = faults;
  }
}

/**
 * Reads settings and secrets out of an environment such as `process.env`. An empty value counts as absent.
 * @throws SettingsError listing all faults.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): {
  settings: Settings;
  secrets: Secrets;
} {
  const { given, temporal, payloads } = parsed(accepted, environment, (values) => [
    ...productionFaults(values),
    ...trainingFaults(values),
  ]);
  const training = given.MODE === 'training';
  return {
    settings: {
      ...connectionsOf(given, temporal),
      databaseTimeouts: timeoutsOf(given),
      workflowBundle: given.WORKFLOW_BUNDLE,
      temporalUiUrl: given.TEMPORAL_UI_URL?.replace(/\/+$/, ''),
      mailFrom: given.MAIL_FROM,
      bodyTelephones: given.BODY_TELEPHONES,
      letters: { fonts: given.LETTER_FONTS, head: given.LETTER_HEAD, sealUrl: given.LETTER_SEAL_URL },
      trustedHosts: training ? 'any' : given.WEBHOOK_HOSTS,
      smtpRequireTls: given.SMTP_REQUIRE_TLS === undefined ? !training : given.SMTP_REQUIRE_TLS === 'true',
      baseUrl: given.BASE_URL.replace(/\/+$/, ''),
      host: given.HOST,
      port: given.PORT,
      sweeps: given.SWEEP === 'true',
      workerHealthPort: given.WORKER_HEALTH_PORT,
      trustProxy: given.TRUST_PROXY,
      logLevel: given.LOG_LEVEL,
      trainingStart: given.TRAINING_START,
      scanner: given.CLAMD_ADDRESS ?? undefined,
      staffSecondFactor: given.STAFF_SECOND_FACTOR,
      limits: {
        requestsPerAccount: given.REQUESTS_PER_ACCOUNT ?? (training ? 60_000 : 600),
        requestsPerAddress: given.REQUESTS_PER_ADDRESS ?? (training ? 120_000 : 3_000),
        eventStreams: given.EVENT_STREAMS ?? 2_000,
        eventStreamsPerAccount: given.EVENT_STREAMS_PER_ACCOUNT ?? 12,
        signInsPerAddress: given.SIGN_INS_PER_ADDRESS ?? (training ? 10_000 : 30),
        failuresBeforeLockout: given.FAILURES_BEFORE_LOCKOUT ?? (training ? 100 : 5),
        failuresPerAccount: given.FAILURES_PER_ACCOUNT ?? (training ? 1_000 : 50),
        lockoutMinutes: given.LOCKOUT_MINUTES ?? 15,
        sessionIdleMinutes: given.SESSION_IDLE_MINUTES ?? (training ? 480 : 60),
        sessionHours: given.SESSION_HOURS ?? 12,
        requestKeysPerAccount: given.REQUEST_KEYS_PER_ACCOUNT ?? (training ? 1_000_000 : 10_000),
        uploadBytes: (given.UPLOAD_MEGABYTES ?? 200) * MEGABYTE,
        staffUploadBytes: (given.STAFF_UPLOAD_MEGABYTES ?? 20_000) * MEGABYTE,
      },
    },
    secrets: {
      databaseUrl: given.DATABASE_URL,
      temporal: temporal.connection,
      payloads,
      smtpUrl: given.SMTP_URL,
      authSecret: given.AUTH_SECRET,
      letterSealToken: given.LETTER_SEAL_TOKEN,
      metricsToken: given.METRICS_TOKEN,
    },
  };
}

/**
 * Reads what a tool needs to reach the records and the workflows, and no more: it sends no mail and serves no pages.
 * @throws SettingsError listing all faults.
 */
export function readConnections(environment: Readonly<Record<string, string | undefined>>): {
  settings: Connections;
  secrets: Pick<Secrets, 'databaseUrl' | 'temporal' | 'payloads'>;
} {
  const { given, temporal, payloads } = parsed(connecting, environment);
  return {
    settings: connectionsOf(given, temporal),
    secrets: { databaseUrl: given.DATABASE_URL, temporal: temporal.connection, payloads },
  };
}

type Connections = Pick<Settings, 'mode' | 'temporalAddress' | 'temporalNamespace' | 'taskQueue' | 'chainHash'>;

function connectionsOf(given: z.output<typeof connecting>, { namespace, connection }: TemporalAccess): Connections {
  return {
    mode: given.MODE,
    temporalAddress: connection.address,
    temporalNamespace: namespace,
    taskQueue: given.TASK_QUEUE,
    chainHash: given.CHAIN_HASH,
  };
}

function timeoutsOf(given: Given): DatabaseTimeouts {
  const {
    DATABASE_CONNECT_SECONDS: connect,
    DATABASE_STATEMENT_SECONDS: statement,
    DATABASE_ANSWER_SECONDS: answer,
  } = given;
  return {
    connectMs: connect === undefined ? DATABASE_TIMEOUTS.connectMs : connect * 1_000,
    statementMs: statement === undefined ? DATABASE_TIMEOUTS.statementMs : statement * 1_000,
    queryMs: answer === undefined ? DATABASE_TIMEOUTS.queryMs : answer * 1_000,
  };
}

function trainingFaults({ MODE, TRAINING_START }: Given): string[] {
  return MODE === 'training' || TRAINING_START === undefined
    ? []
    : ['TRAINING_START is set outside training mode: remove it, or set MODE=training'];
}

/** What is set, held against a schema, the way to Temporal, and the keys of what stands there. */
function parsed<S extends z.ZodType<z.output<typeof connecting>>>(
  schema: S,
  environment: Readonly<Record<string, string | undefined>>,
  furtherFaults: (given: z.output<S>) => string[] = () => [],
): { given: z.output<S>; temporal: TemporalAccess; payloads: PayloadKeys } {
  const { environment: present, faults: ofFiles, unread } = withSecretFiles(withoutEmpty(environment));
  const read = schema.safeParse(present);
  const faults = [...ofFiles, ...(read.success ? furtherFaults(read.data) : faultsBeside(unread, read.error))];
  // An address that is no address is a fault already.
  const temporal = collected(faults, () => readTemporal(present));
  const payloads =
    read.success && !unread.includes('PAYLOAD_KEYS') ? collected(faults, () => readPayloadKeys(read.data)) : undefined;
  if (!read.success || temporal === undefined || payloads === undefined || faults.length > 0)
    throw new SettingsError(faults);
  return { given: read.data, temporal, payloads };
}

/** What is read; undefined if it cannot be, and then why is added to the faults. */
function collected<T>(faults: string[], read: () => T): T | undefined {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof TemporalFault) faults.push(failure.message);
    else if (failure instanceof PayloadKeyFaults) faults.push(...failure.faults);
    else throw failure;
    return undefined;
  }
}

/** The variables that are set to something: compose files set what is left out to nothing. */
export function withoutEmpty(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== ''),
  );
}

/** The faults of an environment, but for those of secrets whose file could not be read: that is said already. */
export function faultsBeside(unread: readonly string[], { issues }: z.core.$ZodError): string[] {
  return issues.filter(({ path: [variable] }) => !unread.includes(String(variable))).map(faultOf);
}

/** A fault with the variable it is in. */
export function faultOf(issue: z.core.$ZodIssue): string {
  return `${issue.path.join('.') || 'environment'}: ${issue.message}`;
}
