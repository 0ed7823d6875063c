/** The mails of a rectification say what has happened, and by whom. */
import { expect, it } from 'vitest';
import { renderSample } from '../../../test/support/render-sample.ts';

it('SH-STORE-06.1 XC-04.4 a rectification that the system withdraws is mailed as that, and with when all was done', async () => {
  const zh = await renderSample('rectification', 'rectificationWithdrawn', 'zh-CN');
  expect(zh.text).toContain('系统据此自动撤销整顿');
  expect(zh.text).toContain('未经审核人员核查');
  expect(zh.text).toMatch(/实际完成时间\s+2025年10月10日 17:20/);
  const en = await renderSample('rectification', 'rectificationWithdrawn', 'en');
  expect(en.text).toContain('no reviewer has looked into it');
  for (const { text } of [zh, en]) expect(text).not.toMatch(/经审核人员核实|A reviewer has checked/);
});

it('SH-STORE-09.6 a rectification that a reviewer lifts is mailed as checked', async () => {
  const zh = await renderSample('rectification', 'rectificationReleased', 'zh-CN');
  expect(zh.text).toContain('经审核人员核实');
});
