/** The mails of a mediation say what the measures ask. */
import { expect, it } from 'vitest';
import { renderSample } from '../../../test/support/render-sample.ts';

it('HN-NET-21.3 a failure tells of the right to apply again, where, how, and that it outlasts the file', async () => {
  const zh = await renderSample('mediation', 'mediationFailed', 'zh-CN');
  for (const words of ['浏阳市中小企业主管部门再次申请调解', '0731-88000013', '2025年11月17日 24:00', '之后仍可申请']) {
    expect(zh.text).toContain(words);
  }
  const en = await renderSample('mediation', 'mediationFailed', 'en');
  expect(en.text).toContain('Either side may apply again');
  const none = await renderSample('mediation', 'mediationFailed', 'zh-CN', { department: undefined, deadlines: [] });
  expect(none.text).toContain('仲裁、诉讼');
  expect((await renderSample('mediation', 'mediationEnded', 'zh-CN')).text).toContain('办结不影响双方的权利');
});

it('HN-NET-21.6 a settlement names its terms, both signatures and the day of performance', async () => {
  const { text, subject } = await renderSample('mediation', 'settlementReached', 'zh-CN');
  expect(subject).toContain('2025年11月20日前履行');
  for (const words of ['退还40%费用', '消费者签字日期', '服务商签字日期', '2025年11月20日'])
    expect(text).toContain(words);
  expect((await renderSample('mediation', 'performanceRecorded', 'en')).text).toContain('was not performed in time');
});

it('HN-NET-21.3 a session goes into the calendar, moves there, and leaves it', async () => {
  const methods = await Promise.all(
    ['sessionScheduled', 'sessionMoved', 'sessionCancelled', 'sessionReminder'].map(async (template) =>
      (await renderSample('mediation', template, 'zh-CN')).attachments.map(({ method }) => method),
    ),
  );
  expect(methods).toEqual([['REQUEST'], ['REQUEST'], ['CANCEL'], []]);
});

it('HN-NET-21.4 both sides read what was supplied, to what kind of recipient and on which basis', async () => {
  const { text } = await renderSample('mediation', 'dataSupplied', 'zh-CN');
  for (const words of ['人民法院', '统一社会信用代码', '民事诉讼法']) expect(text).toContain(words);
});

it('HN-NET-21.5 the mediator reads that nothing follows of itself', async () => {
  const { text } = await renderSample('mediation', 'levelExpired', 'zh-CN');
  for (const words of ['2025年10月30日 24:00', '不产生其他自动后果']) expect(text).toContain(words);
});
