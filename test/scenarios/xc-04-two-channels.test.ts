/** A clearance that a person confirms or dismisses, and its notice by letter and by e-mail (XC-04.2, XC-05.2). */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { noticesOf, openTwoStores, reportAll, settled, timelineOf, type OpenedStore } from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf, relatedId } from '../support/cases.ts';
import { startMailServer, type MailServer } from '../support/mail-server.ts';
import { pdfPages } from '../support/pdf-text.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
let server: MailServer;
let cleared: OpenedStore;
let spared: OpenedStore;
let clearanceId: string;

beforeAll(async () => {
  server = await startMailServer({
    onContent: ({ subject }) => (subject?.includes('店铺清退告知函') ? 550 : 'accept'),
  });
  stack = await startTestStack({ startAt: '2025-09-22T09:00:00+08:00', environment: { SMTP_URL: server.url } });
  [cleared, spared] = await openTwoStores(stack, '2025-09-26T10:00:00+08:00');
  await stack.advanceTo('2025-10-24T00:00:00+08:00');
  clearanceId = await relatedId(stack, cleared.setupId, 'clearance');
});
afterAll(async () => {
  await stack.stop();
  await server.close();
});

async function tasksOf(caseId: string): Promise<string[]> {
  const { items } = await (await stack.as('reviewer')).get(`/api/tasks?caseId=${caseId}&view=all`);
  return items.map(({ name }: { name: string }) => name).sort();
}

it('XC-05.2 a dismissed ground leaves the store as it is, and set-up and rectification go on to their end', async () => {
  const reviewer = await stack.as('reviewer');
  const dismissedId = await relatedId(stack, spared.setupId, 'clearance');
  const rectificationId = await relatedId(stack, spared.setupId, 'rectification');
  expect(await refusalOf(reviewer.act(dismissedId, 'dismissGround', {}))).toMatchObject({ status: 422 });
  expect(
    await refusalOf((await stack.as('provider2')).act(dismissedId, 'dismissGround', { reason: '不' })),
  ).toMatchObject({
    status: 403,
  });
  await reviewer.act(dismissedId, 'dismissGround', { reason: '平台上架审核故障所致' });
  await caseWhen(stack, spared.setupId, { stage: 'SETUP_LATE_RECTIFICATION' });
  await caseWhen(stack, rectificationId, { stage: 'NOTIFIED' });
  await reportAll(stack, spared.storeId, [
    { type: 'DECORATION_PUBLISHED' },
    { type: 'PRODUCT_LISTED', productId: `p-${spared.storeId.slice(-6)}` },
  ]);
  await caseWhen(stack, spared.setupId, { outcome: 'SETUP_DONE' });
  await caseWhen(stack, rectificationId, { stage: 'SUBMITTED_FOR_CHECK' });
  await reviewer.act(rectificationId, 'releaseRectification');
  expect(await reviewer.get(`/api/stores/${spared.storeId}`)).toMatchObject({ status: 'NORMAL' });
  const told = server.received.filter(({ mail }) => mail.subject?.includes('清退情形不成立'));
  expect(told.map(({ to }) => to)).toEqual([['provider2@demo.anjuan.test']]);
  expect(told[0]?.mail.text).toContain('平台上架审核故障所致');
});

it('XC-04.2 SH-STORE-11.2 the letter delivered and the e-mail bounced, the duty stays partly open and somebody is to mend it', async () => {
  const reviewer = await stack.as('reviewer');
  await reviewer.act(clearanceId, 'confirmGround', { reason: '至今未装修、未上架' });
  await (await stack.as('manager')).act(clearanceId, 'countersign', {});
  await caseWhen(stack, cleared.setupId, { outcome: 'SETUP_CLEARED' });
  await caseWhen(stack, await relatedId(stack, cleared.setupId, 'rectification'), {
    outcome: 'ESCALATED_TO_CLEARANCE',
  });
  const channels = async () =>
    Object.fromEntries(
      (await noticesOf(stack, clearanceId, 'clearanceNotice')).map(({ channel, status }) => [channel, status]),
    );
  await vi.waitFor(async () => expect(await channels()).toEqual({ EMAIL: 'FAILED', LETTER: 'TO_DISPATCH' }), 20_000);
  await vi.waitFor(async () => expect(await tasksOf(clearanceId)).toEqual(['reachRecipient', 'sendLetter']), 20_000);

  const letter = 'clearanceNotice:1';
  await reviewer.act(clearanceId, 'recordLetter', { letter, status: 'DISPATCHED', number: 'XA123456789CN' });
  await reviewer.act(clearanceId, 'recordLetter', { letter, status: 'DELIVERED' });
  expect(await channels()).toEqual({ EMAIL: 'FAILED', LETTER: 'DELIVERED' });
  expect(await tasksOf(clearanceId)).toEqual(['reachRecipient']);
  expect(await caseOf(stack, clearanceId)).toMatchObject({
    duties: [
      {
        template: 'clearanceNotice',
        status: 'PARTLY_DONE',
        channels: [
          { channel: 'EMAIL', status: 'FAILED' },
          { channel: 'LETTER', status: 'DELIVERED' },
        ],
      },
    ],
  });
  const recorded = (await timelineOf(stack, clearanceId)).filter(({ type }) => type === 'LETTER_RECORDED');
  expect(recorded.map(({ detail }) => detail?.['status'])).toEqual(['DISPATCHED', 'DELIVERED']);
  // The record of the dispatch names the letter by its number.
  expect(recorded[0]?.title.zh).toContain('店铺清退告知函（沪企服函〔2025〕1号）；已寄出；邮件编号：XA123456789CN');
});

it('SH-STORE-11.2 the letter is a numbered PDF, which the centre and the store download, with its hash on the timeline', async () => {
  const { letters } = await caseOf(stack, clearanceId);
  expect(letters).toMatchObject([
    {
      key: 'clearanceNotice:1',
      number: '沪企服函〔2025〕1号',
      issuedOn: '2025-10-24',
      files: [{ locale: 'zh-CN' }, { locale: 'en' }],
    },
  ]);
  const download = async (account: string, lang = 'zh-CN') => {
    const { token } = await stack.as(account);
    const response = await fetch(`${stack.baseUrl}/api/cases/${clearanceId}/letters/clearanceNotice:1?lang=${lang}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    return { status: response.status, pdf: new Uint8Array(await response.arrayBuffer()) };
  };
  const [ofCentre, ofStore, ofOther] = await Promise.all(
    ['reviewer', 'provider', 'provider2'].map((who) => download(who)),
  );
  expect([ofCentre?.status, ofStore?.status, ofOther?.status]).toEqual([200, 200, 404]);
  expect(ofStore?.pdf).toEqual(ofCentre?.pdf);
  const sha256 = createHash('sha256').update(ofCentre!.pdf).digest('hex');
  const made = (await timelineOf(stack, clearanceId)).filter(({ type }) => type === 'LETTER_RENDERED');
  expect(made.map(({ detail }) => detail)).toMatchObject([
    { letter: 'clearanceNotice:1', number: '沪企服函〔2025〕1号', sha256: { 'zh-CN': sha256 } },
  ]);
  const wordsOf = async (pdf: Uint8Array) =>
    (await pdfPages(pdf)).flatMap(({ lines }) => lines.map(({ text }) => text)).join('');
  const words = await wordsOf(ofCentre!.pdf);
  for (const said of [
    '沪企服函〔2025〕1号',
    '《办法》四.5(1)',
    '《办法》四.6',
    '至今未装修、未上架',
    '上海市中小企业发展服务中心2025年10月24日',
  ])
    expect(words).toContain(said);
  expect(await wordsOf((await download('provider', 'en')).pdf)).toContain('Translation for information');
});

it('SH-STORE-11.2 the e-mail says the same and brings the letter along', async () => {
  const mail = server.received.find(({ mail: { subject } }) => subject?.includes('店铺清退告知函'))?.mail;
  expect(mail?.text).toContain('文号：沪企服函〔2025〕1号');
  expect(mail?.attachments.map(({ filename }) => filename)).toEqual(['沪企服函〔2025〕1号.pdf']);
  const [kept] = await stack.database.letterFile.findMany({ where: { locale: 'zh-CN' } });
  expect(mail?.attachments[0]?.content.equals(Buffer.from(kept!.content))).toBe(true);
});

it('XC-04.1 what is to be posted is kept as it was rendered, ready for printing', async () => {
  const reviewer = await stack.as('reviewer');
  const letter = (await noticesOf(stack, clearanceId, 'clearanceNotice')).find(({ channel }) => channel === 'LETTER');
  const { html, text } = await reviewer.get(`/api/notices/${letter?.id}`);
  for (const words of [
    '新店铺超过15个工作日未完成首次店铺装修及产品上架',
    '至今未装修、未上架',
    '一年内不再受理开店申请',
    '《办法》四.6',
    '对本通知有异议的，可以向上海市中小企业发展服务中心（电话 021-88000001）提出',
  ]) {
    expect(html).toContain(words);
    expect(text).toContain(words);
  }
  expect(text).toContain('文号：沪企服函〔2025〕1号\n');
  // Signed with body and day, and nothing to click.
  expect(text.replace(/\n+/g, '\n')).toMatch(/上海市中小企业发展服务中心\n\d{4}年\d{1,2}月\d{1,2}日/);
  expect(text).not.toMatch(/您好|本邮件/);
  await settled(stack);
});
