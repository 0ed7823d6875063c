/** The mails of a clearance say what the measures ask. */
import { expect, it } from 'vitest';
import { judgeTrial, trialFacts } from '../../../rules/sh-store/trial.ts';
import { renderSample } from '../../../test/support/render-sample.ts';

it('XC-05.2 a detected ground asks a person to confirm or dismiss', async () => {
  expect((await renderSample('clearance', 'clearanceDetected', 'zh-CN')).text).toContain('须由审核人员确认或者排除');
  expect((await renderSample('clearance', 'clearanceDetected', 'en')).text).toContain(
    'A person must confirm or dismiss it',
  );
});

it('SH-STORE-11.2 SH-STORE-11.6 the notification cites 四.6 and gives the first and the last day of the bar, in both languages', async () => {
  const zh = await renderSample('clearance', 'clearanceNotice', 'zh-CN');
  expect(zh.text).toContain('即自2025年10月25日起至2026年10月24日止（依据《办法》四.6）');
  expect(zh.text).toMatch(/不受理期\s+2025年10月25日至2026年10月24日（含首尾两日）/);
  const en = await renderSample('clearance', 'clearanceNotice', 'en');
  expect(en.text).toContain('from Saturday 25 October 2025 to Saturday 24 October 2026, under 四.6 of the Measures');
});

it('XC-04.4 SH-STORE-07.11 the notification of a failed trial gives the day and all three figures with their targets', async () => {
  const judgement = judgeTrial({ points: 2000, orders: 99, products: 15 });
  const facts = trialFacts(judgement, '2025-10-10T00:00:00.000+08:00');
  const zh = await renderSample('clearance', 'clearanceNotice', 'zh-CN', { facts });
  for (const words of [
    '试运行于2025年10月9日 24:00期满',
    '积分 2000 分（要求超过 1500 分；已达标）',
    '订单 99 笔（要求不少于 100 笔；未达标，还差 1 笔）',
    '产品 15 个（要求不少于 10 个；已达标）',
  ]) {
    expect(zh.text).toContain(words);
  }
  const en = await renderSample('clearance', 'clearanceNotice', 'en', { facts });
  for (const words of [
    'The trial ended at 24:00 on Thursday 9 October 2025',
    '2000 points (needed: more than 1500 points; met)',
    '99 orders (needed: at least 100 orders; not met, 1 missing)',
    '15 products (needed: at least 10 products; met)',
  ]) {
    expect(en.text).toContain(words);
  }
});

it('XC-04.4 a ground that the system withdraws is not mailed as a decision of a reviewer', async () => {
  const zh = await renderSample('clearance', 'clearanceRevoked', 'zh-CN');
  expect(zh.text).toContain('系统据此自动撤回');
  expect(zh.text).not.toContain('经审核');
  expect((await renderSample('clearance', 'clearanceRevoked', 'en')).text).not.toContain('reviewer');
});
