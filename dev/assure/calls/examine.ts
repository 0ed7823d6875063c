/** Part 1: calls that are generated from the document of the API, as everybody who can call it. */
import { join } from 'node:path';
import { ApiClient } from '../../rehearsal/api-client.ts';
import type { Log } from '../../program.ts';
import type { Cast } from '../cast.ts';
import { disorder } from '../invariants.ts';
import { brokeOff, byClass, PARTS, quantile, type PartResult } from '../part.ts';
import type { Stage } from '../stage.ts';
import { documentOf, operationsOf, type IntakeForm, type Operation } from './document.ts';
import { knownIds } from './known-ids.ts';
import { runCalls, type CallsRun } from './run.ts';
import { schemathesisFolder, startSchemathesis } from './schemathesis.ts';
import { startWitness, type Secret, type Seen } from './witness.ts';

/** How much is to be generated. */
export interface CallsPlan {
  readonly seed: number;
  /** calls for each operation of an account, at random */
  readonly examples: number;
  /** whether each boundary of each schema is tried, once for each operation, and each account tries what it may not do */
  readonly thorough: boolean;
  /** shared by the accounts; one whose share is over is broken off, which is said in the figures */
  readonly limitSeconds: number;
}

/** Operations that end what the calls after them need: a session, a password, the present. */
const ENDING =
  /^(post \/api\/auth\/(sign-out|change-password)|delete \/api\/auth\/sessions\/\{id\}|post \/api\/clock\/advance)$/;

/** For what ends a session, in milliseconds: it is short, and comes last. */
const ENDING_MS = 60_000;

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;

/** Generates calls as each account of the cast in turn. */
export async function examineCalls(
  stage: Stage,
  cast: Cast,
  plan: CallsPlan,
  dir: string,
  log: Log,
): Promise<PartResult> {
  const began = Date.now();
  const packages = await schemathesisFolder(process.env, log);
  const start: CallsRun['start'] = (cwd, args, onLine) => startSchemathesis(packages, cwd, args, onLine);
  const until = began + plan.limitSeconds * 1_000;
  const brokenOff: string[] = [];
  const ids = await knownIds(stage.database);
  const { baseUrl } = stage.processes;
  const whole = await read<Parameters<typeof operationsOf>[0]>(`${baseUrl}/api/openapi.json`);
  const { items: forms } = await read<{ items: IntakeForm[] }>(`${baseUrl}/api/intakes`);
  const all = operationsOf(whole, ids, forms);
  const bounded = new Set<string>();
  const seen: Seen[] = [];
  const findings = new Set<string>();

  const examineAs = async (account: string, share: AbortSignal): Promise<void> => {
    const { authorization, roles } = await credentialOf(stage, cast, account);
    const secrets = cast.withheld.filter(({ from }) => from.includes(account));
    const witness = await startWitness(baseUrl, [...secrets, ...(await tokensOfOthers(stage, cast, account))]);
    const may = all.filter((operation) => isOpenTo(operation, roles));
    const mayNot = all.filter(({ roles: able }) => able !== 'public' && !able.some((role) => roles.includes(role)));
    const fresh = may.filter((operation) => plan.thorough && !bounded.has(nameOf(operation)));
    for (const operation of fresh) bounded.add(nameOf(operation));
    const lasting = (operations: readonly Operation[]) => operations.filter((one) => !ENDING.test(nameOf(one)));
    const ending = may.filter((one) => ENDING.test(nameOf(one)));
    // What is long comes late, so that a short time still sees every account; what ends a session comes last.
    const batches = [
      { name: 'may', operations: lasting(may), boundaries: false, examples: plan.examples },
      { name: 'may-not', operations: plan.thorough ? mayNot : [], boundaries: false, examples: 1 },
      { name: 'boundaries', operations: lasting(fresh), boundaries: true, examples: 1 },
      { name: 'ending', operations: ending, boundaries: false, examples: plan.examples },
    ];
    try {
      for (const { name, operations, boundaries, examples } of batches) {
        if (operations.length === 0) continue;
        const signal = name === 'ending' ? AbortSignal.timeout(ENDING_MS) : share;
        const found = await runCalls({
          ...{ start, dir: join(dir, `${account}-${name}`), url: witness.url, authorization, seed: plan.seed },
          ...{ examples, boundaries, signal },
          document: documentOf(whole, operations, ids, forms),
        });
        for (const finding of found) findings.add(`as ${account}, ${name}: ${finding}`);
      }
    } finally {
      if (share.aborted) brokenOff.push(account);
      for (const finding of witness.findings) findings.add(`as ${account}: ${finding}`);
      seen.push(...witness.seen);
      await witness.stop();
      log(
        `${account.padEnd(14)} ${witness.seen.length} calls, ${JSON.stringify(byClass(witness.seen.map(({ status }) => status)))}`,
      );
    }
  };

  for (const [index, account] of cast.accounts.entries()) {
    const share = shareOf(until - Date.now(), cast.accounts.length - index);
    await keeping(findings, `as ${account}`, () => examineAs(account, share));
  }
  await keeping(findings, 'the records', async () => {
    for (const finding of await disorder(stage)) findings.add(finding);
  });
  return {
    part: PARTS.calls,
    findings: [...findings],
    figures: {
      seed: plan.seed,
      calls: seen.length,
      ...byClass(seen.map(({ status }) => status)),
      'p50 ms': Math.round(
        quantile(
          seen.map(({ ms }) => ms),
          0.5,
        ),
      ),
      'p99 ms': Math.round(
        quantile(
          seen.map(({ ms }) => ms),
          0.99,
        ),
      ),
      ...(brokenOff.length > 0 && { 'broken off': `as ${brokenOff.join(', ')}` }),
    },
    seconds: (Date.now() - began) / 1_000,
  };
}

/** Does a piece of the examination; one that fails is found to have, and takes nothing with it that was found before. */
async function keeping(findings: Set<string>, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (failure) {
    findings.add(brokeOff(what, failure));
  }
}

/** What an account shows, and the roles it holds: nobody shows nothing, and a contact its tracking code. */
async function credentialOf(
  { processes, players }: Stage,
  { trackingCode }: Cast,
  account: string,
): Promise<{ authorization: string | undefined; roles: readonly string[] }> {
  if (account === 'nobody') return { authorization: undefined, roles: ['public'] };
  if (account === 'contact') return { authorization: `Tracking ${trackingCode}`, roles: ['contact'] };
  // A session of its own: it is ended before the others need theirs no more.
  const { token } = await ApiClient.signIn(processes.baseUrl, `${account}@demo.anjuan.test`);
  const { offices } = await (await players.as(account)).get<{ offices: { role: string }[] }>('/api/me');
  return { authorization: `Bearer ${token}`, roles: offices.map(({ role }) => role) };
}

/** The sessions of everybody else. */
async function tokensOfOthers({ players }: Stage, { accounts }: Cast, account: string): Promise<Secret[]> {
  const others = accounts.filter((other) => other !== account && other !== 'nobody' && other !== 'contact');
  return Promise.all(
    others.map(async (other) => ({ words: (await players.as(other)).token, what: `the session of ${other}` })),
  );
}

/** Ends when an even share of the time that is left is over. */
function shareOf(leftMs: number, accounts: number): AbortSignal {
  return AbortSignal.timeout(Math.max(1, Math.floor(leftMs / accounts)));
}

/** What everybody may do is examined as nobody; the others need not do it again. */
function isOpenTo({ roles: able }: Operation, roles: readonly string[]): boolean {
  return able === 'public' ? roles.includes('public') : able.some((role) => roles.includes(role));
}

async function read<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}
