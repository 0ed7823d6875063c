/** The files of a case: what each is, from whom and for what, and who is told. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { docx, DOCX } from './testing/office-samples.ts';
import { application, CODES, PDF, uploaded } from './testing/samples.ts';

const NOW = '2025-09-01T10:00:00.000+08:00';
const LATER = '2025-09-02T10:00:00.000+08:00';

let databases: TestDatabases;
let api: TestApi;
let caseId: string;
let filed: { readonly licence: string; readonly creditScreenshot: string };

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: NOW });
  const provider = await api.as('provider');
  const body = await application(provider, CODES.provider);
  filed = body['files'] as typeof filed;
  caseId = (await provider.post('/api/applications', body)).body.caseId;
});
afterAll(() => databases.stop());

const filesFor = async (account: string) => (await api.as(account)).get(`/api/cases/${caseId}/files`);

describe('the files of a case', () => {
  it('XC-05.3 are told to who handles it with size, hash, from whom and for what', async () => {
    const { status, body } = await filesFor('reviewer');
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([filed.licence, filed.creditScreenshot]);
    expect(body.items[0]).toEqual({
      ...{ id: filed.licence, name: '营业执照.pdf', mediaType: 'application/pdf', bytes: PDF.length, inPlace: true },
      sha256: createHash('sha256').update(PDF).digest('hex'),
      uploadedAt: NOW,
      uploadedBy: { id: 'demo-provider', name: expect.stringMatching(/./) },
      uses: [{ at: NOW, title: { zh: '营业执照扫描件（第 1 版）', en: 'Scan of the business licence (version 1)' } }],
    });
    expect(body.items[1]).toMatchObject({ name: '信用中国.png', inPlace: true });
  });

  it('XC-05.5 are told to the applicant without the account that uploaded them, and to no other provider', async () => {
    const { body } = await filesFor('provider');
    expect(body.items.map(({ uploadedBy }: { uploadedBy: unknown }) => uploadedBy)).toEqual([null, null]);
    expect((await filesFor('provider2')).status).toBe(404);
  });

  it('XC-05.3 name the step that a file came with, and a file that no page shows in place', async () => {
    api.setNow(LATER);
    const [reviewer, provider] = await Promise.all([api.as('reviewer'), api.as('provider')]);
    await reviewer.post(`/api/cases/${caseId}/actions/requestSupplement`, { items: ['场地证明'], reason: '缺少' });
    const licence = await uploaded(provider, '新执照.docx', docx(), DOCX);
    const answer = await provider.post(`/api/cases/${caseId}/actions/answerSupplement`, {
      files: { licence },
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const { body } = await filesFor('reviewer');
    const last = body.items.at(-1);
    expect(last).toMatchObject({ id: licence, name: '新执照.docx', inPlace: false });
    expect(last.uses.length).toBeGreaterThan(0);
    for (const { at, title } of last.uses) {
      expect(at).toBe(LATER);
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(title.zh).not.toMatch(/premises|answerSupplement/);
    }
  });
});
