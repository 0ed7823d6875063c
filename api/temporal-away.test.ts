/** What is said while Temporal does not answer: what is in the records stays, and everybody is told when to come back. */
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readPayloadKeys } from '../config/payloads/keys.ts';
import { setTrainingStart } from '../prisma/training-start.ts';
import { parseInstant } from '../rules/time/index.ts';
import { composeApi, type ComposedApi } from './compose.ts';
import { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES } from './testing/samples.ts';
import { PATIENCE } from '../test/support/patience.ts';
import { listening } from '../dev/listening.ts';

let databases: TestDatabases;
let api: TestApi;
/** Takes connections and never says a word. */
let silent: Server;
const held = new Set<Socket>();

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  // The year for which the samples are filled in.
  await setTrainingStart(api.database, parseInstant('2025-09-01T10:00:00+08:00'));
  silent = createServer((socket) => held.add(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  for (const socket of held) socket.destroy();
  silent.close();
  await databases.stop();
});

/** The API as it is composed for a deployment, with Temporal at this address. */
async function withTemporalAt(address: string): Promise<{ baseUrl: string; stop(): Promise<void> }> {
  const { settings, secrets, log } = api.context;
  const composed: ComposedApi = await composeApi({
    settings: { ...settings, temporalAddress: address },
    secrets: {
      ...secrets,
      databaseUrl: api.databaseUrl,
      temporal: { address },
      payloads: readPayloadKeys({ MODE: 'training', PAYLOAD_CIPHER: 'aes-256-gcm' }),
      smtpUrl: 'smtp://127.0.0.1:25',
      letterSealToken: undefined,
    },
    log,
  });
  const server = createHttpServer(composed.app as RequestListener);
  const baseUrl = await listening(server);
  return {
    baseUrl,
    async stop() {
      server.closeAllConnections();
      server.close();
      await composed.close();
    },
  };
}

it.each([
  ['refuses connections', (): string => '127.0.0.1:1', CODES.provider, 'provider'],
  [
    'takes them and is silent',
    (): string => `127.0.0.1:${(silent.address() as AddressInfo).port}`,
    CODES.provider2,
    'provider2',
  ],
])(
  'XC-05.6 a filing is received while Temporal %s, and an action is told to come again',
  async (_what, at, code, account) => {
    const stack = await withTemporalAt(at());
    try {
      await vi.waitFor(async () => {
        const ready = await fetch(`${stack.baseUrl}/health/ready`, { signal: AbortSignal.timeout(2_000) });
        expect([ready.status, await ready.json()]).toEqual([
          503,
          { status: 'not ready', database: true, temporal: false },
        ]);
      }, PATIENCE);
      const provider = await Caller.signIn(stack.baseUrl, `${account}@demo.anjuan.test`);
      const filed = await provider.post('/api/applications', await application(provider, code));
      // It is received: the relay opens it as soon as Temporal is there again.
      expect(filed.status, JSON.stringify(filed.body)).toBe(201);
      const { caseId } = filed.body as { caseId: string };
      expect((await api.database.case.findUniqueOrThrow({ where: { id: caseId } })).revision).toBe(0);
      // As the worker leaves it once it has opened the case.
      await api.database.case.update({ where: { id: caseId }, data: { revision: 1 } });
      const acted = await provider.post(`/api/cases/${caseId}/actions/withdraw`, { reason: '不再需要' });
      expect([acted.status, acted.headers.get('retry-after')]).toEqual([expect.toBeOneOf([503, 504]), '5']);
      expect(acted.body.code).toBe(acted.status === 503 ? 'UNAVAILABLE' : 'OUTCOME_UNKNOWN');
    } finally {
      await stack.stop();
    }
  },
);
