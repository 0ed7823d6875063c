import { expect, it } from 'vitest';
import { NOTICE_SAMPLES, sampleInterview } from '../../test/support/notice-samples.ts';
import type { NoticeData, NoticeTemplate } from '../../rules/notices.ts';
import type { Locale } from '../../rules/text.ts';
import { citation } from './regulations.ts';
import { renderNotice, type RenderedNotice } from './render-notice.ts';

const locales: readonly Locale[] = ['zh-CN', 'en'];
const templates = Object.keys(NOTICE_SAMPLES) as NoticeTemplate[];

function render<T extends NoticeTemplate>(
  template: T,
  locale: Locale,
  data: NoticeData<T> = NOTICE_SAMPLES[template],
  recipientName = '李晓',
): Promise<RenderedNotice> {
  return renderNotice({
    template,
    locale,
    data,
    recipientName,
    recipientEmail: 'li.xiao@example.org',
    baseUrl: 'https://anjuan.example.org/',
    sender: { name: '案卷', address: 'notices@example.org' },
  });
}

/** The words a reader of the HTML sees, in one line. */
function visible(html: string): string {
  const body = html.slice(html.indexOf('<h1'));
  return body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

it.each(templates.flatMap((template) => locales.map((locale) => [template, locale] as const)))(
  'XC-04.4 renders %s in %s with institution, case number, link and service line',
  async (template, locale) => {
    const mail = await render(template, locale);
    const sample = NOTICE_SAMPLES[template];
    expect(mail.html).toContain(`lang="${locale}"`);
    expect(mail.html).toContain('href="https://anjuan.example.org/cases/SQ-2025-000127"');
    for (const words of [visible(mail.html), mail.text]) {
      expect(words).toContain('案卷');
      expect(words).toContain(sample.institution);
      expect(words).toContain(sample.caseId);
      expect(words).toContain('https://anjuan.example.org/cases/SQ-2025-000127');
      expect(words).not.toMatch(/undefined|null|NaN|\[object/);
    }
    expect(mail.text).toContain(locale === 'en' ? 'service message' : '服务通知');
    expect(mail.subject).toContain(sample.institution);
    expect(mail.subject).not.toMatch(/undefined|null|NaN|\[object|[\r\n]/);
    for (const deadline of sample.deadlines ?? []) {
      const side = locale === 'en' ? 'en' : 'zh';
      expect(visible(mail.html)).toContain(deadline.words[side]);
      expect(mail.text).toContain(deadline.words[side]);
      expect(mail.text).toContain(citation(deadline.clause, locale));
    }
  },
);

it.each(templates)('the two languages of %s have the same parts', async (template) => {
  const [zh, en] = await Promise.all(locales.map((locale) => render(template, locale)));
  const parts = (html = '') => [...html.matchAll(/<(h1|h2|ul|li|table|tr|p)\b/g)].map(([, tag]) => tag);
  expect(parts(zh?.html)).toEqual(parts(en?.html));
});

it('XC-03.2 the reminder of 2025-09-30 states deadline, zone, days left, consequence and clause in both languages', async () => {
  const zh = await render('deadlineReminder', 'zh-CN');
  expect(zh.subject).toContain('2025-10-10 24:00');
  expect(zh.text).toContain('完成店铺装修和产品上架');
  expect(zh.text).toMatch(/2025年10月10日 24:00.*UTC\+8/);
  expect(zh.text).toContain('还剩 2 个工作日');
  expect(zh.text).toMatch(/逾期后果：做整顿处理\s+依据：《上海市企业服务云店铺管理办法（试行）》四\.3/);
  const en = await render('deadlineReminder', 'en');
  expect(en.subject).toContain('2025-10-10 24:00');
  expect(en.text).toContain('finish the decoration and list products');
  expect(en.text).toContain('24:00 on Friday 10 October 2025 (UTC+8)');
  expect(en.text).toContain('2 working days left');
  expect(en.text).toContain('If it is missed: rectification');
  for (const mail of [zh, en]) expect(mail.text).toContain('https://anjuan.example.org/cases/SQ-2025-000127');
});

it('XC-03.2 says on the last day that it is the last, and one day in the singular', async () => {
  const sample = NOTICE_SAMPLES.deadlineReminder;
  const [deadline] = sample.deadlines ?? [];
  if (!deadline) throw new Error('The sample needs a deadline.');
  const at = async (plannedAt: string, workingDaysLeft: number) =>
    (await render('deadlineReminder', 'en', { ...sample, plannedAt, deadlines: [{ ...deadline, workingDaysLeft }] }))
      .text;
  expect(await at('2025-10-10T09:00:00.000+08:00', 0)).toContain('Today is the last day');
  expect(await at('2025-10-09T09:00:00.000+08:00', 1)).toContain('1 working day left');
  expect(await at('2025-10-08T09:00:00.000+08:00', 0)).toContain('No working day is left before it');
});

it('XC-02.2 a provisional deadline is shown as provisional', async () => {
  expect((await render('invitation', 'zh-CN')).text).toContain('为暂定期限');
  expect((await render('invitation', 'en')).text).toContain('it is provisional');
});

it('SH-STORE-04.3 the interview notice has time, place, requirements, originals and commitment letter', async () => {
  for (const locale of locales) {
    const { text } = await render('interviewNotice', locale);
    expect(text).toContain('14:00');
    expect(text).toContain(sampleInterview.place);
    expect(text).toContain('《承诺书》');
    expect(text).toContain('请提前 15 分钟到场登记');
    expect(text).toContain(locale === 'en' ? 'Business licence' : '营业执照原件');
    expect(text).toContain(citation('SH-STORE 二.3', locale));
  }
});

it('SH-STORE-04.4 a rejection gives the reasons and says that no bar follows', async () => {
  const zh = await render('preliminaryRejected', 'zh-CN');
  expect(zh.text).toContain('专职人员 8 人，不足 10 人');
  expect(zh.text).toContain('不产生不受理期');
  expect((await render('preliminaryRejected', 'en')).text).toContain('No bar follows');
});

it('SH-STORE-05.8 the no-show notice shows 2025-08-30 to 2026-02-28 and the first day to apply again', async () => {
  const zh = await render('noShowBar', 'zh-CN');
  expect(zh.text).toContain('2025-08-30 至 2026-02-28');
  expect(zh.text).toContain('2025年8月30日起至2026年2月28日止');
  expect(zh.text).toContain('2026年3月1日');
  const en = await render('noShowBar', 'en');
  expect(en.text).toContain('2025-08-30 to 2026-02-28');
  expect(en.text).toContain('from Saturday 30 August 2025 to Saturday 28 February 2026');
  expect(en.text).toContain('Sunday 1 March 2026');
  expect(zh.text).toContain('《上海市企业服务云店铺管理办法（试行）》二.3');
  expect(en.text).toContain(citation('SH-STORE 二.3', 'en'));
});

it('SH-STORE-06.8 the opening notice states both dates and both consequences', async () => {
  const { text } = await render('storeOpened', 'zh-CN');
  expect(text).toMatch(/2025年10月10日 24:00[\s\S]*做整顿处理\s+依据：《上海市企业服务云店铺管理办法（试行）》四\.3/);
  expect(text).toMatch(
    /2025年10月23日 24:00[\s\S]*清退[\s\S]*依据：《上海市企业服务云店铺管理办法（试行）》四\.5\(1\)/,
  );
  expect(text).toContain('2025年11月26日 24:00');
});

it('SH-STORE-07.13 progress shows the three figures and what is missing', async () => {
  const zh = await render('trialProgress', 'zh-CN');
  expect(zh.text).toMatch(/店铺积分\s+1500 分\s+超过 1500 分\s+还差 1 分/);
  expect(zh.text).toMatch(/订单量\s+99 个\s+不少于 100 个\s+还差 1 个/);
  expect(zh.text).toMatch(/产品数量\s+12 个\s+不少于 10 个\s+已达标/);
  const en = await render('trialProgress', 'en');
  expect(en.text).toMatch(/Points\s+1500\s+more than 1500\s+1 missing/);
  expect(en.text).toContain('Not met: points (1 missing), orders (1 missing).');
});

it('SH-STORE-07.11 a failed trial ended with the 24:00 of its last day', async () => {
  expect((await render('trialFailed', 'zh-CN')).text).toMatch(/试运行期满\s+2025年11月26日 24:00（北京时间 UTC\+8）/);
  expect((await render('trialFailed', 'en')).text).toMatch(
    /Trial ended\s+24:00 on Wednesday 26 November 2025 \(UTC\+8\)/,
  );
});

it.each(['storeOpened', 'rectificationOpened', 'clearanceDetected', 'trialFailed', 'deadlineReminder'] as const)(
  'XC-04.4 %s names the regulation in its sentences; the short name stands in the footer alone',
  async (template) => {
    for (const locale of locales) {
      const { text } = await render(template, locale);
      const short = text.split('\n').filter((line) => line.includes('SH-STORE'));
      expect(short).toEqual([expect.stringMatching(/^(依据：|Legal basis: )SH-STORE /)]);
      expect(text.split('\n').some((line) => line.includes(citation('SH-STORE', locale)))).toBe(true);
    }
  },
);

it('SH-STORE-07.12 a reopened trial tells why, what is revoked and the corrected figures, and so does the result after it', async () => {
  const zh = await render('trialReopened', 'zh-CN');
  for (const words of ['转正的决定已经撤销', '经查实，20 分系虚假交易所得', '1481 分', '还差 20 分']) {
    expect(zh.text).toContain(words);
  }
  const en = await render('trialReopened', 'en');
  expect(en.text).toContain('The earlier decision to regularise the store is revoked');
  const { reopened } = NOTICE_SAMPLES.trialReopened;
  for (const template of ['trialFailed', 'trialRegularised'] as const) {
    const result = await render(template, 'zh-CN', { ...NOTICE_SAMPLES[template], reopened });
    expect(result.text).toContain('依据更正后的数据重新评定的结果');
    expect((await render(template, 'zh-CN')).text).not.toContain('重新评定');
  }
});

it('SH-STORE-07.13 the recommender reads of the start and the progress in words of its own, with the letter', async () => {
  const started = await render('recommendedTrialStarted', 'zh-CN');
  const progress = await render('recommendedTrialProgress', 'zh-CN');
  for (const { text } of [started, progress]) {
    expect(text).toContain('浦东新区科技和经济委员会推荐的上海浦江知识产权服务有限公司');
    expect(text).toContain('浦科经〔2025〕18号');
    expect(text).toContain('2025年11月26日 24:00');
  }
  expect(progress.text).toContain('未达标：店铺积分（还差 1 分）、订单量（还差 1 个）。');
});

it('XC-05.2 a detected ground asks a person to confirm or dismiss', async () => {
  expect((await render('clearanceDetected', 'zh-CN')).text).toContain('须由审核人员确认或者排除');
  expect((await render('clearanceDetected', 'en')).text).toContain('A person must confirm or dismiss it');
});

it('XC-02.3 a moved deadline shows the old date, the new one and why', async () => {
  const { text } = await render('deadlineMoved', 'zh-CN');
  expect(text).toMatch(/原期限\s+2026年2月27日/);
  expect(text).toMatch(/新期限\s+2026年2月28日/);
  expect(text).toContain('国务院办公厅调整放假安排');
});

it('shows words of people as text, never as markup, and keeps them out of the headers', async () => {
  const attack = '<script>alert(1)</script>';
  const sample = NOTICE_SAMPLES.preliminaryRejected;
  const mail = await render(
    'preliminaryRejected',
    'zh-CN',
    {
      ...sample,
      institution: `${attack}\r\nBcc: other@example.org`,
      reasons: [attack, '<img src=x onerror=alert(1)>'],
    },
    attack,
  );
  expect(mail.html).not.toContain('<script');
  expect(mail.html).not.toContain('<img');
  expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.text).toContain('<img src=x onerror=alert(1)>');
});

it('the same data gives the same mail', async () => {
  expect(await render('interviewNotice', 'zh-CN')).toEqual(await render('interviewNotice', 'zh-CN'));
});
