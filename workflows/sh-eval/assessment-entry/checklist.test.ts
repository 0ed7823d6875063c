import { describe, expect, it } from 'vitest';
import { shEvalValues } from '../../../rules/sh-eval/config.ts';
import { filing } from '../../../rules/sh-eval/filing.fixture.ts';
import type { ChecklistLine } from '../../engine/intake.ts';
import { at } from '../../../test/support/engine-samples.ts';
import { entryChecklist } from './checklist.ts';

const names: Readonly<Record<string, string>> = {
  'f-png': '收费标准.png',
  'f-bare': 'IMG_001.jpg',
  'f-jpg': '收费标准.jpg',
};
const given = { now: at('2020-12-01 10:00'), rules: { ...shEvalValues() }, nameOf: (id: string) => names[id] };

function line(form: object, key: string): ChecklistLine {
  const found = entryChecklist(form as Record<string, unknown>, given).find((one) => one.key === key);
  if (found === undefined) throw new Error(`The checklist has no line ${key}.`);
  return found;
}

describe('SH-EVAL-04.3 the checklist of a form', () => {
  const whole = { year: 2020, ...filing() };

  it('is one of fifteen lines, each with the numbers that both lists give it', () => {
    const lines = entryChecklist(whole, given);
    const numbers = (list: string) =>
      lines.flatMap((one) => one.numbers.filter(({ list: of }) => of.zh === list).map(({ number }) => number));
    expect(numbers('测评材料')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(new Set(numbers('报告附件'))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
    expect(lines.filter(({ state }) => state === 'MISSING')).toEqual([]);
    expect(line(whole, 'fees')).toMatchObject({
      numbers: [{ number: 5 }, { number: 4 }],
      fields: ['materials.fees', 'materials.feeExplanation'],
    });
  });

  it('says of an empty one what is missing and what is not asked for', () => {
    const states = Object.groupBy(entryChecklist({}, given), ({ state }) => state);
    expect(states.FILED).toBeUndefined();
    expect(states.NOT_APPLICABLE?.map(({ key }) => key)).toEqual([
      ...['honours', 'recognition', 'projects', 'certification', 'benefitAudit'],
    ]);
    expect(states.MISSING?.every(({ lacking }) => lacking.length > 0)).toBe(true);
  });

  it('takes what can be read of one that is half filled in', () => {
    const { agreements } = filing().materials;
    const [first, ...others] = agreements;
    const half = {
      year: 2020,
      report: { overview: { recognition: 'RECOGNISED', fullTimeStaff: '' }, honours: [{ kind: 'PATENT' }] },
      materials: { licence: ['f-licence'], fees: 'no list', agreements: [{ ...first, partner: '' }, ...others] },
    };
    expect(line(half, 'licence').state).toBe('FILED');
    expect(line(half, 'recognition').state).toBe('MISSING');
    expect(line(half, 'fees').state).toBe('MISSING');
    expect(line(half, 'agreements').lacking[0]?.zh).toContain('现为 2 家');
  });

  it('takes what is of another shape than a material for nothing filled in', () => {
    for (const wrong of [[], [[]], [{}], {}, null, 'f-licence', 7]) {
      const materials = Object.fromEntries(Object.keys(whole.materials).map((name) => [name, wrong]));
      const lines = entryChecklist({ year: 2020, materials }, given);
      expect([wrong, lines.filter(({ state }) => state === 'FILED')]).toEqual([wrong, []]);
    }
  });

  it('SH-EVAL-13.5 says of a file in the wrong form what is wrong, as soon as it is there', () => {
    const fees = (id: string) => line({ year: 2020, ...filing({ materials: { fees: [id] } }) }, 'fees');
    expect(fees('f-png')).toMatchObject({ state: 'MISSING', warnings: [] });
    expect(fees('f-png').lacking[0]?.zh).toContain('jpg');
    expect(fees('f-bare')).toMatchObject({ state: 'FILED', lacking: [] });
    expect(fees('f-bare').warnings[0]?.zh).toContain('IMG_001.jpg');
    expect(fees('f-jpg')).toMatchObject({ state: 'FILED', lacking: [], warnings: [] });
  });
});
