/** The mails of an application say what the measures ask. */
import { expect, it } from 'vitest';
import { LOCALES, renderSample } from '../../../test/support/render-sample.ts';
import { citation } from '../../../rules/notices/citation.ts';
import { citations } from '../../regimes.ts';
import { sampleInterview } from './samples.ts';

it('SH-STORE-04.3 the interview notice has time, place, requirements, originals and commitment letter', async () => {
  for (const locale of LOCALES) {
    const { text } = await renderSample('storeApplication', 'interviewNotice', locale);
    expect(text).toContain('14:00');
    expect(text).toContain(sampleInterview.place);
    expect(text).toContain('《承诺书》');
    expect(text).toContain('请提前 15 分钟到场登记');
    expect(text).toContain(locale === 'en' ? 'Business licence' : '营业执照原件');
    expect(text).toContain(citation(citations, 'SH-STORE 二.3', locale));
  }
});

it('SH-STORE-04.4 a rejection gives the reasons and says that no bar follows', async () => {
  const zh = await renderSample('storeApplication', 'preliminaryRejected', 'zh-CN');
  expect(zh.text).toContain('专职人员 8 人，不足 10 人');
  expect(zh.text).toContain('不产生不受理期');
  expect((await renderSample('storeApplication', 'preliminaryRejected', 'en')).text).toContain('No bar follows');
});

it('SH-STORE-05.8 the no-show notice shows 2025-08-30 to 2026-02-28 and the first day to apply again', async () => {
  const zh = await renderSample('storeApplication', 'noShowBar', 'zh-CN');
  expect(zh.text).toContain('2025年8月30日至2026年2月28日（含首尾两日）');
  expect(zh.text).toContain('2025年8月30日起至2026年2月28日止');
  expect(zh.text).toContain('2026年3月1日');
  const en = await renderSample('storeApplication', 'noShowBar', 'en');
  expect(en.text).toContain('Saturday 30 August 2025 to Saturday 28 February 2026, both days included');
  expect(en.text).toContain('from Saturday 30 August 2025 to Saturday 28 February 2026');
  expect(en.text).toContain('Sunday 1 March 2026');
  expect(zh.text).toContain('《办法》二.3');
  expect(en.text).toContain(citation(citations, 'SH-STORE 二.3', 'en'));
});

it('SH-STORE-05.8 who is asked to explain reads the first and the last day of the bar that threatens', async () => {
  const zh = await renderSample('storeApplication', 'absenceRecorded', 'zh-CN');
  expect(zh.text).toContain('即自2025年10月1日起至2026年3月30日止');
  const en = await renderSample('storeApplication', 'absenceRecorded', 'en');
  expect(en.text).toContain('from Wednesday 1 October 2025 to Monday 30 March 2026');
});

it('XC-05.1 a rejection cites what it rests on by the name that firms know', async () => {
  const clause = 'SH-STORE 一.1(1)、一.1(5)';
  const zh = await renderSample('storeApplication', 'preliminaryRejected', 'zh-CN', { clause });
  expect(zh.text).toMatch(/决定依据\s+《办法》一\.1\(1\)、一\.1\(5\)/);
  const en = await renderSample('storeApplication', 'preliminaryRejected', 'en', { clause });
  expect(en.text).toMatch(/Ground\s+一\.1\(1\), 一\.1\(5\) of the Measures/);
});
