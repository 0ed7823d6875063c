/** Every notice can be looked at by an administrator, as it is mailed (XC-04.4). */
import { afterAll, beforeAll, expect, it } from 'vitest';
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
