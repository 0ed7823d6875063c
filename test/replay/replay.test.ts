/**
 * Replays every kept history against the workflows as they are now. What fails here would fail in every open case of that
 * kind: it would stand still until the code is put right.
 */
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { dataConverterOf } from '../../config/payloads/data-converter.ts';
import { readPayloadKeys } from '../../config/payloads/keys.ts';
import { recordings, type Recording } from './files.ts';
import { names } from './names.ts';

const kept = recordings();
const bundle = inject('services').bundle;
const folder = mkdtempSync(join(tmpdir(), 'anjuan-replay-'));

beforeAll(() => Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The recordings were made without keys, as the histories of a stack that begins to encrypt were; and they are replayed with keys. */
const keys = readPayloadKeys({
  MODE: 'production',
  PAYLOAD_KEYS: `test:${randomBytes(32).toString('base64')}`,
  PAYLOAD_CIPHER: 'aes-256-gcm',
});

/** Workflow ids whose history does not replay with this bundle. */
async function failing(codePath: string, { runs }: Recording): Promise<string[]> {
  const options = { workflowBundle: { codePath }, dataConverter: dataConverterOf(keys) };
  const failed: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(options, runs)) {
    if (error !== undefined) failed.push(`${workflowId}: ${error.name}`);
  }
  return failed;
}

/** The bundle with a change to its code, as a file. */
async function altered(change: (code: string) => string): Promise<string> {
  const code = readFileSync(bundle, 'utf8');
  const other = change(code);
  if (other === code) throw new Error('The change found nothing to change: adapt it to the code.');
  const file = join(folder, `altered-${other.length}.js`);
  await writeFile(file, other);
  return file;
}

describe('the recordings', () => {
  it('are there: without any, nothing would be proved', () => {
    expect(kept.length).toBeGreaterThan(0);
  });

  it('cover every scenario, and belong to one each', () => {
    const recorded = new Set(kept.map(({ scenario }) => scenario));
    expect([...recorded].sort()).toEqual([...names].sort());
    expect(kept.filter(({ runs }) => runs.length === 0)).toEqual([]);
  });

  it('hold no names of machines, no addresses and no secrets', () => {
    for (const { scenario, version, runs } of kept) {
      const decoded = JSON.stringify(runs).replace(/"data":"([A-Za-z0-9+/=]+)"/g, (_, data: string) =>
        Buffer.from(data, 'base64').toString(),
      );
      expect([
        version,
        scenario,
        decoded.match(
          /\d+@[\w-]+|@(?!temporalio|demo\.)[a-z][\w-]+\.\w+|token|password|[\w.]+@[\w.]+\.(cn|com|org)/i,
        )?.[0],
      ]).toEqual([version, scenario, undefined]);
    }
  });
});

describe.each(kept.map((recording) => [recording.version, recording.scenario, recording] as const))(
  '%s %s',
  (_version, _scenario, recording) => {
    it('XC-05.6 replays', async () => {
      expect(await failing(bundle, recording)).toEqual([]);
    });
  },
);

describe('a change that breaks cases in flight is found', () => {
  const everyDay = kept.filter(({ scenario }) => scenario === 'standard-store');

  it('a step that writes twice', async () => {
    const broken = await altered((code) =>
      code.replace(/await (\(0, ?[\w.$]+\.commit\)\([^;]*transition\)\));/, 'await $1; await $1;'),
    );
    for (const recording of everyDay) expect((await failing(broken, recording)).length).toBeGreaterThan(0);
  });

  it('a timer that is set anew with every step', async () => {
    const broken = await altered((code) => code.replace(/if \(at === .*\) return;/, ''));
    for (const recording of everyDay) expect((await failing(broken, recording)).length).toBeGreaterThan(0);
  });

  it('a kind of case that is renamed', async () => {
    const broken = await altered((code) => code.replaceAll("kind: 'storeSetup'", "kind: 'storePreparation'"));
    for (const recording of everyDay) expect((await failing(broken, recording)).length).toBeGreaterThan(0);
  });
});

describe('the process that a replay ran in', () => {
  it('XC-05.6 is left as it was: no promise of another test is followed by the SDK', async () => {
    expect(await failing(bundle, kept[0] as Recording)).toEqual([]);
    const faults: unknown[] = [];
    const note = (fault: unknown) => faults.push(fault);
    process.prependListener('uncaughtException', note);
    // Node makes such promises for itself.
    const { promise, resolve } = Promise.withResolvers<undefined>();
    Object.setPrototypeOf(promise, null);
    resolve(undefined);
    await new Promise((next) => setImmediate(next));
    process.off('uncaughtException', note);
    expect(faults).toEqual([]);
  });
});
