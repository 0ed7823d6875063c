import { expect, it } from 'vitest';
import { summed } from '../../../rules/ah/figures.ts';
import type { SurveyFacts } from '../../cooperation/needs-survey/facts.ts';
import {
  AnhuiCase,
  anhuiPeople as people,
  fileAnhui,
  HEFEI,
  hefeiEntry,
  INSTITUTION,
  institutionEntry,
} from '../../../test/support/anhui-case.ts';
import { at } from '../../../test/support/engine-samples.ts';
import { memberSurveyIntake } from './intake.ts';
import { memberSurvey } from './process.ts';

const openedAt = at('2025-10-09 10:00');
const form = { topic: '2025年第四季度需求征集', questions: '需要哪些服务？', until: '2025-10-31' };
const left = { ...institutionEntry, party: '91310104MA1FR2CD85', status: 'LEFT' };

function begun() {
  const filing = fileAnhui(memberSurveyIntake, form, {
    ...{ filer: people.platform, now: openedAt, entries: [institutionEntry, hefeiEntry, left] },
  });
  return new AnhuiCase<SurveyFacts>(memberSurvey, filing, { id: 'msv-1', openedAt, filer: people.platform });
}

it('AH-OPS-02.1 of a survey of the fourth quarter of 2025 every city platform and institution gets a part with its day', () => {
  const one = begun();
  expect(one.state.subject).toBe('unit:ah-platform');
  expect(one.last.openings).toMatchObject([
    { kind: 'memberSurvey', subject: INSTITUTION, opening: { until: '2025-10-31', partOf: 'msv-1' } },
    { kind: 'memberSurvey', subject: HEFEI, bodyId: 'ah-platform-hefei', opening: { until: '2025-10-31' } },
  ]);
  const filing = () =>
    fileAnhui(memberSurveyIntake, form, { filer: people.hefei, now: openedAt, entries: [hefeiEntry] });
  expect(filing).toThrow('provincial platform');
});

function partOfHefei() {
  const opening = { topic: form.topic, until: form.until, partOf: 'msv-1', collectors: [] };
  const platform = { bodyId: 'ah-platform-hefei', region: 'AH/HEFEI' };
  return new AnhuiCase<SurveyFacts>(
    memberSurvey,
    { subject: HEFEI, title: '', parties: { collector: [HEFEI] }, body: platform, bodies: { platform }, opening },
    { id: 'msv-2', openedAt },
  );
}

it('AH-OPS-02.1 a part is late by its day, whether or not the end of that day was recorded first', () => {
  for (const [when, late] of [
    ['2025-10-31 23:59', false],
    ['2025-11-01 00:00', true],
  ] as const) {
    const part = partOfHefei();
    part.act('completeSurvey', people.hefei, { summary: '融资需求居多。', fileIds: [] }, at(when));
    expect(part.state.facts.late).toBe(late);
    expect(part.last.messages).toMatchObject([{ action: 'partCompleted', input: { late } }]);
  }
});

it('AH-EVAL-02.9 a part that is reported is one collection, and 4 in the year are 4', () => {
  const part = partOfHefei();
  expect(part.deadline('collection')).toMatchObject({ lastDay: '2025-10-31' });
  expect(part.toldTo('surveyAsked')).toEqual([HEFEI]);
  part.act('completeSurvey', people.hefei, { summary: '融资需求居多。', fileIds: [] }, at('2025-10-30 10:00'));
  expect(part.written('figure')).toEqual([
    { party: HEFEI, figure: 'collections', key: 'msv-1', n: 1, day: '2025-10-30' },
  ]);
  const quarters = ['01', '04', '07', '10'].map((month) => [`2025-${month}`, { collections: 1 }]);
  expect(summed(Object.fromEntries(quarters) as never, '2025-01', '2025-12')).toEqual({ collections: 4 });
});
