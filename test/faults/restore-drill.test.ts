/**
 * The restore drill, XC-05.6: an installation is lost, PostgreSQL and Temporal both, and comes back from its backup alone, by the commands
 * that operators use. See docs/operations.md.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startMailCatcher, type MailCatcher } from '../../dev/mail-catcher.ts';
import { freePort } from '../../dev/ports.ts';
import { Players } from '../../dev/story/players.ts';
import { memoryFolder } from '../../dev/temporary-folder.ts';
import { postgresTools } from '../../dev/wheel-programs.ts';
import { chainHeads } from '../../backup/chains.ts';
import { contentsOf, differencesOf } from '../../backup/contents.ts';
import { readKey } from '../../backup/key.ts';
import { readManifest, type Manifest } from '../../backup/manifest.ts';
import { withConnection } from '../../backup/read.ts';
import { createDatabase, type Database } from '../../prisma/client.ts';
import { urlAs } from '../../prisma/roles.ts';
import {
  admissible,
  apply,
  listProduct,
  openStore,
  passInterview,
  passPreliminaryReview,
  publishDecoration,
  settled,
  uploadPdf,
} from '../support/applications.ts';
import { mailsArrivedOnce } from '../support/mails-arrived.ts';
import { startSite, type Site } from '../support/site.ts';

const START = '2025-09-18T10:00:00+08:00';
const INTERVIEW = '2025-09-26T14:00:00+08:00';
const secret = () => randomBytes(18).toString('hex');

describe('XC-05.6 the restore drill', { timeout: 400_000 }, () => {
  const folder = memoryFolder('drill');
  const passwords = { api: secret(), worker: secret(), backup: secret() };
  const backups = join(folder.path, 'backups');
  const mailDir = join(folder.path, 'mail');
  const keyFile = join(folder.path, 'key');
  let smtpPort: number;
  let mail: MailCatcher;
  let site: Site;
  let database: Database;
  let players: Players;
  let programs: string;

  const mailServer = () => startMailCatcher({ smtpPort, dir: mailDir, log: () => undefined });
  const setUp = {
    API_DB_PASSWORD: passwords.api,
    WORKER_DB_PASSWORD: passwords.worker,
    BACKUP_DB_PASSWORD: passwords.backup,
  };
  const keys = () => ({ BACKUP_FOLDER: backups, BACKUP_KEY_FILE: keyFile, PG_PROGRAMS: programs });

  async function newSite(name: string): Promise<void> {
    const dir = join(folder.path, name);
    mkdirSync(dir, { mode: 0o711 });
    site = await startSite({
      dir,
      passwords,
      smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
      bundle: inject('services').bundle,
    });
    database = createDatabase(site.databaseUrl, 4);
  }

  async function backUp(): Promise<{ path: string; manifest: Manifest }> {
    const { code, stderr } = await site.command('backup/run.ts', [], {
      ...keys(),
      DATABASE_URL: urlAs(site.databaseUrl, 'anjuan_backup', passwords.backup),
    });
    expect([code, stderr]).toEqual([0, '']);
    const path = join(backups, readdirSync(backups).sort().at(-1) ?? '');
    return { path, manifest: readManifest(path, await readKey(keyFile)) };
  }

  const restore = (path: string) => site.command('backup/restore.ts', [path], { ...setUp, ...keys() });

  beforeAll(async () => {
    programs = await postgresTools(() => undefined);
    smtpPort = await freePort();
    mail = await mailServer();
    await newSite('before');
    const made = await site.command('backup/make-key.ts', [], {});
    writeFileSync(keyFile, made.stdout);
    expect(await site.command('prisma/setup.ts', [], { ...setUp, TRAINING_START: START })).toMatchObject({ code: 0 });
    await site.start();
    players = await Players.gather(site.baseUrl, 90_000);
  });
  afterAll(async () => {
    await database.$disconnect();
    await Promise.all([site.stop(), mail.stop()]);
    folder.remove();
  });

  it('XC-05.6 brings back everything acknowledged; cases go on, deadlines fire, no mail goes out twice', async () => {
    // A store whose set-up runs, an application in review, and mails that have arrived.
    await admissible(players, 'provider');
    const store = await openStore(players, INTERVIEW);
    const applicationId = await apply(players, { as: 'provider2' });
    await settled(players);
    await expect.poll(() => database.notice.count({ where: { status: 'PLANNED' } }), { timeout: 60_000 }).toBe(0);
    const arrived = (await mail.messages()).map(({ messageId }) => messageId);
    expect(arrived.length).toBeGreaterThan(0);
    // The mail server goes down: what is decided now waits in the outbox.
    await mail.stop();
    await passPreliminaryReview(players, applicationId, '2025-10-15T14:00:00+08:00');
    await settled(players);
    const waiting = await database.notice.findMany({ where: { status: 'PLANNED' }, select: { id: true } });
    expect(waiting.length).toBeGreaterThan(0);
    const provider = await players.as('provider');
    const fileId = await uploadPdf(provider, '备份之前.pdf');
    const revisionOf = async (id: string) => (await database.case.findUniqueOrThrow({ where: { id } })).revision;
    const acknowledged = { store: await revisionOf(store.setupId), application: await revisionOf(applicationId) };

    // The backup is taken while requests come in.
    const over = new AbortController();
    const requests = (async () => {
      for (let sent = 0; !over.signal.aborted; sent++) await uploadPdf(provider, `同时-${sent}.pdf`);
    })();
    const { path, manifest } = await backUp();
    over.abort();
    await requests;
    const isOpen = { closedAt: null, revision: { gt: 0 } };
    const open = await database.case.count({ where: isOpen });
    expect(open).toBeGreaterThanOrEqual(2);
    const due = await database.deadline.findFirstOrThrow({
      where: { caseId: store.setupId, name: 'setup', status: 'OPEN' },
    });

    // Everything is lost but the folder of the backups and its key.
    await database.$disconnect();
    await site.lose();
    rmSync(join(folder.path, 'before'), { recursive: true, force: true });
    await newSite('after');
    const restored = await restore(path);
    expect([restored.code, restored.stderr]).toEqual([0, '']);
    const found = await withConnection(site.databaseUrl, contentsOf);
    // Whoever was signed in signs in again.
    expect(manifest.rows['Session']).toBeGreaterThan(0);
    const rows = { ...manifest.rows, Session: 0, AuditEntry: (manifest.rows['AuditEntry'] ?? 0) + 1 };
    const { audit } = manifest.chains;
    expect(
      differencesOf(found, { ...manifest, rows, chains: { ...manifest.chains, audit: found.chains['audit']! } }),
    ).toEqual([]);
    // The log of before stands, and goes on with the restore.
    expect(await database.auditEntry.findFirstOrThrow({ orderBy: { seq: 'desc' } })).toMatchObject({
      seq: audit!['log']!.length + 1,
      prevHash: audit!['log']!.head,
      action: 'BACKUP_RESTORED',
      actorId: 'restore',
    });
    expect(Object.keys(found.chains['timeline'] ?? {}).length).toBe(await database.case.count());
    expect(await revisionOf(store.setupId)).toBe(acknowledged.store);
    expect(await revisionOf(applicationId)).toBe(acknowledged.application);
    const again = await restore(path);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('The database is not empty') as string]);

    // The deadline passes before anybody has repaired anything.
    const { offsetMs } = await database.trainingClock.findUniqueOrThrow({ where: { id: 1 } });
    const passed = due.dueAt!.getTime() + 10 * 3_600_000 - (Date.now() + Number(offsetMs));
    await database.trainingClock.update({
      where: { id: 1 },
      data: { offsetMs: offsetMs + BigInt(Math.round(passed)) },
    });
    await site.start();
    // The sweep asks no workflow: it opens the rectification, which the relay then starts and which differs in nothing.
    const rectificationId = store.setupId.replace(/^set-/, 'rec-');
    await expect
      .poll(() => database.case.findUnique({ where: { id: rectificationId } }), { timeout: 60_000 })
      .toMatchObject({ kind: 'rectification', revision: 1, workflowStarted: true });
    const reconciled = await site.command('worker/reconcile.ts', ['--repair'], {});
    expect([reconciled.code, reconciled.stdout]).toEqual([
      0,
      expect.stringContaining(`${open + 1} open cases compared, ${open} differ.`) as string,
    ]);
    players = await Players.gather(site.baseUrl, 90_000);
    await settled(players);

    // The deadline fired once, and the store is brought to the end of its set-up.
    expect(
      await database.deadline.findMany({ where: { caseId: store.setupId, name: 'setup' }, select: { status: true } }),
    ).toEqual([{ status: 'PASSED' }]);
    await publishDecoration(players, store.storeId);
    await listProduct(players, store.storeId, 'p1');
    await settled(players);
    const reviewer = await players.as('reviewer');
    await reviewer.act(rectificationId, 'releaseRectification', { reason: '装修和产品均已上线，情况属实' });
    await players.advanceTo('2025-10-15T14:30:00+08:00');
    await passInterview(players, applicationId);
    await settled(players);
    for (const id of [store.setupId, rectificationId, applicationId])
      expect((await database.case.findUniqueOrThrow({ where: { id } })).closedAt, id).not.toBeNull();

    // The mail server is back: what waited goes out once, what had arrived does not go out again.
    mail = await mailServer();
    await mailsArrivedOnce(database, mail);
    const ids = (await mail.messages()).map(({ messageId }) => messageId);
    expect(ids).toEqual(expect.arrayContaining(arrived));
    for (const { id } of waiting)
      expect((await database.notice.findUniqueOrThrow({ where: { id } })).status).not.toBe('PLANNED');
    // The file that was uploaded is there, and no chain is broken by having gone on.
    await expect(players.as('provider').then((client) => client.get(`/api/files/${fileId}`))).resolves.toBeDefined();
    const manager = await players.as('manager');
    for (const id of Object.keys((await withConnection(site.databaseUrl, chainHeads))['timeline'] ?? {}))
      expect(await manager.get(`/api/cases/${id}/timeline/verify`), id).toMatchObject({ intact: true });
  });

  it('XC-05.3 does not pass a backup of records that were changed behind the product', async () => {
    const [line] = await database.timelineEvent.findMany({ take: 1, orderBy: { at: 'desc' } });
    await database.$executeRaw`ALTER TABLE "TimelineEvent" DISABLE TRIGGER USER`;
    await database.$executeRaw`
      UPDATE "TimelineEvent" SET "title" = '{"zh": "无事", "en": "Nothing happened"}' WHERE "caseId" = ${line!.caseId} AND "seq" = ${line!.seq}`;
    await database.$executeRaw`ALTER TABLE "TimelineEvent" ENABLE TRIGGER USER`;
    const { path } = await backUp();
    const target = await site.postgres.createDatabase('another');
    const { code, stderr } = await site.command('backup/restore.ts', [path], {
      ...setUp,
      ...keys(),
      DATABASE_URL: target,
    });
    expect(code).toBe(1);
    expect(stderr).toContain(`timeline ${line!.caseId} #${line!.seq}`);
  });
});
