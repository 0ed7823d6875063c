import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES, figures } from './testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;
let provider: Caller;
let reviewer: Caller;
let manager: Caller;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
});

beforeEach(async () => {
  api = await databases.api({ now: '2025-09-26T10:00:00+08:00' });
  provider = await api.as('provider');
  reviewer = await api.as('reviewer');
  manager = await api.as('manager');
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
});

afterEach(() => api.stop());

afterAll(() => databases.stop());

const names = (items: { name: string }[]) => items.map(({ name }) => name);

describe('the number of a case', () => {
  it('XC-04.4 counts within body, kind and Shanghai year, stays the same, and finds the case', async () => {
    const seen = async (id: string) => (await reviewer.get(`/api/cases/${id}`)).body.number as string;
    expect(await seen(caseId)).toBe('沪企服店申〔2025〕1号');
    const provider2 = await api.as('provider2');
    // 00:30 of New Year's Day in Shanghai is still the old year in UTC.
    api.setNow('2026-01-01T00:30:00+08:00');
    const of2025 = { figures: figures({ fiscalYear: 2025 }) };
    const next = await provider2.post('/api/applications', await application(provider2, CODES.provider2, of2025));
    expect(await seen(next.body.caseId)).toBe('沪企服店申〔2026〕1号');
    expect((await provider.post(`/api/cases/${caseId}/actions/withdraw`, {})).status).toBe(200);
    const again = await provider.post('/api/applications', await application(provider, CODES.provider, of2025));
    expect(await seen(again.body.caseId)).toBe('沪企服店申〔2026〕2号');
    expect(await seen(caseId)).toBe('沪企服店申〔2025〕1号');
    const found = await reviewer.get(`/api/cases?q=${encodeURIComponent('沪企服店申〔2026〕2号')}`);
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([again.body.caseId]);
  });

  it('XC-04.4 is not given twice to cases filed at the same moment', async () => {
    const filings = await Promise.all(
      (['provider', 'provider2'] as const).map(async (account) => {
        const caller = await api.as(account);
        return { caller, form: await application(caller, CODES[account]) };
      }),
    );
    expect((await provider.post(`/api/cases/${caseId}/actions/withdraw`, {})).status).toBe(200);
    const filed = await Promise.all(filings.map(({ caller, form }) => caller.post('/api/applications', form)));
    const numbers = await Promise.all(
      filed.map(async ({ body }) => (await reviewer.get(`/api/cases/${body.caseId}`)).body.number as string),
    );
    expect(numbers.sort()).toEqual(['沪企服店申〔2025〕2号', '沪企服店申〔2025〕3号']);
  });
});

describe('GET /api/cases/{id}', () => {
  it('has what the design promises', async () => {
    const { body } = await provider.get(`/api/cases/${caseId}`);
    expect(body).toMatchObject({
      id: caseId,
      kind: 'storeApplication',
      regime: 'SH_STORE',
      stage: 'PRELIM_REVIEW',
      outcome: null,
      subject: CODES.provider,
      ruleVersion: 1,
      revision: 1,
      openedAt: '2025-09-26T10:00:00.000+08:00',
      closedAt: null,
    });
    expect(names(body.actions)).toEqual(['withdraw', 'correctContact']);
    expect(body.actions[0]).toMatchObject({ title: { zh: '撤回申请' }, input: { type: 'object' } });
  });

  it('XC-05.5 offers each reader what the case would accept of them, and no more', async () => {
    const offered = async (account: string) =>
      names((await (await api.as(account)).get(`/api/cases/${caseId}`)).body.actions);
    expect(await offered('reviewer')).toEqual(
      expect.arrayContaining([
        'checkMaterials',
        'recordCreditCheck',
        'judgeCondition',
        'requestSupplement',
        'passPreliminaryReview',
        'rejectApplication',
        'claimTask',
      ]),
    );
    expect(await offered('reviewer')).not.toEqual(expect.arrayContaining(['releaseTask']));
    expect(await offered('reviewer')).not.toContain('passInterview');
    expect(await offered('reviewer')).not.toContain('recordContact');
    expect(await offered('manager')).toEqual(expect.arrayContaining(['overrideCondition', 'assignTask']));
    expect(await offered('manager')).not.toContain('rejectApplication');
    await reviewer.post(`/api/cases/${caseId}/actions/claimTask`, { task: 'preliminaryReview' });
    expect(await offered('reviewer')).toContain('releaseTask');
    expect(await offered('reviewer2')).not.toContain('rejectApplication');
  });

  it('XC-05.1 says of each action whether it is ready and what is missing, and refuses by the same checks', async () => {
    const url = `/api/cases/${caseId}/actions`;
    interface Open {
      readonly name: string;
      readonly ready: boolean;
      readonly blockedBy: { code: string; message: { zh: string; en: string }; facts: object | null }[];
    }
    const open = async (name: string, caller = reviewer): Promise<Open | undefined> =>
      ((await caller.get(`/api/cases/${caseId}`)).body.actions as Open[]).find((action) => action.name === name);
    const done = async (name: string, input: object = {}, caller = reviewer) => {
      const { status, body } = await caller.post(`${url}/${name}`, input);
      return status === 200 ? [status] : [status, body.code as string, body.facts as unknown];
    };
    const interview = { at: '2025-10-15T14:00:00+08:00', place: '302 室' };
    const needed = (requirement: string) => expect.objectContaining({ requirement }) as unknown;

    const early = await open('passPreliminaryReview');
    expect(early).toMatchObject({ ready: false });
    expect(early?.blockedBy.map(({ code, facts }) => [code, facts])).toEqual([
      ['STEP_MISSING', needed('SH-STORE-04.1')],
      ['STEP_MISSING', needed('SH-STORE-04.2')],
      ['STEP_MISSING', needed('SH-STORE-01.6')],
    ]);
    expect(early?.blockedBy[1]?.message).toEqual({
      zh: '尚未记录信用风险核查结果。',
      en: 'The credit-risk check has not been recorded.',
    });
    expect(await done('passPreliminaryReview', { interview })).toEqual([409, 'STEP_MISSING', needed('SH-STORE-04.1')]);
    expect(await open('waiveCondition')).toMatchObject({ ready: false, blockedBy: [{ code: 'NOT_ALLOWED' }] });
    expect(await open('changeRoute')).toMatchObject({ ready: false, blockedBy: [{ code: 'ROUTE_NOT_OFFERED' }] });
    expect(await open('overrideCondition', manager)).toMatchObject({ ready: true, blockedBy: [] });
    expect(await open('rejectApplication')).toMatchObject({ ready: true, blockedBy: [] });

    const ticked = { licence: 'OK', figures: 'OK', staff: 'OK', premises: 'OK', creditScreenshot: 'OK' };
    await done('checkMaterials', { items: ticked });
    await done('recordCreditCheck', { result: 'CLEAR', source: '信用中国', checkedOn: '2025-09-26' });
    for (const item of ['qualification', 'prospects', 'reputation']) {
      await done('judgeCondition', { item, met: true, reason: '属实' });
    }
    expect(await open('passPreliminaryReview')).toMatchObject({ ready: true, blockedBy: [] });
    expect(await done('passPreliminaryReview', { interview })).toEqual([200]);

    for (const [name, input] of [
      ['declineReschedule', { reason: '场次已满' }],
      ['recordAttendance', { attendees: [{ name: '张三', capacity: '法定代表人' }] }],
      ['recordAbsence', {}],
    ] as const) {
      const { ready, blockedBy } = (await open(name)) as Open;
      expect([name, ready, blockedBy.map(({ code }) => code)]).toEqual([name, false, ['NOT_NOW']]);
      expect((await done(name, input)).slice(0, 2)).toEqual([409, 'NOT_NOW']);
    }
    expect(await open('withdraw', provider)).toMatchObject({ ready: true });
    api.setNow('2025-10-15T14:00:01+08:00');
    expect(await open('withdraw', provider)).toMatchObject({ ready: false, blockedBy: [{ code: 'NOT_NOW' }] });
    expect((await done('withdraw', {}, provider)).slice(0, 2)).toEqual([409, 'NOT_NOW']);
    expect(await done('recordAbsence')).toEqual([200]);
    expect(await open('endExcused')).toMatchObject({ ready: false, blockedBy: [{ code: 'NOT_NOW' }] });
    expect(await open('excuseAbsence')).toMatchObject({ ready: true });
    expect(await open('findAbsenceWithoutCause')).toMatchObject({ ready: false, blockedBy: [{ code: 'NOT_NOW' }] });
    expect((await done('findAbsenceWithoutCause', { reason: '未到场' })).slice(0, 2)).toEqual([409, 'NOT_NOW']);
  });

  it('A-08 SH-STORE-04.6 shows the internal target to managers alone, overdue by one working day on a make-up Saturday', async () => {
    api.setNow('2025-10-11T09:00:00+08:00');
    const { body } = await manager.get(`/api/cases/${caseId}`);
    expect(body.deadlines).toHaveLength(1);
    expect(body.deadlines[0]).toMatchObject({
      name: 'preliminaryReview',
      lastDay: '2025-10-10',
      workingDaysLeft: -1,
      overdue: true,
      legalEffect: false,
    });
    for (const other of [provider, reviewer]) {
      expect((await other.get(`/api/cases/${caseId}`)).body.deadlines).toEqual([]);
      expect((await other.get('/api/cases?overdue=true')).body.items).toEqual([]);
      const { body: timeline } = await other.get(`/api/cases/${caseId}/timeline`);
      expect(timeline.ahead).toEqual([]);
      expect(JSON.stringify(timeline.items)).not.toContain('"deadline":"preliminaryReview"');
    }
    const dueAt = '2025-10-11T00:00:00.000+08:00';
    const dues = async (caller: Caller, path: string) =>
      ((await caller.get(path)).body.items as { dueAt: string | null }[]).map((task) => task.dueAt);
    expect(await dues(manager, '/api/tasks?view=all')).toEqual([dueAt]);
    expect(await dues(manager, '/api/tasks?view=all&overdue=true')).toEqual([dueAt]);
    expect(await dues(reviewer, '/api/tasks?view=all')).toEqual([null]);
    expect(await dues(reviewer, '/api/tasks?view=all&overdue=true')).toEqual([]);
    expect(await dues(reviewer, '/api/tasks?view=all&overdue=false')).toEqual([null]);
    expect((await reviewer.get(`/api/cases/${caseId}`)).body.tasks).toMatchObject([{ dueAt: null }]);
    expect(body.tasks).toMatchObject([{ dueAt }]);
    const bundle = JSON.stringify((await reviewer.get(`/api/cases/${caseId}/bundle?reason=check`)).body);
    expect(bundle).not.toContain('2025-10-11T00:00:00');
    expect(JSON.stringify((await manager.get(`/api/cases/${caseId}/bundle?reason=check`)).body)).toContain(dueAt);
    const { body: list } = await manager.get('/api/cases?overdue=true');
    expect(list.items).toHaveLength(1);
    expect(list.items[0]).toMatchObject({ id: caseId, overdue: { workingDays: 1, legalEffect: false } });
    expect((await manager.get('/api/cases?overdue=false')).body.items).toEqual([]);
  });

  it('XC-01.4 XC-02.1 explains a deadline day by day', async () => {
    await reviewer.post(`/api/cases/${caseId}/actions/requestSupplement`, { items: ['审计报告'], reason: '缺页' });
    const { body } = await provider.get(`/api/cases/${caseId}`);
    const [deadline] = body.deadlines;
    expect(deadline).toMatchObject({
      name: 'supplement',
      dueAt: '2025-10-17T00:00:00.000+08:00',
      lastDay: '2025-10-16',
      provisional: false,
      clause: 'SH-STORE 二.2',
      consequence: { zh: expect.stringContaining('申请终止') },
      words: { zh: expect.stringContaining('24:00') },
      workingDaysLeft: 10,
    });
    const counted = deadline.explanation.filter((day: { counted: boolean }) => day.counted);
    expect(counted.map(({ day, ordinal }: { day: string; ordinal: number }) => `${ordinal} ${day}`)).toEqual([
      '1 2025-09-28',
      '2 2025-09-29',
      '3 2025-09-30',
      '4 2025-10-09',
      '5 2025-10-10',
      '6 2025-10-11',
      '7 2025-10-13',
      '8 2025-10-14',
      '9 2025-10-15',
      '10 2025-10-16',
    ]);
    expect(deadline.explanation.find(({ day }: { day: string }) => day === '2025-10-01')).toMatchObject({
      counted: false,
      why: { zh: expect.stringContaining('节假日') },
    });
    // The target of the review rests meanwhile.
    const target = (await manager.get(`/api/cases/${caseId}`)).body.deadlines.find(
      ({ name }: { name: string }) => name === 'preliminaryReview',
    );
    expect(target).toMatchObject({ status: 'PAUSED', dueAt: null });
  });

  it('keeps every version of the form', async () => {
    await reviewer.post(`/api/cases/${caseId}/actions/requestSupplement`, { items: ['人数'], reason: '不符' });
    const answered = await provider.post(`/api/cases/${caseId}/actions/answerSupplement`, {
      figures: { fullTimeStaff: 25 },
      note: '已更正',
    });
    expect(answered.status).toBe(200);
    expect(
      answered.body.forms.map(
        ({ version, data }: { version: number; data: { figures: { fullTimeStaff: number } } }) => [
          version,
          data.figures.fullTimeStaff,
        ],
      ),
    ).toEqual([
      [2, 25],
      [1, 20],
    ]);
    expect(
      answered.body.extras.eligibility.items.find(({ key }: { key: string }) => key === 'fullTimeStaff').found.en,
    ).toContain('25');
  });
});

describe('a supplement', () => {
  const returned = () =>
    reviewer.post(`/api/cases/${caseId}/actions/requestSupplement`, { items: ['机构名称、联系电话'], reason: '有误' });
  const answer = (input: object) => provider.post(`/api/cases/${caseId}/actions/answerSupplement`, input);

  it('SH-STORE-04.5 corrects the institution: its name, and whom to reach; not its code or region', async () => {
    await returned();
    const institution = {
      name: '上海启明企业服务（集团）有限公司',
      contactName: '王五',
      contactPhone: '021-55667799',
      contactEmail: 'wang.wu@example.org',
    };
    for (const [field, value] of [
      ['creditCode', CODES.provider2],
      ['region', 'SH/XUHUI'],
    ] as const) {
      const { status, body } = await answer({ institution: { [field]: value } });
      expect([status, body.errors]).toMatchObject([422, [{ field: `institution.${field}` }]]);
    }
    const bad = await answer({ institution: { contactEmail: 'nobody', contactPhone: 'x' } });
    expect(bad.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual([
      'institution.contactEmail',
      'institution.contactPhone',
    ]);
    const mainShareholders = [{ name: '启明控股', share: 60 }];
    const { status, body } = await answer({ institution, mainShareholders });
    expect([status, body.title, body.stage]).toEqual([200, institution.name, 'PRELIM_REVIEW']);
    expect(body.forms[0].data).toMatchObject({
      institution: { ...institution, creditCode: CODES.provider, region: 'SH/PUDONG' },
      mainShareholders,
    });
    expect(body.forms[1].data.institution.name).toBe('上海启明企业服务有限公司');
    expect((await reviewer.get(`/api/cases?q=${encodeURIComponent('（集团）')}`)).body.items).toHaveLength(1);
    // Who is to be reached stands in the records of the form alone.
    const { items } = (await manager.get(`/api/cases/${caseId}/timeline?limit=200`)).body;
    for (const word of ['王五', '55667799', '启明控股']) expect(JSON.stringify(items)).not.toContain(word);
  });

  it('SH-STORE-04.5 takes a part of it and leaves the rest, and asks for something at least', async () => {
    await returned();
    expect((await answer({ institution: {} })).body.errors).toMatchObject([{ field: 'note' }]);
    const { body } = await answer({ institution: { contactPhone: '021-55667799' } });
    expect(body.forms[0].data.institution).toMatchObject({ contactName: '张三', contactPhone: '021-55667799' });
    expect(body.title).toBe('上海启明企业服务有限公司');
  });
});

describe('POST /api/cases/{id}/actions/{name}', () => {
  it('XC-05.1 answers with the case as it now stands, or with what is wrong', async () => {
    const url = `/api/cases/${caseId}/actions`;
    const done = await reviewer.post(`${url}/recordCreditCheck`, {
      result: 'CLEAR',
      source: '信用中国',
      checkedOn: '2025-09-26',
    });
    expect([done.status, done.body.revision]).toEqual([200, 2]);
    const reasonless = await reviewer.post(`${url}/rejectApplication`, {});
    expect([reasonless.status, reasonless.body.errors.map(({ field }: { field: string }) => field)]).toEqual([
      422,
      ['reason'],
    ]);
    const unknownField = await reviewer.post(`${url}/rejectApplication`, { reason: '不符', force: true });
    expect(unknownField.body.errors).toEqual([
      { field: 'force', message: { zh: '没有这一项，请删除。', en: 'is not known here; remove it' } },
    ]);
    const early = await reviewer.post(`${url}/passInterview`, {});
    expect([early.status, early.body.code, early.body.facts.stage]).toEqual([409, 'NOT_NOW', 'PRELIM_REVIEW']);
    const incomplete = await reviewer.post(`${url}/passPreliminaryReview`, {
      interview: { at: '2025-10-15T14:00:00+08:00', place: '302 室' },
    });
    expect([incomplete.status, incomplete.body.code]).toEqual([409, 'STEP_MISSING']);
    expect((await reviewer.post(`${url}/fly`, {})).status).toBe(404);
    expect((await reviewer.post(`${url}/constructor`, {})).status).toBe(404);
    expect((await reviewer.post(`${url}/noticeFailed`, { noticeId: 'x', template: 'y' })).status).toBe(403);
  });

  it('says that a closed case is closed', async () => {
    const closed = await provider.post(`/api/cases/${caseId}/actions/withdraw`);
    expect(closed.body).toMatchObject({
      stage: 'WITHDRAWN',
      outcome: 'WITHDRAWN',
      actions: [{ name: 'correctContact' }],
      deadlines: [],
      tasks: [],
    });
    const again = await provider.post(`/api/cases/${caseId}/actions/withdraw`);
    expect([again.status, again.body.code]).toEqual([409, 'CASE_CLOSED']);
  });

  it('one of two deciders at once succeeds', async () => {
    const second = await api.as('reviewer2');
    const answers = await Promise.all(
      [reviewer, second].map((caller) =>
        caller.post(`/api/cases/${caseId}/actions/rejectApplication`, { reason: '不符合条件' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await api.database.timelineEvent.count({ where: { caseId, type: 'APPLICATION_REJECTED' } })).toBe(1);
  });
});

describe('the timeline', () => {
  it('XC-05.3 lists every line with actor, clause and what became of its notices, page by page', async () => {
    await reviewer.post(`/api/cases/${caseId}/actions/requestSupplement`, { items: ['审计报告'], reason: '缺页' });
    await api.database.notice.updateMany({
      where: { template: 'supplementRequested' },
      data: { status: 'SENT', sentAt: new Date('2025-09-26T02:00:05Z') },
    });
    const all = (await manager.get(`/api/cases/${caseId}/timeline?limit=200`)).body.items as {
      seq: number;
      type: string;
    }[];
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
    const paged: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: { body: { items: { seq: number }[]; nextCursor: string | null } } = await manager.get(
        `/api/cases/${caseId}/timeline?limit=3${cursor && `&cursor=${cursor}`}`,
      );
      paged.push(...body.items.map(({ seq }) => seq));
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(all.map(({ seq }) => seq));
    const requested = all.find(({ type }) => type === 'SUPPLEMENT_REQUESTED');
    expect(requested).toMatchObject({
      actor: { kind: 'person', id: 'demo-reviewer', name: '李审核' },
      clause: 'SH-STORE 二.2',
      detail: { reason: '缺页' },
    });
    const notice = all.filter(({ type }) => type === 'NOTICE_PLANNED').at(-1);
    expect(notice).toMatchObject({
      // To the account of the institution and to the contact of its form.
      notices: Array(2).fill({
        template: 'supplementRequested',
        status: 'SENT',
        sentAt: '2025-09-26T10:00:05.000+08:00',
      }),
    });
    expect(requested).toMatchObject({ title: { zh: expect.stringMatching(/^已退回补正：.+。理由：缺页$/) } });
    // What the database alone knows of the sending is shown on the line that planned it.
    expect(notice).toMatchObject({ noticeStates: [{ status: 'SENT', count: 2 }] });
    const descending = (await manager.get(`/api/cases/${caseId}/timeline?order=desc&limit=2`)).body;
    expect(descending.items[0].seq).toBe(all.length);
    // The parts by themselves: each line in one of them, and none twice.
    const partOf = async (show: string) =>
      (await manager.get(`/api/cases/${caseId}/timeline?limit=200&show=${show}`)).body.items as typeof all;
    const [people, system, notices] = [await partOf('people'), await partOf('system'), await partOf('notices')];
    expect(people.map(({ type }) => type)).toContain('SUPPLEMENT_REQUESTED');
    expect(notices.map(({ type }) => type)).toContain('NOTICE_PLANNED');
    expect(system.some(({ type }) => type.startsWith('NOTICE_'))).toBe(false);
    expect([...people, ...system, ...notices].map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
      all.map(({ seq }) => seq),
    );
  });

  it('XC-03.1 shows the deadlines ahead and what each will do, reminders first', async () => {
    await reviewer.post(`/api/cases/${caseId}/actions/requestSupplement`, { items: ['审计报告'], reason: '缺页' });
    const { body } = await provider.get(`/api/cases/${caseId}/timeline`);
    const ahead = body.ahead as { at: string; kind: string; does: { zh: string } }[];
    expect(ahead.map(({ at, kind }) => `${at} ${kind}`)).toEqual([
      '2025-10-14T09:00:00.000+08:00 REMINDER',
      '2025-10-16T09:00:00.000+08:00 REMINDER',
      '2025-10-17T00:00:00.000+08:00 DEADLINE',
    ]);
    expect(ahead.at(-1)?.does.zh).toContain('申请终止');
  });

  it('hides the inner working of the body from the institution', async () => {
    const types = async (caller: Caller) =>
      ((await caller.get(`/api/cases/${caseId}/timeline`)).body.items as { type: string }[]).map(({ type }) => type);
    expect(await types(manager)).toContain('TASK_OPENED');
    expect(await types(provider)).not.toContain('TASK_OPENED');
    expect((await provider.get(`/api/cases/${caseId}`)).body.tasks).toEqual([]);
    const lines = (await provider.get(`/api/cases/${caseId}/timeline`)).body.items as { actor: { name: unknown } }[];
    expect(lines.every(({ actor }) => actor.name === null)).toBe(true);
  });

  it('XC-05.3 is verified and exported with the head of its chain, and a changed line is found', async () => {
    const verdict = (await manager.get(`/api/cases/${caseId}/timeline/verify`)).body;
    expect(verdict).toMatchObject({ intact: true });
    const { body: bundle, headers } = await manager.get(`/api/cases/${caseId}/bundle?reason=check`);
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(bundle.chain.head).toBe(verdict.head);
    expect(bundle.case).toMatchObject({ id: caseId, openedAt: '2025-09-26T10:00:00.000+08:00' });
    expect(Object.keys(bundle.case)).toEqual(
      expect.arrayContaining(['timeline', 'notices', 'messages', 'forms', 'deadlines', 'tasks', 'state', 'opening']),
    );
    expect((await provider.get(`/api/cases/${caseId}/bundle?reason=check`)).status).toBe(403);
    // Only the owner of the tables can, by taking the guard away first.
    await api.database.$executeRaw`ALTER TABLE "TimelineEvent" DISABLE TRIGGER "TimelineEvent_append_only"`;
    await api.database
      .$executeRaw`UPDATE "TimelineEvent" SET "title" = '{"zh":"改","en":"changed"}' WHERE "caseId" = ${caseId} AND "seq" = 2`;
    expect((await manager.get(`/api/cases/${caseId}/timeline/verify`)).body).toMatchObject({
      intact: false,
      brokenAt: 2,
    });
  });

  it('XC-05.3 cannot be changed by the API’s role', async () => {
    await expect(
      api.context.database.$executeRaw`UPDATE "TimelineEvent" SET "type" = 'X' WHERE "caseId" = ${caseId}`,
    ).rejects.toThrow(/permission denied/);
    await expect(api.context.database.$executeRaw`DELETE FROM "TimelineEvent"`).rejects.toThrow(/permission denied/);
    await expect(api.context.database.$executeRaw`UPDATE "Case" SET "stage" = 'X'`).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('tasks', () => {
  const taskId = () => encodeURIComponent(`${caseId}:preliminaryReview:1`);

  it('SH-STORE-01.17 put institutions with an award first, then the oldest', async () => {
    const second = await api.as('provider2');
    api.setNow('2025-09-26T15:00:00+08:00');
    const { body } = await second.post(
      '/api/applications',
      await application(second, CODES.provider2, {
        figures: figures({ awards: [{ level: 'DISTRICT', name: '区优秀服务机构' }] }),
      }),
    );
    const { items } = (await reviewer.get('/api/tasks')).body;
    expect(items.map((task: { caseId: string; priority: number }) => [task.caseId, task.priority])).toEqual([
      [body.caseId, 1],
      [caseId, 0],
    ]);
    const first = (await reviewer.get('/api/tasks?limit=1')).body;
    const rest = (await reviewer.get(`/api/tasks?limit=1&cursor=${first.nextCursor}`)).body;
    expect([first.items[0].caseId, rest.items[0].caseId, rest.nextCursor]).toEqual([body.caseId, caseId, null]);
  });

  it('are taken by one, given back, and assigned by a manager to who may do them', async () => {
    expect((await reviewer.post(`/api/tasks/${taskId()}/claim`)).body).toMatchObject({
      assigneeId: 'demo-reviewer',
      title: { zh: '线上初审' },
    });
    const second = await api.as('reviewer2');
    const taken = await second.post(`/api/tasks/${taskId()}/claim`);
    expect([taken.status, taken.body.code]).toEqual([409, 'TASK_OF_ANOTHER']);
    expect((await second.get('/api/tasks')).body.items).toEqual([]);
    expect((await second.get('/api/tasks?view=all')).body.items).toHaveLength(1);
    expect((await reviewer.get('/api/tasks?view=mine')).body.items).toHaveLength(1);
    expect((await reviewer.get('/api/tasks?view=unclaimed')).body.items).toEqual([]);
    expect((await second.post(`/api/cases/${caseId}/actions/rejectApplication`, { reason: '不符' })).body.code).toBe(
      'TASK_OF_ANOTHER',
    );
    expect((await reviewer.post(`/api/tasks/${taskId()}/release`)).body.assigneeId).toBeNull();
    for (const to of ['demo-manager', 'demo-district', 'demo-provider', 'nobody']) {
      expect((await manager.post(`/api/tasks/${taskId()}/assign`, { to })).status, to).toBe(422);
    }
    expect((await manager.post(`/api/tasks/${taskId()}/assign`, { to: 'demo-reviewer2' })).body.assigneeId).toBe(
      'demo-reviewer2',
    );
    expect((await reviewer.post(`/api/tasks/${taskId()}/assign`, { to: 'demo-reviewer' })).status).toBe(403);
    expect((await manager.post(`/api/tasks/nothing/claim`)).status).toBe(404);
  });

  it('XC-05.1 that are closed are closed: their ids do not reach a later one of the same name', async () => {
    const act = async (caller: Caller, action: string, input: unknown) =>
      expect((await caller.post(`/api/cases/${caseId}/actions/${action}`, input)).status).toBe(200);
    await act(reviewer, 'requestSupplement', { items: ['审计报告'], reason: '缺少审计报告' });
    for (const call of ['claim', 'release']) {
      const { status, body } = await reviewer.post(`/api/tasks/${taskId()}/${call}`);
      expect([status, body.code, body.facts.openTaskId]).toEqual([409, 'NOT_NOW', undefined]);
    }
    await act(provider, 'answerSupplement', { note: '已补充' });
    const later = `${caseId}:preliminaryReview:2`;
    const claimed = await reviewer.post(`/api/tasks/${taskId()}/claim`);
    expect([claimed.status, claimed.body.code, claimed.body.facts.openTaskId]).toEqual([409, 'NOT_NOW', later]);
    const assigned = await manager.post(`/api/tasks/${taskId()}/assign`, { to: 'demo-reviewer2' });
    expect([assigned.status, assigned.body.code]).toEqual([409, 'NOT_NOW']);
    // Whoever asked before the first was closed, and is heard after the second was opened, is refused by the case itself.
    const late = await reviewer.post(`/api/cases/${caseId}/actions/claimTask`, { task: 'preliminaryReview', entry: 1 });
    expect([late.status, late.body.code, late.body.facts.open]).toEqual([409, 'NOT_NOW', 2]);
    expect((await api.database.task.findUniqueOrThrow({ where: { id: later } })).assigneeId).toBeNull();
    expect((await reviewer.post(`/api/tasks/${encodeURIComponent(later)}/claim`)).body).toMatchObject({
      id: later,
      assigneeId: 'demo-reviewer',
    });
  });

  it('A-08 are overdue or not, those without a day too', async () => {
    const ids = async (path: string, caller = manager) =>
      ((await caller.get(path)).body.items as { id: string }[]).map(({ id }) => id);
    await api.database.task.updateMany({ where: { caseId }, data: { dueAt: null } });
    await api.database.case.update({ where: { id: caseId }, data: { dueAt: null } });
    expect(await ids('/api/tasks?view=all&overdue=true')).toEqual([]);
    expect(await ids('/api/tasks?view=all&overdue=false')).toEqual([`${caseId}:preliminaryReview:1`]);
    expect(await ids('/api/cases?overdue=true')).toEqual([]);
    expect(await ids('/api/cases?overdue=false')).toEqual([caseId]);
    expect(await ids('/api/cases?overdue=false', reviewer)).toEqual([caseId]);
  });
});
