/** Letters of a case over HTTP: who reads them, and that nobody records one that is not there yet (SH-STORE-11.2, XC-05.5). */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODES } from './testing/samples.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;
const ID = 'clr-letters';
const KEY = 'clearanceNotice:1';
const content = Buffer.from('%PDF-1.7 a letter');
const sha256 = createHash('sha256').update(content).digest('hex');

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-10-24T10:00:00+08:00' });
  const at = new Date('2025-10-24T02:00:00Z');
  const place = { bodyId: 'sh-centre', region: 'SH' };
  await api.database.case.create({
    data: {
      ...{ id: ID, number: '沪企服清退〔2025〕1号', kind: 'clearance', regime: 'SH_STORE', stage: 'NOTICE_ISSUED' },
      ...{ subject: CODES.provider, title: '上海示范技术服务有限公司', ...place, opening: {}, openedAt: at },
      ...{ ruleVersion: 1, calendarVersion: 1 },
      parties: {
        create: [
          { name: 'provider', party: CODES.provider },
          { name: 'follower', party: CODES.provider2, follows: true },
        ],
      },
      bodies: { create: [place] },
    },
  });
  for (const key of [KEY, 'clearanceNotice:2']) {
    const party = key === KEY ? CODES.provider : CODES.other;
    await api.database.notice.create({
      data: {
        ...{ id: `ntc-${key}`, caseId: ID, key: `${key}:x:LETTER`, request: key, template: 'clearanceNotice' },
        ...{ audience: { party, roles: ['provider'] }, channel: 'LETTER', status: 'TO_DISPATCH', locale: 'zh-CN' },
        ...{ recipientName: '某', recipientEmail: 'a@example.org', data: {}, plannedAt: at },
      },
    });
    const serial = Number(key.slice(-1));
    await api.database.letter.create({
      data: {
        ...{ id: `ltr-${serial}`, caseId: ID, key, template: 'clearanceNotice', number: `沪企服函〔2025〕${serial}号` },
        ...{ bodyId: 'sh-centre', year: '2025', serial, issuedOn: '2025-10-24', pages: {}, madeAt: at },
        files: {
          create: ['zh-CN', 'en'].map((locale) => ({
            ...{ locale, content, size: content.length, sha256, pageCount: 2, seal: 'NONE', setAt: at },
          })),
        },
      },
    });
  }
});
afterAll(() => databases.stop());

const path = `/api/cases/${ID}/letters/${encodeURIComponent(KEY)}`;

describe('a letter', () => {
  it('SH-STORE-11.2 is listed with number, date, pages and hash, and downloaded by its number in either language', async () => {
    const reviewer = await api.as('reviewer');
    const { body: seen } = await reviewer.get(`/api/cases/${ID}`);
    expect(seen.letters).toMatchObject([
      {
        ...{ key: KEY, number: '沪企服函〔2025〕1号', issuedOn: '2025-10-24' },
        title: { zh: '店铺清退告知函' },
        files: [{ locale: 'zh-CN', sha256, pageCount: 2, seal: 'NONE', size: content.length }, { locale: 'en' }],
      },
      { key: 'clearanceNotice:2' },
    ]);
    const { status, headers, body } = await reviewer.get(path);
    expect(status).toBe(200);
    expect(body).toBe(content.toString());
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="ltr-1.pdf"; filename*=UTF-8''${encodeURIComponent('沪企服函〔2025〕1号.pdf')}`,
    );
    expect(headers.get('digest')).toBe(`sha-256=${Buffer.from(sha256, 'hex').toString('base64')}`);
    const english = await reviewer.get(`${path}?lang=en`);
    expect(english.headers.get('content-disposition')).toContain('English%20translation');
    expect((await reviewer.get(`${path}?lang=fr`)).status).toBe(422);
    expect((await reviewer.get(`/api/cases/${ID}/letters/none`)).status).toBe(404);
    expect((await reviewer.get(`/api/cases/clr-none/letters/none`)).status).toBe(404);
  });

  it('XC-05.3 a letter is shown within our own pages if asked for', async () => {
    const { headers } = await (await api.as('reviewer')).get(`${path}?inline=true&lang=en`);
    expect(headers.get('content-disposition')).toMatch(/^inline; filename="ltr-1\.pdf"/);
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  });

  it.each([
    ['manager', 200],
    ['admin', 200],
    ['provider', 200],
    ['provider2', 404],
    ['consumer', 404],
    ['window', 403],
  ] as const)('XC-05.5 the letter to a party is answered to %s with %i', async (account, status) => {
    expect((await (await api.as(account)).get(path)).status).toBe(status);
  });

  it('XC-05.5 a party reads the letters to it and not those to another, and nobody reads without an account', async () => {
    const provider = await api.as('provider');
    const { body: seen } = await provider.get(`/api/cases/${ID}`);
    expect(seen.letters.map(({ key }: { key: string }) => key)).toEqual([KEY]);
    expect((await provider.get(`/api/cases/${ID}/letters/clearanceNotice:2`)).status).toBe(404);
    expect((await api.anyone.get(path)).status).toBe(401);
  });

  it('SH-STORE-11.2 cannot be recorded as sent while it is being made', async () => {
    const reviewer = await api.as('reviewer');
    const notice = { where: { id: `ntc-${KEY}` } };
    await api.database.notice.update({ ...notice, data: { status: 'SENDING' } });
    const answer = await reviewer.post(`/api/cases/${ID}/actions/recordLetter`, { letter: KEY, status: 'DISPATCHED' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'NOT_NOW' } });
    expect(JSON.stringify(answer.body)).toContain('告知函正在制作');
    expect(await api.database.notice.findUniqueOrThrow(notice)).toMatchObject({ status: 'SENDING' });
    await api.database.notice.update({ ...notice, data: { status: 'TO_DISPATCH' } });
  });
});
