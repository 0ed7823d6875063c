/** The peers: how each is started, and how a case lives in it. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../dev/ports.ts';
import type { Parts } from '../../dev/start-all.ts';
import type { Life } from '../lives.ts';
import { startRestateServer } from './restate-server.ts';
import { startService, type Service } from './service.ts';
import type { Opening } from './services/order.ts';

/** What the peers stand on. */
export interface Ground {
  /** The tables of the product, empty. */
  readonly databaseUrl: string;
  /** An empty database. */
  readonly systemUrl: string;
  readonly smtpUrl: string;
  readonly dir: string;
  readonly parts: Parts;
}

export interface RunningPeer {
  readonly service: Service;
  /** Process of a server beside the service, if it has one. */
  readonly serverPid: number | undefined;
  /** Cases whose deadline passes at an instant, in epoch ms. */
  lifeUntil(endsAt: number): Life;
}

export interface Peer {
  /** As `--only` names it. */
  readonly name: string;
  readonly title: string;
  start(ground: Ground): Promise<RunningPeer>;
}

/** How long a caller tries before a call is unanswered: as long as a person waits for the product. */
const PATIENCE_MS = 10_000;
const DAYS_5 = 5 * 86_400_000;

/** Asks until it is answered: each call can be repeated. @throws Error if it is not answered in time */
async function ask(url: string, body: object): Promise<void> {
  const until = AbortSignal.timeout(PATIENCE_MS);
  for (;;) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: until,
    }).catch((failure: unknown) => {
      if (until.aborted) throw new Error('No answer came in time.', { cause: failure });
      return undefined;
    });
    await answer?.arrayBuffer();
    if (answer?.ok === true) return;
    if (until.aborted) throw new Error('No answer came in time.');
    await pause(100);
  }
}

/** @param urlOf where a call for a case goes */
function livesAt(urlOf: (caseId: string, call: 'open' | 'decide') => string): RunningPeer['lifeUntil'] {
  return (endsAt) => {
    const revisions = new Map<string, number>();
    const decide = async (caseId: string, nth: number) => {
      const revision = (revisions.get(caseId) ?? 1) + 1;
      revisions.set(caseId, revision);
      await ask(urlOf(caseId, 'decide'), { caseId, nth, revision });
      return revision;
    };
    return {
      async open() {
        const caseId = `app-${randomUUID()}`;
        await ask(urlOf(caseId, 'open'), { caseId, endsAt } satisfies Opening);
        return caseId;
      },
      // Step 0 is the opening.
      decide: (id, nth) => decide(id, nth + 1),
      decideAgain: (id) => decide(id, 1),
      workflowIdOf: (id) => id,
    };
  };
}

function withExpress(name: string, title: string): Peer {
  return {
    name,
    title,
    async start({ databaseUrl, systemUrl, smtpUrl, parts }) {
      const port = await freePort();
      const service = await startService(`${name}.ts`, { databaseUrl, systemUrl, smtpUrl, port });
      await parts.onStop(() => service.stop());
      const lifeUntil = livesAt((_id, call) => `http://127.0.0.1:${port}/${call}`);
      return { service, serverPid: undefined, lifeUntil };
    },
  };
}

const restate: Peer = {
  name: 'restate',
  title: 'Restate 1.7',
  async start({ databaseUrl, systemUrl, smtpUrl, dir, parts }) {
    const server = await startRestateServer(join(dir, 'restate'));
    await parts.onStop(() => server.stop());
    const port = await freePort();
    const service = await startService('restate.ts', { databaseUrl, systemUrl, smtpUrl, port });
    await parts.onStop(() => service.stop());
    await server.register(`http://127.0.0.1:${port}`);
    const lifeUntil = livesAt((id, call) => `${server.ingress}/case/${id}/${call}`);
    return { service, serverPid: server.pid, lifeUntil };
  },
};

export const PEERS: readonly Peer[] = [
  withExpress('dbos', 'DBOS 5.3'),
  restate,
  withExpress('by-hand', 'Express + pg + graphile-worker'),
];

/** Far enough that no deadline passes meanwhile. */
export const farAway = () => Date.now() + DAYS_5;
