/** Letters of notices on their way through the outbox: numbered, set and kept, each once (SH-STORE-11.2, XC-04.2). */
import { createHash } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { type MailServer } from '../../test/support/mail-server.ts';
import { CASE_ID, planNotice, type FreshDatabase } from '../../test/support/notice-database.ts';
import { noticePost } from '../../test/support/notice-post.ts';
import { type RunningSender } from '../../test/support/notice-sender.ts';
import { pdfPages } from '../../test/support/pdf-text.ts';
import { sampleOf } from '../notices/sample-notices.ts';
import { text } from '../../rules/text.ts';
import { issuersOf } from '../notices/issuers.ts';
import type { NoticeDeps } from '../notices/deliver-notices.ts';
import { verifyChain } from '../timeline.ts';
import { LetterFault } from './letter-fault.ts';
import { retryFailedLetters } from './letter-means.ts';
import { createLetterSetter, type LetterSetter } from './letter-setter.ts';
import type { LetterMeans } from './make-letter.ts';
import { numberedLetter } from './number-letter.ts';
import { SealFault } from './sealer.ts';

const setter = createLetterSetter(undefined);
afterAll(() => setter.close());
const plain: LetterMeans = { setter, sealer: undefined, head: 'red' };

const { databases, serve, send: sendWith } = noticePost();

function send(fresh: FreshDatabase, server: Pick<MailServer, 'url'>, more: Partial<NoticeDeps> = {}): RunningSender {
  return sendWith(fresh, server, { letters: plain, ...more });
}

/** A notice as a letter and as an e-mail, planned as a transition does. */
async function planBoth({ database }: FreshDatabase, request = 'clearanceNotice:1', locale = 'zh-CN') {
  const row = { request, locale };
  const letter = await planNotice(database, 'clearanceNotice', { ...row, channel: 'LETTER' });
  return { letter, email: await planNotice(database, 'clearanceNotice', row) };
}

async function reaches({ database }: FreshDatabase, id: string, status: string) {
  const row = () => database.notice.findUniqueOrThrow({ where: { id } });
  await expect.poll(async () => (await row()).status, { timeout: 20_000, interval: 20 }).toBe(status);
  return row();
}

function lettersIn({ database }: FreshDatabase) {
  return database.letter.findMany({ orderBy: { serial: 'asc' }, include: { files: { orderBy: { locale: 'desc' } } } });
}

async function madeLines({ database }: FreshDatabase) {
  const lines = await database.timelineEvent.findMany({ where: { caseId: CASE_ID }, orderBy: { seq: 'asc' } });
  const head = await database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  expect(verifyChain(lines, head)).toMatchObject({ intact: true });
  return lines.filter(({ type }) => type === 'LETTER_RENDERED');
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

it('SH-STORE-11.2 a notice that goes both ways is one numbered letter, kept as PDF, and its e-mail brings it along', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const { letter: id, email } = await planBoth(fresh);
  send(fresh, server);
  const row = await reaches(fresh, id, 'TO_DISPATCH');
  const sent = await reaches(fresh, email, 'SENT');

  const [letter, ...more] = await lettersIn(fresh);
  expect(more).toEqual([]);
  expect(letter).toMatchObject({
    number: '沪企服函〔2025〕1号',
    key: 'clearanceNotice:1',
    bodyId: 'sh-centre',
    serial: 1,
  });
  const [zh, en] = letter?.files ?? [];
  expect([zh?.locale, en?.locale]).toEqual(['zh-CN', 'en']);
  expect(zh?.sha256).toBe(sha256(zh?.content ?? Buffer.alloc(0)));
  const words = (await pdfPages(zh!.content)).flatMap(({ lines }) => lines.map(({ text: line }) => line)).join('');
  for (const part of ['沪企服函〔2025〕1号', '店铺清退告知函', '李晓：']) expect(words).toContain(part);

  // Both texts name it by its number.
  for (const told of [row.text, sent.text]) expect(told).toContain('文号：沪企服函〔2025〕1号');
  const [mail] = server.received;
  expect(mail?.mail.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
    ['沪企服函〔2025〕1号.pdf', 'application/pdf'],
  ]);
  expect(sha256(mail!.mail.attachments[0]!.content)).toBe(zh?.sha256);
  expect(mail?.mail.text).toContain('附件：沪企服函〔2025〕1号.pdf');

  expect(await madeLines(fresh)).toMatchObject([
    {
      title: { zh: '告知函已制作：店铺清退告知函（沪企服函〔2025〕1号）' },
      detail: {
        letter: 'clearanceNotice:1',
        number: '沪企服函〔2025〕1号',
        sha256: { 'zh-CN': zh?.sha256, en: en?.sha256 },
        seal: 'NONE',
      },
      requirement: 'SH-STORE-11.2',
      clause: 'SH-STORE 四.6',
    },
  ]);
  await expect(fresh.database.letter.updateMany({ data: { number: 'x' } })).rejects.toThrow(/never changed or removed/);
  await expect(fresh.database.letterFile.deleteMany()).rejects.toThrow(/never changed or removed/);
});

it('XC-04.4 a reader of English gets the letter in Chinese, which is authoritative, and its translation', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const { email } = await planBoth(fresh, 'clearanceNotice:1', 'en');
  send(fresh, server);
  await reaches(fresh, email, 'SENT');
  expect(server.received[0]?.mail.attachments.map(({ filename }) => filename)).toEqual([
    '沪企服函〔2025〕1号.pdf',
    '沪企服函〔2025〕1号 (English translation).pdf',
  ]);
});

it('SH-STORE-11.2 two workers at once leave no number out, give none twice and set each letter once', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const planned = [];
  for (let n = 1; n <= 8; n += 1) planned.push(await planBoth(fresh, `clearanceNotice:${n}`));
  const other = createLetterSetter(undefined);
  try {
    send(fresh, server);
    send(fresh, server, { letters: { ...plain, setter: other } });
    for (const { letter, email } of planned) {
      await reaches(fresh, letter, 'TO_DISPATCH');
      await reaches(fresh, email, 'SENT');
    }
    const letters = await lettersIn(fresh);
    expect(letters.map(({ serial }) => serial)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(letters.every(({ files }) => files.length === 2)).toBe(true);
    expect(await madeLines(fresh)).toHaveLength(8);
    // What was attached is what is kept.
    const kept = letters.map(({ files }) => files[0]?.sha256).sort();
    expect(server.received.map(({ mail }) => sha256(mail.attachments[0]!.content)).sort()).toEqual(kept);
  } finally {
    await other.close();
  }
});

it('SH-STORE-11.2 a worker that dies after the number was given, and one that fails to set it, cost no number', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const { letter: id } = await planBoth(fresh);
  const data = sampleOf('clearanceNotice', 'clearance');
  const means = { ...fresh, issuers: issuersOf(true), baseUrl: 'https://a.example.org', now: () => data.plannedAt };
  const notice = { caseId: CASE_ID, request: 'clearanceNotice:1', template: 'clearanceNotice', data };
  const first = await numberedLetter(means, notice, 'red');
  let failures = 2;
  const flaky: LetterSetter = {
    ...setter,
    set(page) {
      failures -= 1;
      if (failures >= 0) throw new LetterFault(text('排版失败', 'setting failed'), false);
      return setter.set(page);
    },
  };
  send(fresh, server, { letters: { ...plain, setter: flaky } });
  await reaches(fresh, id, 'TO_DISPATCH');
  const letters = await lettersIn(fresh);
  expect(letters.map(({ number }) => number)).toEqual([first.number]);
  // What was to be said when it was numbered is what it says.
  const words = (await pdfPages(letters[0]!.files[0]!.content)).flatMap(({ lines }) =>
    lines.map(({ text: line }) => line),
  );
  expect(words.join('')).toContain('https://a.example.org/cases/');
  expect(await madeLines(fresh)).toHaveLength(1);
});

it('XC-04.2 XC-04.3 a letter that lacks a character fails by itself, its e-mail goes, and with a font that has it it is made', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const lacking: LetterSetter = {
    ...setter,
    set: () => Promise.reject(new LetterFault(text('字体缺字 𠮷。', 'No font has 𠮷.'), true)),
  };
  const failed: string[] = [];
  const { letter: id, email } = await planBoth(fresh);
  const one = send(fresh, server, {
    letters: { ...plain, setter: lacking },
    onUndeliverable: ({ id: noticeId, lastError }) => {
      failed.push(`${noticeId} ${lastError}`);
      return Promise.resolve();
    },
  });
  await reaches(fresh, id, 'FAILED');
  await reaches(fresh, email, 'SENT');
  expect(failed).toEqual([expect.stringMatching(new RegExp(`^${id} .*𠮷`)) as string]);
  expect(server.received[0]?.mail.attachments).toEqual([]);
  expect(server.received[0]?.mail.text).toContain('文号：沪企服函〔2025〕1号');
  await one.stop();

  await retryFailedLetters(fresh.database);
  send(fresh, server);
  await reaches(fresh, id, 'TO_DISPATCH');
  expect((await lettersIn(fresh)).map(({ number, files }) => [number, files.length])).toEqual([
    ['沪企服函〔2025〕1号', 2],
  ]);
});

it('SH-STORE-11.2 a letter is made while the mail server is away', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const { url } = server;
  await server.close();
  send(fresh, { url }, { retry: { temporaryMs: [5], outageMs: 2_000, outageMaxMs: 2_000, unknownMs: 20 } });
  const first = await planNotice(fresh.database, 'setupDone');
  await expect
    .poll(async () => (await fresh.database.notice.findUniqueOrThrow({ where: { id: first } })).outages, {
      timeout: 20_000,
    })
    .toBeGreaterThan(0);
  const { letter: id, email } = await planBoth(fresh);
  await reaches(fresh, id, 'TO_DISPATCH');
  expect(await fresh.database.notice.findUniqueOrThrow({ where: { id: email } })).toMatchObject({ status: 'PLANNED' });
  expect((await lettersIn(fresh)).map(({ files }) => files.length)).toEqual([2]);
});

it.each([
  ['sealed', 'SEALED', null, '已加盖电子印章'],
  [
    'not sealed',
    'FAILED',
    '签章服务返回 503。 The seal service answered 503.',
    '未加盖电子印章，请加盖实体印章：签章服务返回 503。',
  ],
] as const)(
  'SH-STORE-11.2 a letter that the service has %s is kept as it is, and its line says so',
  async (_what, seal, fault, says) => {
    const fresh = await databases.fresh();
    const server = await serve();
    const sealer = {
      seal({ pdf }: { pdf: Uint8Array }) {
        if (seal === 'FAILED') throw new SealFault('签章服务返回 503。', 'The seal service answered 503.');
        return Promise.resolve(Buffer.concat([pdf, Buffer.from('\n%sealed')]));
      },
    };
    const { letter: id } = await planBoth(fresh);
    send(fresh, server, { letters: { ...plain, sealer } });
    await reaches(fresh, id, 'TO_DISPATCH');
    const [zh, en] = (await lettersIn(fresh))[0]?.files ?? [];
    expect([zh?.seal, zh?.sealFault, en?.seal]).toEqual([seal, fault, 'NONE']);
    expect(Buffer.from(zh!.content).toString('latin1').endsWith('%sealed')).toBe(seal === 'SEALED');
    const [line] = await madeLines(fresh);
    expect((line?.title as { zh: string }).zh).toContain(says);
  },
);
