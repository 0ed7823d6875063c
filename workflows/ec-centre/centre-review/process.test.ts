import type { Instant } from '../../../rules/time/index.ts';
import { expect, it } from 'vitest';
import {
  CENTRE,
  CENTRE_NAME,
  CentreCase,
  centrePeople as people,
  evaluator,
  yiwu,
} from '../../../test/support/centre-case.ts';
import { at, people as anyone, person } from '../../../test/support/engine-samples.ts';
import { renderSample } from '../../../test/support/render-sample.ts';
import type { CentreReviewFacts } from './contract.ts';
import { centreReview } from './process.ts';

const AUTHORITIES = ['ec-commerce-yiwu', 'ec-commerce-jinhua', 'ec-commerce-province'];

function review() {
  const opening = { year: 2025, name: CENTRE_NAME, dueOn: '2025-12-31', authorities: AUTHORITIES };
  return new CentreCase<CentreReviewFacts>(
    centreReview,
    {
      ...{ subject: CENTRE, title: '', parties: { centre: [CENTRE] }, body: yiwu },
      ...{ bodies: { authority: yiwu, evaluator }, opening },
    },
    { id: 'ecr-1', openedAt: at('2025-12-01 00:00') },
  );
}

/** Four groups that come to a total. */
function scores(total: number) {
  return { scores: { CONDITIONS: 30, ABILITY: 30, SUPPORT: 10, LIAISON: total - 70 } };
}

function selfScored(total = 95) {
  const one = review();
  one.act('prepareMaterial', people.centre, { fileIds: ['f-1'] }, at('2025-12-10 10:00'));
  one.act('selfScore', people.centre, scores(total), at('2025-12-11 10:00'));
  return one;
}

function authoritiesScored() {
  const one = selfScored();
  one.act('authorityScore', people.yiwu, scores(88), at('2025-12-12 10:00'));
  one.act('authorityScore', people.jinhua, scores(88), at('2025-12-13 10:00'));
  one.act('authorityScore', people.zhejiang, scores(88), at('2025-12-14 10:00'));
  return one;
}

it('EC-CENTRE-08.1 opens on 2025-12-01, is due on 2025-12-31 24:00 and reminded of, and overdue after that', () => {
  const one = review();
  expect(one.deadline('material')).toMatchObject({ lastDay: '2025-12-31', dueAt: '2026-01-01T00:00:00.000+08:00' });
  expect(one.toldTo('reviewOpened')).toEqual([CENTRE]);
  expect(() => one.act('selfScore', people.centre, scores(95), at('2025-12-10 10:00'))).toThrow('material first');
  expect(one.liveUntil(at('2025-12-31 23:59'))).toEqual([at('2025-12-26 09:00'), at('2025-12-30 09:00')]);
  one.liveUntil(at('2026-01-01 00:00'));
  expect(one.state).toMatchObject({ stage: 'PREPARING', facts: { overdue: true } });
  expect(one.toldTo('materialOverdue')).toEqual([CENTRE]);
});

it('EC-CENTRE-08.1 a self-score of the last second that waited while the end of the year was recorded is not overdue', () => {
  const scoredAt = (receivedAt: Instant) => {
    const one = review();
    one.act('prepareMaterial', people.centre, { fileIds: ['f-1'] }, at('2025-12-10 10:00'));
    one.liveUntil(at('2026-01-01 00:00'));
    one.actLate('selfScore', people.centre, receivedAt, at('2026-01-01 00:10'), undefined, scores(95));
    return one.state;
  };
  expect(scoredAt(at('2025-12-31 23:59'))).toMatchObject({ stage: 'SELF_SCORED', facts: { overdue: false } });
  expect(scoredAt(at('2026-01-01 00:00'))).toMatchObject({ stage: 'SELF_SCORED', facts: { overdue: true } });
});

it('EC-CENTRE-08.2 is scored by the centre, each commerce authority and the evaluator, and not closed before', () => {
  const one = selfScored();
  expect(() => one.act('closeReview', people.yiwuManager, {}, at('2025-12-11 11:00'))).toThrow('all score before');
  one.act('authorityScore', people.yiwu, scores(88), at('2025-12-12 10:00'));
  expect(one.state).toMatchObject({
    stage: 'SELF_SCORED',
    bodyId: 'ec-commerce-jinhua',
    tasks: [{ name: 'authorityScore' }],
  });
  const both = person('yiwu', { role: 'reviewer', bodyId: 'ec-commerce-jinhua', region: 'ZJ/JINHUA' });
  expect(() => one.act('authorityScore', both, scores(88), at('2025-12-12 11:00'))).toThrow();
  const all = authoritiesScored();
  expect(all.state).toMatchObject({ stage: 'AUTHORITY_SCORED', bodyId: 'ec-evaluator' });
  expect(Object.keys(all.state.facts.byAuthority)).toEqual(AUTHORITIES);
});

it('EC-CENTRE-08.3 scores of 101 in all are refused', () => {
  const one = review();
  one.act('prepareMaterial', people.centre, { fileIds: ['f-1'] }, at('2025-12-10 10:00'));
  const groups = { CONDITIONS: 30, ABILITY: 40, SUPPORT: 20, LIAISON: 11 };
  expect(() => one.act('selfScore', people.centre, { scores: groups }, at('2025-12-10 11:00'))).toThrow('come to 101');
});

it('EC-CENTRE-08.4 EC-CENTRE-08.5 the score of the province is final; a mail says it and no grade', async () => {
  const one = authoritiesScored();
  one.act('provinceScore', people.evaluator, scores(84), at('2025-12-20 10:00'));
  one.act('closeReview', people.evaluatorManager, {}, at('2025-12-21 10:00'));
  expect(one.state).toMatchObject({ outcome: 'CLOSED', facts: { final: 84, self: { total: 95 } } });
  expect(one.toldTo('reviewScored')).toEqual([CENTRE]);
  const { text } = await renderSample('centreReview', 'reviewScored', 'zh-CN');
  expect(text).toContain('84 分');
  expect(text).not.toMatch(/优秀|良好|合格|等级/);
});

it('EC-CENTRE-08.2 XC-05.5 a score of somebody with an interest is set aside with a reason, and given anew by somebody else', () => {
  const one = authoritiesScored();
  one.act('provinceScore', people.evaluator, scores(84), at('2025-12-20 10:00'));
  one.act('interestDeclared', anyone.otherCase, { account: people.evaluator.id }, at('2025-12-20 11:00'));
  expect(one.last.lines[1]?.title.zh).toBe('所涉评分：浙江省电子商务公共服务中心考评办公室');
  expect(one.tasks).toEqual(['closeReview', 'lookIntoInterest']);
  const aside = (body: string) =>
    one.act(
      'setScoreAside',
      people.evaluatorManager,
      { body, reason: '评分人配偶任职于该中心。' },
      at('2025-12-20 12:00'),
    );
  aside('ec-evaluator');
  expect(one.last.lines.find(({ type }) => type === 'SCORE_SET_ASIDE')?.title.zh).toContain(
    '考评办公室：原评 84 分不再计入。理由：评分人配偶',
  );
  expect(one.state).toMatchObject({ stage: 'AUTHORITY_SCORED', facts: { province: null } });
  expect(one.tasks).toEqual(['provinceScore']);
  expect(() => aside('ec-evaluator')).toThrow('no score that counts');
  expect(() => one.act('provinceScore', people.evaluator, scores(90), at('2025-12-21 10:00'))).toThrow(
    expect.objectContaining({ code: 'FOUR_EYES' }),
  );
  const office = { role: 'reviewer', ...evaluator } as const;
  one.act('provinceScore', person('evaluator-2', office), scores(80), at('2025-12-21 10:00'));
  aside('ec-commerce-jinhua');
  expect(one.state).toMatchObject({ stage: 'SELF_SCORED', bodyId: 'ec-commerce-jinhua' });
  expect(one.tasks).toEqual(['authorityScore']);
  const second = person('jinhua-2', { role: 'reviewer', bodyId: 'ec-commerce-jinhua', region: 'ZJ/JINHUA' });
  one.act('authorityScore', second, scores(86), at('2025-12-22 10:00'));
  expect(one.state).toMatchObject({ stage: 'PROVINCE_SCORED', bodyId: 'ec-evaluator' });
  one.act('closeReview', people.evaluatorManager, {}, at('2025-12-23 10:00'));
  expect(one.state.facts.final).toBe(80);
});

it('EC-CENTRE-08.1 is closed as not held, with a reason, once its material is overdue, and no sooner', () => {
  const one = review();
  const reason = { reason: '中心全年停业。' };
  expect(() => one.act('recordNotHeld', people.yiwuManager, reason, at('2025-12-31 10:00'))).toThrow(
    'until 2025-12-31',
  );
  one.liveUntil(at('2026-01-01 00:00'));
  expect(one.tasks).toEqual(['decideOverdue']);
  expect(() => one.act('recordNotHeld', people.yiwuManager, { reason: '' }, at('2026-01-05 10:00'))).toThrow('reason');
  one.act('recordNotHeld', people.yiwuManager, reason, at('2026-01-05 10:00'));
  expect(one.state).toMatchObject({ outcome: 'NOT_HELD', tasks: [], facts: { final: null } });
  expect(one.toldTo('reviewNotHeld')).toEqual([CENTRE]);
  const late = review();
  late.liveUntil(at('2026-01-01 00:00'));
  late.act('prepareMaterial', people.centre, { fileIds: ['f-1'] }, at('2026-01-04 10:00'));
  late.act('selfScore', people.centre, scores(95), at('2026-01-04 11:00'));
  expect(late.state).toMatchObject({ stage: 'SELF_SCORED', tasks: [{ name: 'authorityScore' }] });
});

it('EC-CENTRE-08.1 ends with the centre', () => {
  const one = review();
  one.act('centreLeft', anyone.otherCase, {}, at('2025-12-05 10:00'));
  expect(one.state.outcome).toBe('ENDED');
});
