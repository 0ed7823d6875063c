/** Every notice of every kind of case as a mail (XC-04.4); what each says in particular is tested beside its wording. */
import { describe, expect, it } from 'vitest';
import { everyNotice, sampleOf } from '../../test/support/notice-samples.ts';
import { LOCALES, renderData, renderSample, visible } from '../../test/support/render-sample.ts';
import { ADDRESS_CODE, addressCodeRow } from '../../rules/notices/address-code.ts';
import { commonSamples, sampleAddressCode } from '../../rules/notices/samples.ts';
import { citation } from '../../rules/notices/citation.ts';
import { citations } from '../../workflows/regimes.ts';

describe.each(everyNotice)('$template of $kind', ({ kind, template }) => {
  it.each(LOCALES)('XC-04.4 renders in %s with institution, case number, link and service line', async (locale) => {
    const mail = await renderSample(kind, template, locale);
    const sample = sampleOf(template, kind);
    const link = `https://anjuan.example.org${sample.caseUrlPath}`;
    expect(mail.html).toContain(`lang="${locale}"`);
    expect(mail.html).toContain(`href="${link}"`);
    for (const words of [visible(mail.html), mail.text]) {
      expect(words).toContain('案卷');
      expect(words).toContain(sample.institution);
      expect(words).toContain(sample.caseId);
      expect(words).toContain(link);
      expect(words).not.toMatch(/undefined|null|NaN|\[object/);
    }
    expect(mail.text).toContain(locale === 'en' ? 'service message' : '服务通知');
    expect(mail.subject).toContain(sample.institution);
    expect(mail.subject).not.toMatch(/undefined|null|NaN|\[object|[\r\n]/);
    for (const deadline of sample.deadlines ?? []) {
      const side = locale === 'en' ? 'en' : 'zh';
      expect(visible(mail.html)).toContain(deadline.words[side]);
      expect(mail.text).toContain(deadline.words[side]);
      expect(mail.text).toContain(citation(citations, deadline.clause, locale));
    }
  });

  it.each(LOCALES)('XC-04.4 has a button in %s that says what it leads to, a page to look at', async (locale) => {
    const { html } = await renderSample(kind, template, locale);
    const [, label = ''] = new RegExp(`href="https://anjuan.example.org[^"]*"[^>]*>([\\s\\S]*?)</a>`).exec(html) ?? [];
    const words = label.replace(/<!--[\s\S]*?-->|<[^>]+>/g, '').trim();
    expect(words).toMatch(locale === 'en' ? /^See / : /^查看/);
  });

  it('has the same parts in both languages', async () => {
    const [zh, en] = await Promise.all(LOCALES.map((locale) => renderSample(kind, template, locale)));
    const parts = (html = '') => [...html.matchAll(/<(h1|h2|ul|li|table|tr|p)\b/g)].map(([, tag]) => tag);
    expect(parts(zh?.html)).toEqual(parts(en?.html));
  });
});

it('XC-03.2 says on the last day that it is the last, and one day in the singular', async () => {
  const [deadline] = commonSamples.deadlineReminder.deadlines ?? [];
  const at = async (plannedAt: string, workingDaysLeft: number) => {
    const changes = { plannedAt, deadlines: [{ ...deadline, workingDaysLeft }] };
    return (await renderSample('storeSetup', 'deadlineReminder', 'en', changes)).text;
  };
  expect(await at('2025-10-10T09:00:00.000+08:00', 0)).toContain('Today is the last day');
  expect(await at('2025-10-09T09:00:00.000+08:00', 1)).toContain('1 working day left');
  expect(await at('2025-10-08T09:00:00.000+08:00', 0)).toContain('No working day is left before it');
});

it.each([
  ['storeSetup', 'storeOpened'],
  ['rectification', 'rectificationOpened'],
  ['clearance', 'clearanceDetected'],
  ['trialOperation', 'trialFailed'],
] as const)(
  'XC-04.4 of %s, %s names the regulation in its sentences; the short name stands in the footer alone',
  async (kind, template) => {
    for (const locale of LOCALES) {
      const { text } = await renderSample(kind, template, locale);
      const short = text.split('\n').filter((line) => line.includes('SH-STORE'));
      expect(short).toEqual([expect.stringMatching(/^(依据：|Legal basis: )SH-STORE /)]);
      expect(text.split('\n').some((line) => line.includes(citation(citations, 'SH-STORE', locale)))).toBe(true);
    }
  },
);

it('XC-02.3 a moved deadline shows the old date, the new one and why', async () => {
  const { text } = await renderSample('storeSetup', 'deadlineMoved', 'zh-CN');
  expect(text).toMatch(/原期限\s+2026年2月27日/);
  expect(text).toMatch(/新期限\s+2026年2月28日/);
  expect(text).toContain('国务院办公厅调整放假安排');
});

it('shows words of people as text, never as markup, and keeps them out of the headers', async () => {
  const attack = '<script>alert(1)</script>';
  const mail = await renderSample(
    'storeApplication',
    'preliminaryRejected',
    'zh-CN',
    {
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
  const render = () => renderSample('storeApplication', 'interviewNotice', 'zh-CN');
  expect(await render()).toEqual(await render());
});

it.each([
  ['storeApplication', 'noSuchNotice'],
  ['noSuchKind', 'deadlineReminder'],
  ['storeSetup', 'clearanceNotice'],
])('of %s there is no notice %s', async (kind, template) => {
  const data = { ...sampleOf('deadlineReminder'), caseKind: kind };
  await expect(renderData(template, 'en', data)).rejects.toThrow(`'${template}' of '${kind}'`);
});

describe('the code that verifies an address, before there is a case', () => {
  const { data } = addressCodeRow({
    ...sampleAddressCode,
    id: 'ntc-1',
    name: '李晓',
    email: 'li.xiao@example.org',
    locale: 'zh-CN',
    plannedAt: '2025-09-26T15:00:00.000+08:00',
  });

  it.each([
    ['zh-CN', '【案卷】邮箱验证码：提交投诉', '15 分钟内有效', '如非您本人操作，请忽略本邮件'],
    ['en', '[Anjuan] Your code: filing a complaint', 'holds for 15 minutes', 'If you did not ask for it, ignore'],
  ] as const)('XC-04.4 says in %s for what it is and how long it holds', async (locale, subject, holds, ignore) => {
    const mail = await renderData(ADDRESS_CODE, locale, data);
    expect(mail.subject).toBe(subject);
    for (const words of [visible(mail.html), mail.text]) {
      for (const part of ['492817', holds, ignore]) expect(words).toContain(part);
      expect(words).not.toMatch(/undefined|null|NaN|\[object|案号|Case number/);
    }
    expect(mail.html).not.toContain('href=');
    expect(mail.html).not.toContain('<table class');
    expect(mail.attachments).toEqual([]);
  });
});
