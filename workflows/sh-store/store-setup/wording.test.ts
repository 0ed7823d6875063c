/** The mails about setting up a store say what the measures ask. */
import { expect, it } from 'vitest';
import type { Locale } from '../../../rules/text.ts';
import { renderSample } from '../../../test/support/render-sample.ts';
import { setupDeadline } from '../shared-samples.ts';

it('XC-03.2 the reminder of 2025-09-30 states deadline, zone, days left, consequence and clause in both languages', async () => {
  const render = (locale: Locale) =>
    renderSample('storeSetup', 'deadlineReminder', locale, {
      deadlines: [{ ...setupDeadline, workingDaysLeft: 2 }],
      duty: setupDeadline.title,
    });
  const zh = await render('zh-CN');
  expect(zh.subject).toContain('2025年10月10日 24:00');
  expect(zh.text).toContain('完成店铺装修和产品上架');
  expect(zh.text).toMatch(/2025年10月10日 24:00.*UTC\+8/);
  expect(zh.text).toContain('还剩 2 个工作日');
  expect(zh.text).toMatch(/逾期后果：做整顿处理\s+依据：《办法》四\.3/);
  const en = await render('en');
  expect(en.subject).toContain('24:00 on Friday 10 October 2025');
  expect(en.text).toContain('finish the decoration and list products');
  expect(en.text).toContain('24:00 on Friday 10 October 2025 (UTC+8)');
  expect(en.text).toContain('2 working days left');
  expect(en.text).toContain('If it is missed: rectification');
  for (const mail of [zh, en]) expect(mail.text).toContain('https://anjuan.example.org/cases/SQ-2025-000127');
});

it('SH-STORE-06.8 the opening notice states both dates and both consequences', async () => {
  const { text } = await renderSample('storeSetup', 'storeOpened', 'zh-CN');
  expect(text).toMatch(/2025年10月10日 24:00[\s\S]*做整顿处理\s+依据：《办法》四\.3/);
  expect(text).toMatch(/2025年10月23日 24:00[\s\S]*清退[\s\S]*依据：《办法》四\.5\(1\)/);
  expect(text).toContain('2025年11月26日 24:00');
});
