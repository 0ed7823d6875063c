/** The mails of a complaint say what the measures ask. */
import { expect, it } from 'vitest';
import { renderSample } from '../../../test/support/render-sample.ts';

it('HN-NET-20.4 the finding tells responsibility, reasons, duties, the credit record and what is still open', async () => {
  const zh = await renderSample('complaint', 'complaintFinding', 'zh-CN');
  for (const words of ['投诉成立', '服务商', '未开具发票', '计入服务商信用记录', '原认定（投诉不成立）', '申请调解']) {
    expect(zh.text).toContain(words);
  }
  const en = await renderSample('complaint', 'complaintFinding', 'en');
  for (const words of ['Upheld', 'Responsible', 'credit record', 'apply for mediation'])
    expect(en.text).toContain(words);
});

it('HN-NET-20.2 the receipt names the time by which it is registered, as a rule of the platform', async () => {
  const { text } = await renderSample('complaint', 'complaintReceived', 'zh-CN');
  expect(text).toContain('2026年2月14日 24:00');
  expect(text).toContain('平台规定期限');
});

it('HN-NET-20.1 a complaint that goes elsewhere need not be filed again', async () => {
  const { text } = await renderSample('complaint', 'complaintRegistered', 'zh-CN');
  expect(text).toContain('移送该平台办理，您无需重新投诉');
  expect((await renderSample('complaint', 'complaintTransferred', 'en')).text).toContain(
    'nobody needs to file anything',
  );
});

it('HN-NET-20.3 the provider reads what is complained of and how to answer', async () => {
  const { text } = await renderSample('complaint', 'complaintAgainstProvider', 'zh-CN');
  for (const words of ['DD-2026-0017', '2026年2月3日', '补开发票', '提交答复']) expect(text).toContain(words);
});
