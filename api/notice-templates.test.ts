/** Every notice can be looked at by an administrator, as it is mailed (XC-04.4). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { application, CODES } from './testing/samples.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
});
afterAll(() => databases.stop());

it(
  'XC-04.4 lists every notice of every kind of case, and shows each in both languages',
  { timeout: 300_000 },
  async () => {
    const admin = await api.as('admin');
    const { items } = (await admin.get('/api/notice-templates')).body as {
      items: { kind: string; template: string }[];
    };
    const all = Object.values(api.context.contracts).flatMap(({ kind, notices }) =>
      Object.keys(notices).map((template) => `${kind} ${template}`),
    );
    expect(items.map(({ kind, template }) => `${kind} ${template}`)).toEqual(all);
    for (const { kind, template } of items) {
      const { status, body } = await admin.get(`/api/notice-templates/${kind}/${template}`);
      expect([kind, template, status]).toEqual([kind, template, 200]);
      for (const words of [body.subject, body.text])
        expect([kind, template, /\p{Script=Han}/u.test(words.zh), words.en.length > 0]).toEqual([
          kind,
          template,
          true,
          true,
        ]);
    }
  },
);

it('is for administrators, and knows no other notice', async () => {
  expect((await (await api.as('manager')).get('/api/notice-templates')).status).toBe(403);
  const admin = await api.as('admin');
  expect((await admin.get('/api/notice-templates/storeApplication/constructor')).status).toBe(404);
  expect((await admin.get('/api/notice-templates/constructor/receipt')).status).toBe(404);
});

const PATH = '/api/notice-templates/storeApplication/applicationReceived';
const ADDED = {
  zh: '窗口办公时间：工作日 9:00—17:00。',
  en: 'The counter is open on working days from 9:00 to 17:00.',
};

it('XC-04.4 shows a notice of a real case, by what was told in it or by a sample with what is of the case', async () => {
  const admin = await api.as('admin');
  const provider = await api.as('provider');
  const { caseId } = (await provider.post('/api/applications', await application(provider, CODES.provider))).body;
  const { number, title } = await api.database.case.findUniqueOrThrow({ where: { id: caseId } });
  const told = (await admin.get(`${PATH}?caseId=${caseId}`)).body;
  expect([told.from, told.bodyId]).toEqual(['NOTICE', 'sh-centre']);
  const other = `/api/notice-templates/storeApplication/interviewNotice?caseId=${encodeURIComponent(number)}`;
  const sampled = (await admin.get(other)).body;
  expect(sampled.from).toBe('CASE');
  for (const { text, html } of [told, sampled])
    for (const words of [text.zh, text.en, html.zh, html.en]) {
      expect(words).toContain(number);
      expect(words).toContain(title);
    }
  expect((await admin.get(`${PATH}?caseId=app-none`)).status).toBe(404);
  // A case of another kind has no such notice.
  expect((await admin.get(`/api/notice-templates/complaint/received?caseId=${caseId}`)).status).toBe(404);
});

it('XC-04.4 keeps every version of what a body adds, and shows the latest in its notices alone', async () => {
  const admin = await api.as('admin');
  const set = (text: object) => admin.put(`${PATH}/additions/sh-centre`, text);
  expect((await set(ADDED)).body).toMatchObject({ version: 1, text: ADDED });
  const second = { zh: '请到二楼窗口办理。\n电话预约。', en: 'Come to the second floor.\nCall before.' };
  expect((await set(second)).body).toMatchObject({ version: 2 });
  const { text, additions } = (await admin.get(PATH)).body;
  expect(additions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  expect(text.zh).toContain('请到二楼窗口办理。');
  expect(text.en).toContain('Call before.');
  expect(text.zh).not.toContain('办公时间');
  expect((await admin.get(`${PATH}?bodyId=sh-commission`)).body.text.zh).not.toContain('二楼');
  expect((await set({ zh: '', en: '' })).status).toBe(200);
  expect((await admin.get(PATH)).body.text.zh).not.toContain('二楼');
  expect((await set({ zh: '只有中文', en: '' })).body.errors).toMatchObject([{ field: 'en' }]);
  expect((await admin.put(`${PATH}/additions/nowhere`, ADDED)).status).toBe(404);
});

it('XC-04.4 mails a notice to who asks and to nobody else, marked as a test and of no case', async () => {
  const admin = await api.as('admin');
  const { status, body } = await admin.post(`${PATH}/test`, {});
  expect(status, JSON.stringify(body)).toBe(202);
  const row = await api.database.notice.findUniqueOrThrow({ where: { id: body.noticeId } });
  expect(row).toMatchObject({ caseId: null, channel: 'EMAIL', recipientId: 'demo-admin', status: 'PLANNED' });
  expect(row.data).toMatchObject({ test: true, caseKind: 'storeApplication' });
});

it('XC-04.4 shows the mail for a frame of our own, in which nothing runs; of a made-up case its link comes back', async () => {
  const admin = await api.as('admin');
  const at = '/api/notice-templates/storeApplication/supplementRequested';
  const answer = await fetch(`${api.baseUrl}${at}/mail?locale=en`, { headers: admin.headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain('sandbox allow-popups');
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).not.toContain('script');
  const html = await answer.text();
  expect(html).toContain('/admin/notices?kind=storeApplication&amp;template=supplementRequested');
  expect(html).not.toContain('target="_self"');
  expect((await (await api.as('reviewer')).get(`${at}/mail`)).status).toBe(403);
});
