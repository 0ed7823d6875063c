import { expect, it } from 'vitest';
import { campaign2020 } from './campaign.ts';
import { lateStages, missedCutOff } from './lateness.ts';

it('SH-EVAL-05.2 SH-EVAL-06.2 says who is late, from the second after each cut-off on', () => {
  const before = { LATE: 'INSTITUTION', LATE_REFUSED: 'INSTITUTION', DISTRICT_LATE: 'DISTRICT' };
  const institutions = { ...before, ENTRY_DRAFT: 'INSTITUTION', SUBMITTED: 'PAPER' };
  const districts = { ...institutions, DISTRICT_REVIEW: 'DISTRICT', RECOMMENDED: 'DISTRICT' };
  const at = (now: string) => lateStages(campaign2020, now);
  expect(at('2020-12-11T17:00:00.000+08:00')).toEqual(before);
  expect(at('2020-12-11T17:00:01.000+08:00')).toEqual(institutions);
  expect(at('2020-12-18T17:00:00.000+08:00')).toEqual(institutions);
  expect(at('2020-12-18T17:00:01.000+08:00')).toEqual(districts);
  expect([missedCutOff(campaign2020, 'PAPER'), missedCutOff(campaign2020, 'DISTRICT')]).toEqual([
    campaign2020.institutionCutOff,
    campaign2020.districtCutOff,
  ]);
});
