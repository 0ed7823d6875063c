/** What the database itself keeps, whoever asks: nothing goes before its day, nothing that is held, and nothing without a decision (HN-NET-10). */
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from '../../api/testing/harness.ts';
import { recordedCase, type RecordedCaseOptions } from '../../test/support/closed-case.ts';
import { deletableFrom, retentionClassCodes } from '../../rules/hn-net/retention.ts';
import { contracts } from '../../workflows/regimes.ts';
import { urlAs } from '../roles.ts';
import { setTrainingClock } from '../clock.ts';

const OTHER = '91310104MA1FR2CD85';

let databases: TestDatabases;
let api: TestApi;
let owner: string;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  const url = new URL(databases.postgres.adminUrl);
  url.pathname = new URL(api.databaseUrl).pathname;
  owner = url.href;
});
afterAll(() => databases.stop());

const now = (instant: string) => setTrainingClock(api.database, instant);

/** One statement as a role of the product, or as the owner of the tables. */
async function as(role: 'api' | 'worker' | 'owner', statement: string, values: unknown[] = []) {
  const url = role === 'owner' ? owner : urlAs(api.databaseUrl, `anjuan_${role}`, `${role}-of-the-tests`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query<Record<string, unknown>>(statement, values).finally(() => client.end());
}

const filed = (options: RecordedCaseOptions = {}) => recordedCase(api.database, options);

/** A decision that is being carried out. */
const decided = (asOf: string, due: number, of = 'TRANSACTION') =>
  filed({
    ...{ kind: 'dataDeletion', closedAt: null, stage: 'DELETING', party: 'unit:hn-hub' },
    facts: { class: of, confirmed: { asOf, due } },
  });

const holdOf = async (caseId: string) =>
  (await as('api', 'SELECT "class", "startOn", "notBefore", "hold" FROM "RetainedCase" WHERE "caseId" = $1', [caseId]))
    .rows[0];

const formsOf = (caseId: string) => api.database.form.count({ where: { caseId } });

async function remove(decision: string, piece = 100): Promise<unknown> {
  const { rows } = await as('worker', 'SELECT "delete_retained"($1, $2) AS gone', [decision, piece]);
  return rows[0]?.['gone'];
}

describe('the day from which records may go', () => {
  it('HN-NET-10.2 of a deregistration on 2025-07-01 is 2027-07-02, not a moment before 00:00', async () => {
    const id = await filed({ kind: 'providerRegistration', party: OTHER });
    await now('2027-07-01T23:59:58.000+08:00');
    expect(await holdOf(id)).toEqual({
      ...{ class: 'IDENTITY', startOn: '2025-07-01', notBefore: '2027-07-02', hold: 'NOT_YET' },
    });
    await now('2027-07-02T00:00:00.000+08:00');
    expect(await holdOf(id)).toMatchObject({ hold: null });
  });

  it('HN-NET-10.3 of a completion on 2024-02-29 is 2026-03-01, as the rules reckon it', async () => {
    for (const [closedOn, from] of [
      ['2024-02-29', '2026-03-01'],
      ['2024-02-28', '2026-03-01'],
      ['2024-12-31', '2027-01-01'],
    ] as const) {
      const id = await filed({ closedAt: `${closedOn}T23:30:00+08:00`, party: OTHER });
      expect(await holdOf(id)).toMatchObject({ class: 'TRANSACTION', startOn: closedOn, notBefore: from });
      expect(deletableFrom(closedOn, 24)).toBe(from);
    }
  });

  it('HN-NET-10.6 A-66 is a year later where the rules keep for three years; fewer than two are not heard', async () => {
    const id = await filed({ closedAt: '2024-02-29T10:00:00+08:00', party: OTHER });
    await now('2026-03-01T00:00:00.000+08:00');
    const rules = async (version: number, months: number) => {
      const { values } = await api.database.ruleVersion.findFirstOrThrow({ where: { regime: 'HN_NET', version: 1 } });
      const row = { regime: 'HN_NET', version, values: { ...(values as object), 'retention.transaction': months } };
      await as(
        'owner',
        `SET session_replication_role = replica; INSERT INTO "RuleVersion" ("regime", "version", "values", "note", "createdAt")
         VALUES ('HN_NET', ${version}, '${JSON.stringify(row.values)}', 'test', now())`,
      );
    };
    await rules(2, 36);
    expect(await holdOf(id)).toMatchObject({ notBefore: '2027-03-01', hold: 'LONGER' });
    await rules(3, 1);
    expect(await holdOf(id)).toMatchObject({ notBefore: '2026-03-01', hold: null });
  });
});

describe('a deletion', () => {
  it('HN-NET-10.6 takes what is due of its class, no more cases than were confirmed, and leaves the chain', async () => {
    await now('2026-03-01T00:00:00.000+08:00');
    const party = '91430102MA4L8XK94B';
    const [one, two] = [
      await filed({ party, closedAt: '2024-02-28T10:00:00+08:00' }),
      await filed({ party, closedAt: '2024-02-29T10:00:00+08:00' }),
    ];
    const later = await filed({ party, closedAt: '2024-03-01T10:00:00+08:00' });
    await api.database.timelineEvent.create({
      data: {
        ...{
          caseId: one,
          seq: 1,
          at: new Date('2024-02-28T10:00:00+08:00'),
          type: 'CLOSED',
          actor: {},
          title: {},
          detail: { note: '已办结' },
        },
        ...{ prevHash: '0', hash: '1' },
      },
    });
    // What the tests above left is due as well, and older: it is confirmed with these.
    const { rows } = await as(
      'worker',
      `SELECT count(*)::int AS n FROM "RetainedCase" WHERE "class" = 'TRANSACTION' AND "hold" IS NULL AND "notBefore" <= '2026-03-01'`,
    );
    const due = rows[0]?.['n'] as number;
    const decision = await decided('2026-03-01', due - 1);
    expect([await remove(decision, 1), await remove(decision), await remove(decision)]).toEqual([1, due - 2, 0]);
    const second = await decided('2026-03-01', 5);
    expect([await remove(second), await remove(second)]).toEqual([1, 0]);
    expect([await formsOf(one), await formsOf(two), await formsOf(later)]).toEqual([0, 0, 1]);
    expect(await holdOf(one)).toBeUndefined();
    expect(await api.database.deletion.findUnique({ where: { caseId: two } })).toMatchObject({
      ...{ class: 'TRANSACTION', startOn: '2024-02-29', notBefore: '2026-03-01', forms: 1 },
    });
    expect(await api.database.timelineEvent.count({ where: { caseId: one } })).toBe(1);
    expect(await api.database.case.count({ where: { id: one } })).toBe(1);
  });

  it('HN-NET-10.6 takes a file with the last case that names it, and keeps its hash', async () => {
    await now('2026-06-01T00:00:00.000+08:00');
    const party = '91430102MA4L8XK95C';
    const store = async (content: string) => {
      const bytes = Buffer.from(content);
      const id = `fil-${randomUUID()}`;
      await api.database.file.create({
        data: {
          ...{ id, ownerId: 'demo-supplier', name: `${content}.pdf`, mime: 'application/pdf', size: bytes.length },
          ...{ sha256: createHash('sha256').update(bytes).digest('hex'), content: new Uint8Array(bytes) },
          ...{ createdAt: new Date(), usedAt: new Date() },
        },
      });
      return id;
    };
    const [own, shared] = [await store('own'), await store('shared')];
    const first = await filed({ party, closedAt: '2024-04-01T10:00:00+08:00', form: { fileIds: [own, shared] } });
    const other = await filed({ party, closedAt: '2024-07-01T10:00:00+08:00', form: { files: { licence: shared } } });
    const there = async () =>
      (await api.database.file.findMany({ where: { id: { in: [own, shared] } }, select: { id: true } })).map(
        ({ id }) => id,
      );
    while ((await remove(await decided('2026-06-01', 100))) !== 0);
    expect(await formsOf(first)).toBe(0);
    expect(await there()).toEqual([shared]);
    expect(await api.database.deletion.findUnique({ where: { caseId: first } })).toMatchObject({ forms: 1, files: 1 });
    expect(await api.database.deletedFile.findUnique({ where: { fileId: own } })).toMatchObject({
      caseId: first,
      size: 3,
    });
    await now('2026-07-02T00:00:00.000+08:00');
    while ((await remove(await decided('2026-07-02', 100))) !== 0);
    expect([await formsOf(other), await there()]).toEqual([0, []]);
  });

  it('HN-NET-10.6 takes nothing of a party with an open mediation on the day, nor what is sealed', async () => {
    const party = '91430102MA4L8XK96D';
    const registration = await filed({ kind: 'providerRegistration', party });
    const request = await filed({ party });
    const mediation = await filed({ kind: 'mediation', party, closedAt: null });
    await now('2027-07-02T00:00:00.000+08:00');
    expect([await holdOf(registration), await holdOf(request)]).toMatchObject([
      { hold: 'OPEN_CASE' },
      { hold: 'OPEN_CASE' },
    ]);
    while ((await remove(await decided('2027-07-02', 100, 'IDENTITY'))) !== 0);
    expect(await formsOf(registration)).toBe(1);

    await api.database.case.update({
      where: { id: mediation },
      data: { closedAt: new Date('2027-07-01T10:00:00+08:00') },
    });
    await as(
      'api',
      `INSERT INTO "RecordSeal" ("id", "regime", "party", "reason", "sealedAt", "sealedById") VALUES ('s-1', 'HN_NET', $1, '诉讼', now(), 'm')`,
      [party],
    );
    expect(await holdOf(registration)).toMatchObject({ hold: 'SEALED' });
    while ((await remove(await decided('2027-07-02', 100, 'IDENTITY'))) !== 0);
    expect(await formsOf(registration)).toBe(1);
    const lift = `UPDATE "RecordSeal" SET "liftedAt" = now(), "liftedById" = 'm', "liftReason" = '结案' WHERE "id" = 's-1'`;
    await as('api', lift);
    await expect(as('owner', lift)).rejects.toThrow('lifted once');
    while ((await remove(await decided('2027-07-02', 100, 'IDENTITY'))) !== 0);
    expect(await formsOf(registration)).toBe(0);
  });

  it.each(['illegalContent', 'authorityRequest'])(
    'HN-NET-10.6 an open %s keeps the records of whom it is about, who is told of it later; so does a seal',
    async (kind) => {
      const party = kind === 'illegalContent' ? '91430102MA4L8XK98F' : '91430102MA4L8XK99G';
      const request = await filed({ party });
      const matter = await filed({ kind, party, closedAt: null, told: false });
      await now('2027-07-02T00:00:00.000+08:00');
      expect(await holdOf(request)).toMatchObject({ hold: 'OPEN_CASE' });
      await api.database.case.update({
        where: { id: matter },
        data: { closedAt: new Date('2025-07-01T10:00:00+08:00') },
      });
      expect([await holdOf(request), await holdOf(matter)]).toMatchObject([{ hold: null }, { hold: null }]);
      await as(
        'api',
        `INSERT INTO "RecordSeal" ("id", "regime", "party", "reason", "sealedAt", "sealedById") VALUES ($1, 'HN_NET', $2, '诉讼', now(), 'm')`,
        [`s-${kind}`, party],
      );
      expect(await holdOf(matter)).toMatchObject({ hold: 'SEALED' });
      while ((await remove(await decided('2027-07-02', 100))) !== 0);
      expect([await formsOf(request), await formsOf(matter)]).toEqual([1, 1]);
    },
  );

  it('HN-NET-10.2 an open registration keeps what it registered and the evaluations on its page, not finished services', async () => {
    const party = '91430102MA4L8XK97E';
    await filed({ kind: 'providerRegistration', party, closedAt: null });
    const [service, evaluation, refused] = [
      await filed({ party }),
      await filed({ kind: 'consumerEvaluation', party }),
      await filed({ kind: 'providerRegistration', party }),
    ];
    await now('2027-07-02T00:00:00.000+08:00');
    expect([await holdOf(service), await holdOf(evaluation), await holdOf(refused)]).toMatchObject([
      ...[{ hold: null }, { hold: 'OPEN_CASE' }, { hold: 'OPEN_CASE' }],
    ]);
  });
});

describe('the worker, which writes the cases', () => {
  /** A line of the timeline at this time, as the worker adds it. */
  const line = (caseId: string, at: string) =>
    as(
      'worker',
      `INSERT INTO "TimelineEvent" ("caseId", "seq", "at", "type", "title", "actor", "hash", "prevHash")
       VALUES ($1, 1, $2, 'CASE_CLOSED', '{}', '{}', 'h', 'g')`,
      [caseId, at],
    );

  it('HN-NET-10.2 HN-NET-10.3 brings no day forward by a closing that it moves back', async () => {
    const party = '91430102MA4L8XK98C';
    const id = await filed({ party });
    await line(id, '2025-07-01T10:00:00+08:00');
    await as('worker', `UPDATE "Case" SET "closedAt" = '2020-01-01T10:00:00+08:00' WHERE "id" = $1`, [id]);
    await now('2027-07-01T23:59:00.000+08:00');
    expect(await holdOf(id)).toMatchObject({ startOn: '2025-07-01', hold: 'NOT_YET' });
    expect(await remove(await decided('2027-07-01', 1))).toBe(0);
    expect(await formsOf(id)).toBe(1);
  });

  it('HN-NET-10.6 makes no case one of another regime, kind or party', async () => {
    const id = await filed({ regime: 'SH_STORE', kind: 'storeApplication', party: OTHER });
    for (const [column, value] of [
      ['regime', 'HN_NET'],
      ['kind', 'serviceRequest'],
      ['subject', 'person:nobody'],
      ['openedAt', '2010-01-01'],
    ] as const) {
      const change = as('worker', `UPDATE "Case" SET "${column}" = $2 WHERE "id" = $1`, [id, value]);
      await expect(change, column).rejects.toThrow('never changed');
    }
  });

  it('HN-NET-10.2 blanks no notice of a case: what it says goes with a deletion alone', async () => {
    const caseId = await filed({ party: OTHER });
    const notice = {
      ...{ id: `${caseId}:n`, caseId, key: 'requestReceived:1', template: 'requestReceived', locale: 'zh-CN' },
      ...{ recipientName: '张某', recipientEmail: 'zhang@example.org', data: { category: '检测' } },
      ...{ status: 'SENT', subject: '已受理', html: '<p>已受理</p>', text: '已受理' },
      ...{ plannedAt: new Date(), sentAt: new Date() },
    };
    await api.database.notice.create({ data: notice });
    for (const [column, value] of [
      ['data', '{}'],
      ['text', ''],
      ['html', null],
      ['recipientEmail', ''],
      ['sentAt', null],
    ] as const) {
      const change = as('worker', `UPDATE "Notice" SET "${column}" = $2 WHERE "id" = $1`, [notice.id, value]);
      await expect(change, column).rejects.toThrow('is kept');
    }
    await as('worker', `UPDATE "Notice" SET "response" = '250 OK' WHERE "id" = $1`, [notice.id]);
  });
});

describe('the class of a case', () => {
  const classOf = async (kind: string) =>
    (await as('owner', `SELECT "retention_class"('HN_NET', $1) AS "class"`, [kind])).rows[0]?.['class'];

  it('HN-NET-10.2 HN-NET-10.3 is what its contract says; a kind whose contract says none is not deleted', async () => {
    const kinds = Object.values(contracts).filter(({ regime }) => regime === 'HN_NET');
    const classes = kinds.map(({ kind, retention = null }) => ({ kind, class: retention }));
    expect(new Set(classes.map((one) => one.class))).toEqual(new Set([...retentionClassCodes, null]));
    for (const one of classes) expect({ kind: one.kind, class: await classOf(one.kind) }).toEqual(one);
    expect(await classOf('undecided')).toBeNull();
  });
});

describe('nobody deletes otherwise', () => {
  const early = '2027-07-01T23:59:00.000+08:00';

  it.each(['api', 'worker', 'owner'] as const)(
    'HN-NET-10.2 HN-NET-10.6 the %s removes and changes no form, no file that is used, no deletion, before and after the day',
    async (role) => {
      await now(early);
      const id = await filed({ party: OTHER });
      const file = `fil-${randomUUID()}`;
      await api.database.file.create({
        data: {
          ...{ id: file, ownerId: 'o', name: 'n', mime: 'm', size: 0, sha256: '', content: new Uint8Array() },
          ...{ createdAt: new Date(), usedAt: new Date() },
        },
      });
      const decision = await decided('2027-07-01', 100);
      for (const statement of [
        `DELETE FROM "Form" WHERE "caseId" = '${id}'`,
        `UPDATE "Form" SET "data" = '{}' WHERE "caseId" = '${id}'`,
        'TRUNCATE "Form"',
        `DELETE FROM "File" WHERE "id" = '${file}'`,
        `UPDATE "File" SET "usedAt" = NULL WHERE "id" = '${file}'`,
        `UPDATE "File" SET "content" = '' , "sha256" = 'x' WHERE "id" = '${file}'`,
        `INSERT INTO "DeletedFile" VALUES ('${file}', '${id}', '', 0)`,
        `INSERT INTO "Deletion" VALUES ('${id}', '${decision}', 'TRANSACTION', '2020-01-01', '2022-01-01', now(), 0, 0, 0)`,
        'DELETE FROM "Deletion"',
        'DELETE FROM "RecordSeal"',
        ...(role === 'owner' ? [] : ['INSERT INTO "TrainingClock" VALUES (2, 1)', 'DELETE FROM "TrainingClock"']),
      ])
        await expect(as(role, statement), statement).rejects.toMatchObject({ code: '42501' });
      expect(await formsOf(id)).toBe(1);
    },
  );

  it('HN-NET-10.2 the way of deletion takes nothing before the day, whoever calls it', async () => {
    await now(early);
    const id = await filed({ party: OTHER });
    const decision = await decided('2027-07-02', 100);
    for (const role of ['worker', 'owner'] as const) {
      await as(role, 'SELECT "delete_retained"($1, 100)', [decision]);
      expect(await formsOf(id)).toBe(1);
    }
    await expect(as('api', 'SELECT "delete_retained"($1, 100)', [decision])).rejects.toMatchObject({ code: '42501' });
    await now('2027-07-02T00:00:00.000+08:00');
    while ((await remove(decision)) !== 0);
    expect(await formsOf(id)).toBe(0);
  });

  it('SH-STORE-11.5 records of stores are of no class: nothing deletes them, however old they are', async () => {
    const id = await filed({ regime: 'SH_STORE', kind: 'clearance', closedAt: '2024-01-02T10:00:00+08:00' });
    await now('2036-01-01T00:00:00.000+08:00');
    const decision = await decided('2036-01-01', 100);
    expect(await holdOf(id)).toBeUndefined();
    await expect(
      as('owner', `INSERT INTO "Deletion" VALUES ('${id}', '${decision}', 'TRANSACTION', '', '', now(), 0, 0, 0)`),
    ).rejects.toThrow('no class');
    await expect(as('owner', `DELETE FROM "Form" WHERE "caseId" = '${id}'`)).rejects.toThrow('kept as they were filed');
  });
});
