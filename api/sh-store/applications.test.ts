import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TRAINING_PASSWORD } from '../../prisma/seed.ts';
import { Caller, type Exchange } from '../testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { application, CODES, figures, PNG, uploaded } from '../testing/samples.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
});

// Each test begins without applications, on 1 September 2025.
beforeEach(async () => {
  api = await databases.api();
});

afterEach(() => api.stop());

afterAll(() => databases.stop());

const fieldsOf = ({ body }: Exchange) => (body.errors as { field: string }[]).map(({ field }) => field);

async function file(as = 'provider', changes: Record<string, unknown> = {}): Promise<Exchange> {
  const caller = await api.as(as);
  return caller.post('/api/applications', await application(caller, CODES[as as 'provider'], changes));
}

describe('POST /api/applications', () => {
  it('opens a case that has done its first step when the answer comes', async () => {
    const { status, body, headers } = await file();
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/cases/${body.caseId}`);
    const { body: opened } = await (await api.as('provider')).get(`/api/cases/${body.caseId}`);
    expect(opened).toMatchObject({
      kind: 'storeApplication',
      regime: 'SH_STORE',
      stage: 'PRELIM_REVIEW',
      subject: CODES.provider,
      revision: 1,
      ruleVersion: 1,
    });
    expect(opened.forms[0]).toMatchObject({
      version: 1,
      data: { institution: { contactName: '张三' }, figures: { revenue: 8_000_000 } },
    });
    expect(opened.extras.eligibility.overall).toBe('ELIGIBLE');
  });

  it('SH-STORE-03.1 tells a personal-level account to upgrade', async () => {
    await api.database.user.update({ where: { id: 'demo-provider' }, data: { level: 'PERSONAL' } });
    const { status, body } = await file();
    expect([status, body.code]).toEqual([403, 'ENTERPRISE_LEVEL_REQUIRED']);
    expect(body.detail).toMatch(/升级/);
  });

  it('SH-STORE-03.2 SH-STORE-03.5 names the missing licence and screenshot', async () => {
    expect(fieldsOf(await file('provider', { files: {} }))).toEqual(['files.creditScreenshot', 'files.licence']);
  });

  it('SH-STORE-03.2 asks a law firm for its practice licence', async () => {
    const lawFirm = figures({ orgType: 'LAW_FIRM', legalPerson: false });
    expect(fieldsOf(await file('provider', { figures: lawFirm }))).toEqual(['files.practiceLicence']);
    const caller = await api.as('provider');
    const body = await application(caller, CODES.provider, { figures: lawFirm });
    // In place of the business licence, which it has not got.
    const { creditScreenshot } = body['files'] as Record<string, string>;
    const files = { creditScreenshot, practiceLicence: await uploaded(caller, '执业许可证.pdf') };
    const company = { ...body, figures: figures(), files };
    expect(fieldsOf(await caller.post('/api/applications', company))).toEqual(['files.licence']);
    expect((await caller.post('/api/applications', { ...body, files })).status).toBe(201);
  });

  it('SH-STORE-03.3 states a qualification by its file alone, whatever is ticked', async () => {
    const caller = await api.as('provider');
    const ticked = figures({ hasQualification: true, abilityText: null });
    const bare = await caller.post('/api/applications', await application(caller, CODES.provider, { figures: ticked }));
    const { body: without } = await caller.get(`/api/cases/${bare.body.caseId}`);
    const qualification = ({ extras: { eligibility } }: any) =>
      eligibility.items.find(({ key }: { key: string }) => key === 'qualification');
    expect(qualification(without)).toMatchObject({ status: 'NOT_MET', found: { zh: '未提供资质，也未说明能力' } });
    expect(without.forms[0].data.figures.hasQualification).toBe(false);
    await caller.post(`/api/cases/${bare.body.caseId}/actions/withdraw`, {});
    const body = await application(caller, CODES.provider, { figures: figures({ hasQualification: false }) });
    const files = { ...(body['files'] as object), qualifications: [await uploaded(caller, '资质证书.pdf')] };
    const filed = await caller.post('/api/applications', { ...body, files });
    const { body: seen } = await caller.get(`/api/cases/${filed.body.caseId}`);
    expect(qualification(seen)).toMatchObject({ status: 'NEEDS_JUDGEMENT', found: { zh: '已提供资质文件' } });
  });

  it('SH-STORE-03.3 takes an application without industry qualifications', async () => {
    expect(
      (await file('provider', { figures: figures({ hasQualification: false, abilityText: '十年服务经验' }) })).status,
    ).toBe(201);
  });

  it('SH-STORE-03.4 asks for the most recent fiscal year', async () => {
    const answer = await file('provider', { figures: figures({ fiscalYear: 2023 }) });
    expect(fieldsOf(answer)).toEqual(['figures.fiscalYear']);
    expect(answer.body.errors[0].message.zh).toContain('2024');
  });

  it('SH-STORE-01.11 asks for the equipment', async () => {
    expect(fieldsOf(await file('provider', { figures: figures({ equipment: '  ' }) }))).toEqual(['figures.equipment']);
  });

  it('names every fault of the form at once, and unknown fields', async () => {
    const answer = await file('provider', {
      institution: {
        creditCode: '91310115MA1K3AB127',
        name: '',
        region: 'BJ',
        contactName: '张',
        contactPhone: 'x',
        contactEmail: 'y',
        isAdmin: true,
      },
      figures: { ...figures(), revenue: -1 },
      extra: 1,
    });
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual(
      expect.arrayContaining([
        'institution.creditCode',
        'institution.name',
        'institution.region',
        'institution.contactPhone',
        'institution.contactEmail',
        'institution.isAdmin',
        'figures.revenue',
        'extra',
      ]),
    );
  });

  it('SH-STORE-03.6 SH-STORE-03.8 refuses while a bar runs, whatever the account, and says the first admissible day', async () => {
    await api.database.bar.create({
      data: {
        id: 'bar-1',
        regime: 'SH_STORE',
        party: CODES.provider,
        ground: 'NO_SHOW',
        clause: 'SH-STORE 二.3',
        firstDay: '2025-08-30',
        lastDay: '2026-02-28',
        firm: true,
        caseId: 'app-old',
        createdAt: new Date(),
      },
    });
    api.setNow('2026-02-28T23:59:59+08:00');
    const current = { figures: figures({ fiscalYear: 2025 }) };
    const refused = await file('provider', current);
    expect([refused.status, refused.body.code, refused.body.facts.firstAdmissibleDay]).toEqual([
      409,
      'BARRED',
      '2026-03-01',
    ]);
    const admin = await api.as('admin');
    await admin.post('/api/accounts', {
      name: '新账户',
      email: 'second@example.org',
      password: TRAINING_PASSWORD,
      offices: [{ role: 'provider' }],
      level: 'ENTERPRISE',
    });
    const second = await Caller.signIn(api.baseUrl, 'second@example.org');
    expect((await second.post('/api/applications', await application(second, CODES.provider, current))).body.code).toBe(
      'BARRED',
    );
    api.setNow('2026-03-01T00:00:00+08:00');
    expect((await file('provider', current)).status).toBe(201);
  });

  it('XC-05.4 accepts again once a manager has lifted a bar that holds in principle, and the override is with the case', async () => {
    const { body: first } = await file();
    await (await api.as('provider')).post(`/api/cases/${first.caseId}/actions/withdraw`, {});
    await api.database.bar.create({
      data: {
        id: 'bar-2',
        regime: 'SH_STORE',
        party: CODES.provider,
        ground: 'CLEARANCE',
        clause: 'SH-STORE 四.6',
        firstDay: '2025-08-30',
        lastDay: '2026-10-24',
        firm: false,
        caseId: first.caseId,
        createdAt: new Date(),
      },
    });
    const manager = await api.as('manager');
    const offered = async () =>
      (await manager.get(`/api/cases/${first.caseId}`)).body.actions.map(({ name }: { name: string }) => name);
    expect(await offered()).toEqual(['liftBar']);
    expect(fieldsOf(await manager.post('/api/bars/bar-2/lift', {}))).toEqual(['reason']);
    const lifted = await manager.post('/api/bars/bar-2/lift', { reason: '已消除影响' });
    expect(lifted.body).toMatchObject({ running: false, liftReason: '已消除影响', liftedById: 'demo-manager' });
    expect((await manager.post('/api/bars/bar-2/lift', { reason: '再次' })).body.code).toBe('ALREADY_DONE');
    expect(await offered()).toEqual([]);
    const { body: timeline } = await manager.get(`/api/cases/${first.caseId}/timeline`);
    const lifts = timeline.items.filter(({ type }: { type: string }) => type === 'BAR_LIFTED');
    expect(lifts).toMatchObject([{ actor: { id: 'demo-manager' }, detail: { barId: 'bar-2', reason: '已消除影响' } }]);
    expect((await manager.get(`/api/cases/${first.caseId}/timeline/verify`)).body.intact).toBe(true);
    expect((await file()).status).toBe(201);
  });

  it('XC-05.4 offers no override of a firm bar', async () => {
    const { body } = await file();
    await api.database.bar.create({
      data: {
        id: 'bar-3',
        regime: 'SH_STORE',
        party: CODES.provider2,
        ground: 'NO_SHOW',
        clause: 'SH-STORE 二.3',
        firstDay: '2025-08-30',
        lastDay: '2026-02-28',
        firm: true,
        caseId: body.caseId,
        createdAt: new Date(),
      },
    });
    expect((await (await api.as('manager')).post('/api/bars/bar-3/lift', { reason: '求情' })).status).toBe(403);
  });

  it('SH-STORE-03.7 answers a second application with the id of the first', async () => {
    const first = await file();
    const second = await file();
    expect([second.status, second.body.code, second.body.facts.caseId]).toEqual([
      409,
      'ALREADY_OPEN',
      first.body.caseId,
    ]);
  });

  it('SH-STORE-03.7 lets one of many at the same moment through', async () => {
    const caller = await api.as('provider');
    const body = await application(caller, CODES.provider);
    const answers = await Promise.all(Array.from({ length: 6 }, () => caller.post('/api/applications', body)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409]);
    const opened = answers.find(({ status }) => status === 201)?.body.caseId;
    for (const { status, body: problem } of answers) if (status === 409) expect(problem.facts.caseId).toBe(opened);
    expect(await api.database.case.count()).toBe(1);
    expect(await api.database.form.count()).toBe(1);
  });

  it('SH-STORE-03.7 is held by the database too', async () => {
    const { body } = await file();
    const row = await api.database.case.findUniqueOrThrow({ where: { id: body.caseId } });
    const { opening, ...rest } = row;
    const twin = { ...rest, id: 'app-twin', number: '店申又一号' };
    await expect(
      api.database.case.create({ data: { ...twin, opening: opening as object, state: {} } }),
    ).rejects.toThrow(/Unique constraint/);
  });

  it('XC-05.5 files for the own institution alone, and binds an account without one to it', async () => {
    const caller = await api.as('provider');
    const stranger = await caller.post('/api/applications', await application(caller, CODES.other));
    expect([stranger.status, stranger.body.code, ...fieldsOf(stranger)]).toEqual([
      403,
      'OUT_OF_SCOPE',
      'institution.creditCode',
    ]);
    await api.setOffices('provider', { role: 'provider' });
    const taken = await caller.post('/api/applications', await application(caller, CODES.provider2));
    expect([taken.status, taken.body.code]).toEqual([403, 'OUT_OF_SCOPE']);
    const { status, body } = await caller.post('/api/applications', await application(caller, CODES.other));
    expect(status).toBe(201);
    expect((await caller.get(`/api/cases/${body.caseId}`)).status).toBe(200);
    expect((await caller.get('/api/me')).body.offices).toEqual([{ role: 'provider', party: CODES.other }]);
  });

  describe('an account without an institution', () => {
    const unbound = async (email = 'stranger@example.org') => {
      const admin = await api.as('admin');
      const account = {
        name: '新账户',
        email,
        password: TRAINING_PASSWORD,
        offices: [{ role: 'provider' }],
        level: 'ENTERPRISE',
      };
      const { body } = await admin.post('/api/accounts', account);
      return { id: body.id as string, caller: await Caller.signIn(api.baseUrl, email) };
    };
    const fileAs = async (caller: Caller, code: string = CODES.other) =>
      caller.post('/api/applications', await application(caller, code));
    const recommended = async (creditCode: string) => {
      const district = await api.as('district');
      const { status } = await district.post('/api/recommendations', {
        creditCode,
        department: '浦东新区科经委',
        documentNumber: '21号',
        fileId: await uploaded(district, '推荐函.pdf'),
        reason: '成长性好',
      });
      expect(status).toBe(201);
    };
    const refused = { status: 403, body: { code: 'OUT_OF_SCOPE' } };

    it('XC-05.5 is not bound to an institution that has a case, whoever has an account of it now', async () => {
      const { body } = await file('provider');
      await (await api.as('provider')).post(`/api/cases/${body.caseId}/actions/withdraw`, {});
      const { id, caller } = await unbound();
      // A disabled account is an account, and without any the cases are still the institution's.
      await api.database.user.update({ where: { id: 'demo-provider' }, data: { disabledAt: new Date() } });
      expect(await fileAs(caller, CODES.provider)).toMatchObject(refused);
      await api.setOffices('provider', { role: 'provider' });
      const answer = await fileAs(caller, CODES.provider);
      expect(answer).toMatchObject(refused);
      expect(answer.body.detail).toContain('管理员');
      expect((await caller.get('/api/cases')).body.items).toEqual([]);
      expect((await caller.get(`/api/cases/${body.caseId}`)).status).toBe(404);
      // An administrator knows who it is and binds it.
      const admin = await api.as('admin');
      const bound = { offices: [{ role: 'provider', party: CODES.provider }] };
      expect((await admin.patch(`/api/accounts/${id}`, bound)).status).toBe(200);
      expect((await fileAs(caller, CODES.provider)).status).toBe(201);
    });

    it('XC-05.5 is not bound to an institution that was recommended, nor shown its letters', async () => {
      await recommended(CODES.other);
      const { caller } = await unbound();
      expect(await fileAs(caller)).toMatchObject(refused);
      const { body } = await caller.post('/api/applications/check', {
        creditCode: CODES.other,
        figures: figures({ revenue: 3_000_000, contribution: '承办专场' }),
      });
      expect(JSON.stringify(body)).not.toContain('21号');
      expect(body.routes.find(({ route }: { route: string }) => route === 'TRIAL')).toMatchObject({ offered: false });
    });

    it('SH-STORE-02.3 is bound to the institution whose invitation went to its address', async () => {
      const reviewer = await api.as('reviewer');
      const { body: invited } = await reviewer.post('/api/invitations', {
        institution: {
          creditCode: CODES.other,
          name: '上海新锐技术服务有限公司',
          region: 'SH/PUDONG',
          contactName: '李四',
          contactEmail: 'Invited@Example.org',
        },
        reasons: ['POTENTIAL'],
      });
      await recommended(CODES.other);
      const { caller: stranger } = await unbound();
      expect(await fileAs(stranger)).toMatchObject(refused);
      const { caller } = await unbound('invited@example.org');
      const body = await application(caller, CODES.other, { route: 'INVITED', invitationId: invited.caseId });
      expect((await caller.post('/api/applications', body)).status).toBe(201);
    });
  });

  it('takes no file of another account', async () => {
    const foreign = await uploaded(await api.as('provider2'));
    const body = await application(await api.as('provider'), CODES.provider);
    const files = { ...(body['files'] as object), licence: foreign };
    expect(fieldsOf(await (await api.as('provider')).post('/api/applications', { ...body, files }))).toEqual([
      'files.licence',
    ]);
  });

  it('SH-STORE-07.1 SH-STORE-07.3 takes a trial with a contribution and a letter of a department alone', async () => {
    const lacking = { revenue: 3_000_000 };
    expect(fieldsOf(await file('provider', { route: 'TRIAL', figures: figures(lacking) }))).toEqual([
      'figures.contribution',
    ]);
    const described = { route: 'TRIAL', figures: figures({ ...lacking, contribution: '承办专场三十余场' }) };
    const unrecommended = await file('provider', described);
    expect([unrecommended.status, unrecommended.body.code]).toEqual([409, 'ROUTE_NOT_OFFERED']);
    const district = await api.as('district');
    const letter = {
      creditCode: CODES.provider,
      department: '某街道办事处',
      documentNumber: '1号',
      fileId: await uploaded(district, '推荐函.pdf'),
      reason: '成长性好',
    };
    expect((await district.post('/api/recommendations', { ...letter, level: 'STREET' })).status).toBe(201);
    expect((await file('provider', described)).body.code).toBe('ROUTE_NOT_OFFERED');
    const proper = await district.post('/api/recommendations', {
      ...letter,
      department: '浦东新区科经委',
      documentNumber: '2号',
    });
    expect(proper.body).toMatchObject({ level: 'DISTRICT', recommenderId: 'demo-district' });
    expect((await district.post('/api/recommendations', { ...letter, documentNumber: '2号' })).body.code).toBe(
      'ALREADY_DONE',
    );
    expect(
      (await district.post('/api/recommendations', { ...letter, documentNumber: '3号', level: 'MUNICIPAL' })).status,
    ).toBe(403);
    const { status, body } = await file('provider', described);
    expect(status).toBe(201);
    // Who recommended follows the case, sees no contact person, and another department does not see it at all.
    const seen = await district.get(`/api/cases/${body.caseId}`);
    expect(seen.status).toBe(200);
    expect(seen.body.forms[0].data.institution).toEqual({
      creditCode: CODES.provider,
      name: '上海启明企业服务有限公司',
      region: 'SH/PUDONG',
    });
    expect(seen.body.facts).toBeNull();
    expect((await (await api.as('authority')).get(`/api/cases/${body.caseId}`)).status).toBe(403);
    expect((await district.get('/api/cases')).body.items).toHaveLength(1);
    expect((await (await api.as('authority')).get('/api/cases')).body.items).toHaveLength(0);
  });

  it('SH-STORE-07.1 takes no trial of an institution whose figures lack nothing, and keeps the letter for the review', async () => {
    const district = await api.as('district');
    const { body: letter } = await district.post('/api/recommendations', {
      creditCode: CODES.provider,
      department: '浦东新区科经委',
      documentNumber: '31号',
      fileId: await uploaded(district, '推荐函.pdf'),
      reason: '成长性好',
    });
    const met = await file('provider', { route: 'TRIAL', figures: figures({ contribution: '承办专场三十余场' }) });
    expect([met.status, met.body.code, met.body.facts.checks[0].id]).toEqual([
      409,
      'ROUTE_NOT_OFFERED',
      'SH-STORE-02.2',
    ]);
    const { body } = await file('provider');
    const { opening } = await api.database.case.findUniqueOrThrow({ where: { id: body.caseId } });
    expect(opening).toMatchObject({
      route: 'STANDARD',
      recommendation: null,
      onFile: { id: letter.id, recommenderId: 'demo-district', receivedAt: letter.createdAt },
    });
    // As long as it does not rest on the letter it is no business of who wrote it.
    expect((await district.get(`/api/cases/${body.caseId}`)).status).toBe(403);
  });

  it('SH-STORE-02.3 SH-STORE-02.4 rests an application on an open invitation of the institution', async () => {
    const reviewer = await api.as('reviewer');
    const institution = {
      creditCode: CODES.provider,
      name: '上海启明企业服务有限公司',
      region: 'SH/PUDONG',
      contactName: '张三',
      contactEmail: 'zhang.san@example.org',
    };
    const invited = await reviewer.post('/api/invitations', { institution, reasons: ['LEADERSHIP', 'REPUTATION'] });
    expect(invited.status).toBe(201);
    expect((await reviewer.post('/api/invitations', { institution, reasons: ['LEADERSHIP'] })).body.code).toBe(
      'ALREADY_OPEN',
    );
    const { body: invitation } = await reviewer.get(`/api/cases/${invited.body.caseId}`);
    expect(invitation.deadlines[0]).toMatchObject({ name: 'acceptance', lastDay: '2025-10-09' });
    expect(fieldsOf(await file('provider', { route: 'INVITED' }))).toEqual(['invitationId']);
    expect(fieldsOf(await file('provider2', { route: 'INVITED', invitationId: invited.body.caseId }))).toEqual([
      'invitationId',
    ]);
    const filed = await file('provider', { route: 'INVITED', invitationId: invited.body.caseId });
    expect(filed.status).toBe(201);
    const row = await api.database.case.findUniqueOrThrow({ where: { id: filed.body.caseId } });
    expect(row.opening).toMatchObject({
      route: 'INVITED',
      invitation: { caseId: invited.body.caseId, invitedOn: '2025-09-01', lastDay: '2025-10-09' },
    });
  });

  it('SH-STORE-02.4 tells the invited what the inviter writes, in the language that was asked for or that is known', async () => {
    const reviewer = await api.as('reviewer');
    const institution = {
      creditCode: CODES.provider2,
      name: '上海致远知识产权代理有限公司',
      region: 'SH/PUDONG',
      contactName: 'Zhang San',
      contactEmail: 'zhang.san@example.org',
    };
    const invite = async (creditCode: string, more: object) => {
      const body = { institution: { ...institution, creditCode }, reasons: ['POTENTIAL'], ...more };
      const { body: invited } = await reviewer.post('/api/invitations', body);
      return api.database.notice.findFirstOrThrow({ where: { caseId: invited.caseId, template: 'invitation' } });
    };
    expect(await invite(CODES.provider2, { locale: 'en', note: 'Please come and see us.' })).toMatchObject({
      locale: 'en',
      recipientEmail: 'zhang.san@example.org',
      data: { note: 'Please come and see us.', inviter: { en: 'Shanghai SME Development Service Centre' } },
    });
    const account = await api.database.user.findFirstOrThrow({
      where: { offices: { some: { party: CODES.provider } } },
    });
    await api.database.user.update({ where: { id: account.id }, data: { locale: 'en' } });
    expect((await invite(CODES.provider, {})).locale).toBe('en');
    await api.database.user.update({ where: { id: account.id }, data: { locale: 'zh-CN' } });
  });

  it('puts no name and no contact into what the workflow is opened with', async () => {
    const { body } = await file();
    const { opening } = await api.database.case.findUniqueOrThrow({ where: { id: body.caseId } });
    expect(JSON.stringify(opening)).not.toMatch(/张三|zhang\.san|55667788|启明/);
  });

  it('keeps the case when the engine is away: the relay starts it later', async () => {
    api.gateway.isReady = false;
    const { status, body } = await file();
    expect(status).toBe(201);
    expect(await api.database.case.findUnique({ where: { id: body.caseId } })).toMatchObject({ revision: 0 });
    const seen = await (await api.as('provider')).get(`/api/cases/${body.caseId}`);
    expect(seen.body).toMatchObject({ revision: 0, actions: [], deadlines: [], extras: {} });
  });

  it('throws the draft away that was filed', async () => {
    const caller = await api.as('provider');
    const draft = await caller.post('/api/drafts', { kind: 'storeApplication', data: { institution: { name: '半' } } });
    expect(draft.status).toBe(201);
    expect((await caller.put(`/api/drafts/${draft.body.id}`, { data: { a: [1, { b: null }] } })).body.data).toEqual({
      a: [1, { b: null }],
    });
    expect((await (await api.as('provider2')).get(`/api/drafts/${draft.body.id}`)).status).toBe(404);
    expect((await caller.put(`/api/drafts/${draft.body.id}`, { data: { a: 'x'.repeat(70_000) } })).status).toBe(422);
    await file('provider', { draftId: draft.body.id });
    expect((await caller.get('/api/drafts')).body.items).toEqual([]);
  });
});

describe('an account that acts for several', () => {
  it('is asked for which department it recommends, and the one it names follows the case', async () => {
    const pudong = { role: 'district', bodyId: 'sh-pudong', region: 'SH/PUDONG' } as const;
    const commission = { role: 'authority', bodyId: 'sh-commission', region: 'SH' } as const;
    await api.setOffices('district', pudong, commission);
    const district = await api.as('district');
    const letter = { creditCode: CODES.provider, department: '某部门', documentNumber: '31号', reason: '成长性好' };
    const sent = { ...letter, fileId: await uploaded(district, '推荐函.pdf') };
    const unclear = await district.post('/api/recommendations', sent);
    expect([unclear.status, ...fieldsOf(unclear)]).toEqual([422, 'for']);
    expect(unclear.body.facts.choices).toEqual(['unit:sh-commission', 'unit:sh-pudong']);
    const wrong = await district.post('/api/recommendations', { ...sent, for: 'unit:sh-centre' });
    expect([wrong.status, ...fieldsOf(wrong)]).toEqual([422, 'for']);
    const clear = await district.post('/api/recommendations', { ...sent, for: 'unit:sh-commission' });
    expect([clear.status, clear.body.level, clear.body.bodyId]).toEqual([201, 'MUNICIPAL', 'sh-commission']);
    // Whoever works there follows it, and not only who wrote it.
    const { body } = await file('provider', { recommendationId: clear.body.id });
    const seen = await (await api.as('authority')).get(`/api/cases/${body.caseId}`);
    expect([seen.status, seen.body.facts, seen.body.actions]).toEqual([200, null, []]);
    const lines = (await (await api.as('authority')).get(`/api/cases/${body.caseId}/timeline`)).body.items;
    expect(lines.every(({ detail }: { detail: unknown }) => detail === null)).toBe(true);
    await api.setOffices('district', pudong);
    expect((await district.get(`/api/cases/${body.caseId}`)).status).toBe(403);
  });

  it('is asked for which institution figures are checked, and files for each of them', async () => {
    const offices = [CODES.provider, CODES.other].map((party) => ({ role: 'provider', party }) as const);
    await api.setOffices('provider', ...offices);
    const caller = await api.as('provider');
    const unclear = await caller.post('/api/applications/check', { figures: figures() });
    expect([unclear.status, ...fieldsOf(unclear)]).toEqual([422, 'creditCode']);
    expect(unclear.body.facts.choices).toEqual([CODES.other, CODES.provider].sort());
    const named = { figures: figures(), creditCode: CODES.other };
    expect((await caller.post('/api/applications/check', named)).status).toBe(200);
    for (const { party } of offices)
      expect((await caller.post('/api/applications', await application(caller, party))).status).toBe(201);
    expect((await caller.get('/api/cases')).body.items).toHaveLength(2);
    const third = await caller.post('/api/applications', await application(caller, CODES.provider2));
    expect([third.status, third.body.code]).toEqual([403, 'OUT_OF_SCOPE']);
  });
});

describe('GET /api/applications/form', () => {
  interface Part {
    readonly $ref?: string;
    readonly $defs?: Readonly<Record<string, Part>>;
    readonly required?: readonly string[];
    readonly properties?: Readonly<Record<string, Part>>;
  }

  it('SH-STORE-03 names every part that filing asks for where it is missing', async () => {
    const caller = await api.as('provider');
    const { status, body } = await caller.get('/api/applications/form');
    expect(status).toBe(200);
    const root = body.schema as Part;
    const meant = (part: Part): Part => root.$defs?.[part.$ref?.split('/').at(-1) ?? ''] ?? part;
    const form = meant(root);
    const required = (form.required ?? []).flatMap((name) =>
      (meant(form.properties?.[name] ?? {}).required ?? []).map((part) => `${name}.${part}`),
    );
    const refused = await caller.post('/api/applications', { institution: {}, figures: {}, files: {} });
    expect(refused.status).toBe(422);
    expect(fieldsOf(refused)).toEqual(expect.arrayContaining(required));
    expect(required).toEqual(
      expect.arrayContaining(['institution.creditCode', 'figures.revenue', 'files.creditScreenshot']),
    );
  });

  it('is for providers, who alone can file one', async () => {
    const { status, body } = await (await api.as('consumer')).get('/api/applications/form');
    expect([status, body.code]).toEqual([403, 'NOT_ALLOWED']);
  });
});

describe('POST /api/applications/check', () => {
  it('SH-STORE-02.2 shows each item and offers the trial once a recommendation is on file', async () => {
    const caller = await api.as('provider');
    const body = { figures: figures({ revenue: 3_000_000, contribution: '承办专场' }) };
    const before = await caller.post('/api/applications/check', body);
    expect(before.body.eligibility).toMatchObject({ overall: 'TRIAL_CANDIDATE' });
    expect(before.body.eligibility.items.find(({ key }: { key: string }) => key === 'revenue').status).toBe('NOT_MET');
    const offered = (answer: Exchange) =>
      (answer.body.routes as { route: string; offered: boolean }[])
        .filter((offer) => offer.offered)
        .map(({ route }) => route);
    expect(offered(before)).toEqual([]);
    const district = await api.as('district');
    await district.post('/api/recommendations', {
      creditCode: CODES.provider,
      department: '浦东新区科经委',
      documentNumber: '9号',
      fileId: await uploaded(district, '函.png', PNG, 'image/png'),
      reason: '好',
    });
    expect(offered(await caller.post('/api/applications/check', body))).toEqual(['TRIAL']);
    expect(await api.database.case.count()).toBe(0);
  });
});
