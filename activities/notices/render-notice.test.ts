/** Every notice of every kind of case as a mail (XC-04.4); what each says in particular is tested beside its wording. */
import { describe, expect, it } from 'vitest';
import { everyNotice, sampleOf } from './sample-notices.ts';
import { LOCALES, renderData, renderSample, visible } from '../../test/support/render-sample.ts';
import { EMAIL_CHANGED, maskedAddress, PASSWORD_SET } from '../../rules/notices/account-changed.ts';
import { COVER_ENDED, COVER_NAMED } from '../../rules/notices/cover.ts';
import { ADDRESS_CODE, addressCodeRow } from '../../rules/notices/address-code.ts';
import { commonSamples, sampleAddressCode } from '../../rules/notices/samples.ts';
import { citation } from '../../rules/notices/citation.ts';
import { isFormal } from '../../rules/notices.ts';
import { inLocale } from '../../rules/text.ts';
import { dayInWords, dayOf } from '../../rules/time/index.ts';
import { citations, contracts } from '../../workflows/regimes.ts';
import { issuersOf } from './issuers.ts';
import { noticeOf } from './wordings.ts';

/** To people who are no party of the case and cannot look at it. */
const WITHOUT_PAGE = ['buyerTold'];

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
    // What advertises says so, and that it can be refused (HN-NET-15.9).
    const advertises = noticeOf(kind, template).spec.class === 'commercial';
    const [says, never] = locale === 'en' ? ['service message', 'It is advertising'] : ['服务通知', '这是商业信息'];
    expect(mail.text).toContain(advertises ? never : says);
    expect(mail.text).not.toContain(advertises ? says : never);
    expect(mail.subject).toContain(sample.institution);
    expect(mail.subject).not.toMatch(/undefined|null|NaN|\[object|[\r\n]/);
    for (const deadline of sample.deadlines ?? []) {
      const side = locale === 'en' ? 'en' : 'zh';
      expect(visible(mail.html)).toContain(deadline.words[side]);
      expect(mail.text).toContain(deadline.words[side]);
      expect(mail.text).toContain(citation(citations, deadline.clause, locale));
    }
  });

  it.skipIf(WITHOUT_PAGE.includes(template)).each(LOCALES)(
    'XC-04.4 has a button in %s that says what it leads to, a page to look at',
    async (locale) => {
      const { html } = await renderSample(kind, template, locale);
      const [, label = ''] =
        new RegExp(`href="https://anjuan.example.org/(?!regulations/)[^"]*"[^>]*>([\\s\\S]*?)</a>`).exec(html) ?? [];
      const words = label.replace(/<!--[\s\S]*?-->|<[^>]+>/g, '').trim();
      expect(words).toMatch(locale === 'en' ? /^See / : /^查看/);
    },
  );

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
  ['storeSetup', 'storeOpened', 'SH-STORE'],
  ['rectification', 'rectificationOpened', 'SH-STORE'],
  ['clearance', 'clearanceDetected', 'SH-STORE'],
  ['complaint', 'complaintFinding', 'HN-NET'],
] as const)(
  'XC-04.4 of %s, %s cites as people do, and the footer says what the short name stands for',
  async (kind, template, code) => {
    for (const locale of LOCALES) {
      const { text } = await renderSample(kind, template, locale);
      const { name, short } = citations[code]!;
      const footer = text.split('\n').findLast((line) => /^(依据：|Legal basis: )/.test(line));
      expect(footer).toContain(inLocale(name, locale));
      expect(footer).toContain(inLocale(short, locale));
    }
  },
);

/** The dates of a mail, as days: 2025年10月9日 and Thursday 9 October 2025 are the same one. */
function daysIn(text: string): string[] {
  const months = 'January February March April May June July August September October November December'.split(' ');
  const chinese = [...text.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日/g)].map(([, y, m, d]) => [y, Number(m), d]);
  const english = [...text.matchAll(/(\d{1,2}) ([A-Z][a-z]+) (\d{4})/g)].flatMap(([, d, month = '', y]) =>
    months.includes(month) ? [[y, months.indexOf(month) + 1, d]] : [],
  );
  return [...new Set([...chinese, ...english].map((parts) => parts.join('-')))].sort();
}

function passagesIn(text: string): string[] {
  return [
    ...new Set(
      text.match(
        /[一二三四]\.\d(\(\d\))?|第[一二三四五六七八九十]+条(第[一二三四五六七八九十]+项)?(\([一二三四五]\))?/g,
      ),
    ),
  ].sort();
}

/** The same data at other seconds of the same minutes. */
function withSeconds<T>(data: T): T {
  return JSON.parse(JSON.stringify(data).replace(/T(\d\d:(?!00)\d\d):\d\d\.\d{3}/g, 'T$1:47.123')) as T;
}

describe.each(everyNotice)('what $template of $kind says', ({ kind, template }) => {
  const both = async () => {
    const data = withSeconds(sampleOf(template, kind));
    const [zh, en] = await Promise.all(LOCALES.map((locale) => renderSample(kind, template, locale, data)));
    return { zh: `${zh?.subject}\n${zh?.text}`, en: `${en?.subject}\n${en?.text}` };
  };

  it('XC-04.4 is the same days and passages in both languages', async () => {
    const { zh, en } = await both();
    expect(daysIn(zh)).toEqual(daysIn(en));
    expect(passagesIn(zh)).toEqual(passagesIn(en));
  });

  it('XC-04.4 is in one form of dates, to the minute, without codes of the platform and with true plurals', async () => {
    for (const words of Object.values(await both())) {
      expect(words.replaceAll(/SQ-2025-\d+/g, '')).not.toMatch(/\d{4}-\d\d-\d\d/);
      expect(words).not.toMatch(/\d\d:\d\d:\d\d/);
      expect(words).not.toMatch(new RegExp(Object.keys(citations).join('|')));
      expect(words).not.toMatch(/\b1 (more |working )?(order|product|point|day|month|file)s\b|单(还差)? \d+ 个/);
    }
  });

  it.each(LOCALES)('XC-05.1 comes from the body, with the day and its telephone, in %s', async (locale) => {
    const data = sampleOf(template, kind);
    const { name, telephone = '' } = issuersOf(true)[data.bodyId ?? '']!;
    const { text } = await renderSample(kind, template, locale);
    const day = inLocale(dayInWords(dayOf(data.plannedAt)), locale);
    expect(text.replaceAll(/\n+/g, '\n')).toContain(`${telephone}\n${inLocale(name, locale)}\n${day}\n`);
  });

  it('XC-05.1 greets nobody if it is adverse or a letter, and then has a number and says what may be done against it', async () => {
    const spec = contracts[kind]!.notices[template]!;
    const { zh, en } = await both();
    expect(/您好！|Dear /.test(zh + en)).toBe(!isFormal(spec));
    expect(/编号：沪企服店申〔2025〕127号之3\n/.test(zh) && /Number: 沪企服店申〔2025〕127号之3\n/.test(en)).toBe(
      isFormal(spec),
    );
    expect(zh.includes('没有规定专门的异议程序')).toBe(spec.objection === 'issuer');
    expect(en.includes('If you do not agree, you may put')).toBe(spec.objection === 'issuer');
  });
});

it('SH-STORE-11.2 a letter has nothing to click and does not call itself a mail', async () => {
  const data = sampleOf('clearanceNotice', 'clearance');
  for (const locale of LOCALES) {
    const { html, text } = await renderData('clearanceNotice', locale, data, '李晓', 'LETTER');
    expect(html).not.toContain('<a ');
    expect(text).not.toMatch(/本邮件|This mail/);
    expect(text).toContain(`https://anjuan.example.org${data.caseUrlPath}`);
    expect(text).toContain('沪企服店申〔2025〕127号之3');
  }
});

it.each([
  ['ORGANISATION', '机构', 'Institution'],
  ['UNIT', '单位', 'Body'],
  ['PERSON', '姓名', 'Name'],
  ['CONTACT', '姓名', 'Name'],
])('XC-04.4 a party that is a %s is called %s', async (partyKind, zh, en) => {
  const party = { partyKind, institution: '王敏' };
  expect((await renderSample('complaint', 'complaintReceived', 'zh-CN', party)).text).toMatch(
    new RegExp(`${zh}\\s+王敏`),
  );
  expect((await renderSample('complaint', 'complaintReceived', 'en', party)).text).toMatch(new RegExp(`${en}\\s+王敏`));
});

it('a notice that was planned before its body was kept goes out in the name of the product', async () => {
  const old = { bodyId: undefined, number: undefined, partyKind: undefined };
  const { subject, text } = await renderSample('storeApplication', 'preliminaryRejected', 'zh-CN', old);
  expect(subject).toMatch(/^【案卷】/);
  expect(text).not.toContain('undefined');
});

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

describe('what both are told of a cover for an absence', () => {
  const data = {
    ...({ caseKind: 'none', plannedAt: '2025-09-26T15:00:00.000+08:00' } as const),
    ...{ absent: '李审核', cover: '王审核', by: '张经理', firstDay: '2025-09-26', lastDay: '2025-10-10' },
    rule: '《值班办法》第三条',
  };

  it.each([
    [
      COVER_NAMED,
      'zh-CN',
      '代行职务安排',
      ['王审核在其职务范围内代为办理案件', '2025年9月26日', '期满后自动结束', '张经理'],
    ],
    [
      COVER_NAMED,
      'en',
      'acts in the place',
      ['works on cases in the offices of 李审核', '26 September 2025', '张经理'],
    ],
    [COVER_ENDED, 'zh-CN', '代行职务提前结束', ['王审核代行李审核职务的安排已提前结束', '已退回', '张经理']],
    [COVER_ENDED, 'en', 'ended before its time', ['does not act in the place of 李审核 any more', 'queue', '张经理']],
  ] as const)(
    'XC-05.5 %s says in %s who, for whom, until when and under which rule',
    async (template, locale, subject, words) => {
      const mail = await renderData(template, locale, data);
      const lastDay = inLocale(dayInWords('2025-10-10'), locale);
      expect(mail.subject).toContain(subject);
      for (const shown of [visible(mail.html), mail.text]) {
        for (const part of [...words, lastDay, data.rule]) expect(shown).toContain(part);
        expect(shown).not.toMatch(/undefined|null|NaN|\[object|案号|Case number|\d{4}-\d\d-\d\d/);
      }
      expect(mail.html).not.toContain('href=');
      expect(mail.attachments).toEqual([]);
    },
  );

  it('XC-05.5 has the same parts in both languages', async () => {
    for (const template of [COVER_NAMED, COVER_ENDED]) {
      const [zh, en] = await Promise.all(LOCALES.map((locale) => renderData(template, locale, data)));
      const parts = (html = '') => [...html.matchAll(/<(h1|h2|ul|li|table|tr|p)\b/g)].map(([, tag]) => tag);
      expect(parts(zh?.html)).toEqual(parts(en?.html));
      expect(daysIn(zh?.text ?? '')).toEqual(daysIn(en?.text ?? ''));
    }
  });
});

describe('what the owner of an account is told of what an administrator has changed', () => {
  const common = { caseKind: 'none', plannedAt: '2025-09-26T15:00:00.000+08:00' } as const;
  const set = { ...common, by: '系统管理员 吴', account: 'li.xiao@example.org', mustChange: true };
  const moved = { ...common, by: '系统管理员 吴', from: 'li.xiao@example.org', to: maskedAddress('zhao@example.net') };

  it.each([
    [PASSWORD_SET, 'zh-CN', set, ['账户密码已被重置', 'li.xiao@example.org', '2025年9月26日 15:00', '如果您没有要求']],
    [PASSWORD_SET, 'en', set, ['was set anew', 'li.xiao@example.org', '26 September 2025', 'If you did not ask']],
    [EMAIL_CHANGED, 'zh-CN', moved, ['账户邮箱已被更改', 'z***@example.net', '2025年9月26日 15:00', '如果您没有要求']],
    [EMAIL_CHANGED, 'en', moved, ['was changed', 'z***@example.net', '26 September 2025', 'If you did not ask']],
  ] as const)('XC-05.5 %s says in %s who, when, and what to do', async (template, locale, data, words) => {
    const mail = await renderData(template, locale, data);
    for (const shown of [`${mail.subject}${visible(mail.html)}`, `${mail.subject}${mail.text}`]) {
      for (const part of [...words, '系统管理员 吴']) expect(shown).toContain(part);
      expect(shown).not.toMatch(/undefined|null|NaN|\[object|案号|Case number/);
    }
  });
});
