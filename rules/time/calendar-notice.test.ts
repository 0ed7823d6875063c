import { describe, expect, it } from 'vitest';
import { validateCalendarYear } from './calendar-check.ts';
import { readNotice } from './calendar-notice.ts';

const NOTICE = `
# 国务院办公厅关于 2027 年部分节假日安排的通知
2027-01-01..2027-01-03 元旦
2027年5月1日至2027年5月5日 劳动节
2027/10/1 ~ 2027/10/7 国庆节
2027-10-09 上班
`;
const faultsOf = (line: string) =>
  readNotice(`${NOTICE}${line}`).faults.map(({ line: at, message }) => [at, message.en] as const);

describe('a notice of a year', () => {
  it('XC-02.3 is read line by line into the lists that the calendar takes', () => {
    const { year, off, work, lines, faults } = readNotice(NOTICE);
    expect({ year, off, work, faults }).toEqual({
      ...{ year: 2027, off: '0101-0103 0501-0505 1001-1007', work: '1009', faults: [] },
    });
    expect(lines.at(-1)).toEqual({ line: 6, from: '2027-10-09', to: '2027-10-09', working: true, words: '上班' });
    expect(validateCalendarYear(2027, { off, work, source: '国办发明电〔2026〕1号' })).toEqual([]);
  });

  it.each([
    ['国庆节放假七天', 7, /cannot be read/],
    ['2027-02-30 春节', 7, 'There is no such day as 2027-02-30.'],
    ['2027-06-05..2027-06-01 端午', 7, 'It ends on 2027-06-01, before it begins on 2027-06-05.'],
    ['2028-01-01 元旦', 7, 'A notice is of one year; the lines before are of 2027.'],
    ['2027-12-31..2028-01-02 元旦', 7, 'A notice is of one year; the lines before are of 2027.'],
    ['2027-10-07 国庆节', 7, '2027-10-07 stands in line 5 already.'],
    ['2027-10-11 上班', 7, '2027-10-11 is a weekday and cannot be a make-up working day.'],
  ])('XC-02.3 faults %s at its line', (line, at, message) => {
    const found = faultsOf(line);
    expect(found).toHaveLength(1);
    expect(found[0]).toEqual([at, typeof message === 'string' ? message : expect.stringMatching(message)]);
  });

  it('XC-02.3 says of the whole what no line says', () => {
    expect(readNotice('2027-01-01 元旦').faults.map(({ line, message }) => [line, message.zh])).toEqual([
      ...['05-01', '10-01', '10-02', '10-03'].map((day) => [null, `未列出法定节假日 2027-${day}。`]),
    ]);
    expect(readNotice(' \n')).toEqual({
      ...{ year: null, off: '', work: '', lines: [] },
      faults: [{ line: null, message: { zh: '请粘贴放假安排。', en: 'Paste the notice of a year.' } }],
    });
  });
});
