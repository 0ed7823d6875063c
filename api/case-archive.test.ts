/** A case as an archive: what each reader finds in it, and that its hashes are those of its parts. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { pdfPages } from '../test/support/pdf-text.ts';
import { GENESIS, linkHash } from '../prisma/chain.ts';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES, PDF } from './testing/samples.ts';

const NOW = '2025-09-01T10:00:00.000+08:00';

interface Link {
  readonly seq: number;
  readonly algorithm: 'sha256' | 'sm3';
  readonly prevHash: string;
  readonly hash: string;
  readonly line: { readonly type: string } | null;
}

let databases: TestDatabases;
let api: TestApi;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: NOW });
  const provider = await api.as('provider');
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
});
afterAll(() => databases.stop());

/** The parts of the archive by their path. */
async function archiveFor({ baseUrl, headers }: Caller): Promise<ReadonlyMap<string, Buffer>> {
  const answer = await fetch(`${baseUrl}/api/cases/${caseId}/archive?reason=check`, { headers });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]+\.zip"/);
  return unpacked(Buffer.from(await answer.arrayBuffer()));
}

async function unpacked(zip: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const archive = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (fault, opened) => (fault === null ? resolve(opened) : reject(fault)));
  });
  const parts = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    archive.on('error', reject);
    archive.on('end', () => resolve(parts));
    archive.on('entry', (entry: Entry) => {
      archive.openReadStream(entry, (fault, stream) => {
        if (fault !== null) return reject(fault);
        buffer(stream).then((content) => {
          parts.set(entry.fileName, content);
          archive.readEntry();
        }, reject);
      });
    });
    archive.readEntry();
  });
}

const read = (parts: ReadonlyMap<string, Buffer>, path: string) => JSON.parse(String(parts.get(path)));
const chainOf = (parts: ReadonlyMap<string, Buffer>) => read(parts, 'chain.json') as { head: string; links: Link[] };

describe('the archive of a case', () => {
  it('XC-05.3 has the files, the timeline and the chain, and a list of hashes that fit each of them', async () => {
    const parts = await archiveFor(await api.as('reviewer'));
    const { parts: listed } = read(parts, 'manifest.json') as {
      parts: { path: string; bytes: number; sha256: string }[];
    };
    expect(listed.map(({ path }) => path)).toEqual([
      ...['case.json', 'chain.json', 'timeline.pdf', 'files/01-营业执照.pdf', 'files/02-信用中国.png'],
    ]);
    expect([...parts.keys()]).toEqual(['manifest.json', ...listed.map(({ path }) => path)]);
    for (const { path, bytes, sha256 } of listed) {
      const content = parts.get(path) ?? Buffer.alloc(0);
      expect([path, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([path, bytes, sha256]);
    }
    expect(parts.get('files/01-营业执照.pdf')?.equals(PDF)).toBe(true);
    expect(read(parts, 'case.json')).toMatchObject({ exportedAt: NOW, case: { id: caseId } });
  });

  it('XC-05.3 has a chain whose links can be reckoned anew from the lines', async () => {
    const { head, links } = chainOf(await archiveFor(await api.as('reviewer')));
    let before = GENESIS;
    for (const { algorithm, prevHash, hash, line } of links) {
      expect(prevHash).toBe(before);
      if (line !== null) expect(linkHash(algorithm, prevHash, line)).toBe(hash);
      before = hash;
    }
    expect(head).toBe(before);
    expect(links.length).toBeGreaterThan(1);
  });

  it('XC-05.3 has a timeline that can be printed, with each line that its reader may read', async () => {
    const reviewer = await api.as('reviewer');
    const pages = await pdfPages((await archiveFor(reviewer)).get('timeline.pdf') ?? Buffer.alloc(0));
    const words = pages
      .flatMap(({ lines }) => lines.map((line) => line.text))
      .join('')
      .replaceAll(/\s/g, '');
    const { items } = (await reviewer.get(`/api/cases/${caseId}/timeline`)).body;
    expect(words).toContain('案件时间线');
    for (const { title } of items) expect(words).toContain(title.zh.replaceAll(/\s/g, ''));
  });

  it('XC-05.5 keeps the inner working of the body from the applicant, whose chain holds together all the same', async () => {
    const [own, whole] = await Promise.all([archiveFor(await api.as('provider')), archiveFor(await api.as('manager'))]);
    const typesIn = (parts: ReadonlyMap<string, Buffer>) => chainOf(parts).links.map(({ line }) => line?.type ?? null);
    expect(typesIn(whole)).toContain('TASK_OPENED');
    expect(typesIn(own)).not.toContain('TASK_OPENED');
    expect(typesIn(own)).toContain(null);
    expect(chainOf(own).links.map(({ hash }) => hash)).toEqual(chainOf(whole).links.map(({ hash }) => hash));
    expect(read(own, 'case.json').case.tasks).toEqual([]);
    expect((await (await api.as('provider2')).get(`/api/cases/${caseId}/archive`)).status).toBe(404);
  });
});

it('HN-NET-15.7 staff give a reason, which stands in the audit log; a party takes its own case away as it likes', async () => {
  const [manager, provider] = [await api.as('manager'), await api.as('provider')];
  const address = `/api/cases/${caseId}/archive`;
  const bare = await manager.get(address);
  expect([bare.status, bare.body.code]).toEqual([422, 'INVALID_INPUT']);
  expect((await manager.get(`/api/cases/${caseId}/bundle`)).status).toBe(422);
  expect((await provider.get(address)).status).toBe(200);
  const reason = '移送档案室';
  expect((await manager.get(`${address}?reason=${encodeURIComponent(reason)}`)).status).toBe(200);
  const { after } = await api.database.auditEntry.findFirstOrThrow({
    where: { action: 'CASE_EXPORTED' },
    orderBy: { seq: 'desc' },
  });
  expect(after).toMatchObject({ format: 'zip', reason });
});
