import { expect, it } from 'vitest';
import { BaseCase, basePeople as people, province } from '../../../test/support/base-case.ts';
import { at, people as anyone } from '../../../test/support/engine-samples.ts';
import { readableFacts } from '../../engine/contract.ts';
import type { BaseOpinionFacts } from './contract.ts';
import { baseOpinion } from './process.ts';

const EXPERT = 'person:expert-1';
const given = { score: 88.5, opinion: '服务企业多，制度完善。' };

function opinion() {
  const opening = { year: 2019, base: '麓谷基地', declaration: 'bdc-1' };
  return new BaseCase<BaseOpinionFacts>(
    baseOpinion,
    { subject: EXPERT, title: '', parties: { expert: [EXPERT] }, body: province, bodies: { province }, opening },
    { id: 'bop-1', openedAt: at('2019-04-28 10:00') },
  );
}

it('HN-BASE-03.1 an expert is asked, with working days that leave out the holiday', () => {
  const one = opinion();
  expect(one.deadline('opinion')).toMatchObject({ lastDay: '2019-05-05' });
  expect(one.toldTo('opinionAsked')).toEqual([EXPERT]);
  one.liveUntil(at('2019-05-06 00:00'));
  expect(one.last.messages).toMatchObject([{ to: 'bdc-1', action: 'opinionOverdue', input: { opinion: 'bop-1' } }]);
});

it('HN-BASE-03.1 nobody reads score and opinion before they are opened, on the timeline not even then', () => {
  const one = opinion();
  one.act('giveOpinion', people.expert, given, at('2019-04-29 10:00'));
  const readable = () => readableFacts(baseOpinion.contract, { ...one.state.facts }, { seesAll: true });
  expect(readable()).toEqual({
    year: 2019,
    base: '麓谷基地',
    declaration: 'bdc-1',
    givenAt: at('2019-04-29 10:00'),
    openedAt: null,
  });
  expect(JSON.stringify([one.last.lines, one.last.messages])).not.toMatch(/88.5|制度完善/);
  one.act('openOpinion', anyone.otherCase, {}, at('2019-04-30 10:00'));
  expect(readable()).toMatchObject(given);
  expect(one.last.messages).toMatchObject([{ action: 'opinionOpened', input: { score: 88.5, words: given.opinion } }]);
  expect(JSON.stringify(one.last.lines)).not.toMatch(/88.5|制度完善/);
  expect(one.state.outcome).toBe('OPENED');
});

it('HN-BASE-03.1 who has come to have an interest on record since the lot gives no opinion, and steps back', () => {
  const one = opinion();
  const now = at('2019-04-29 10:00');
  expect(() => one.act('giveOpinion', people.expert, given, now, [EXPERT])).toThrow('interest in this base');
  expect(one.blocked('giveOpinion', people.expert, now, [EXPERT])).toEqual(['CONFLICT_OF_INTEREST']);
  one.act('stepBack', people.expert, { reason: '配偶任职于该单位。' }, now);
  expect(one.state.outcome).toBe('RECUSED');
});

it('HN-BASE-03.1 an opinion stands once given, and who has to do with the base steps back as long as it is not opened', () => {
  const one = opinion();
  one.act('giveOpinion', people.expert, given, at('2019-04-29 10:00'));
  expect(() => one.act('giveOpinion', people.expert, given, at('2019-04-29 11:00'))).toThrow('not open now');
  one.act('stepBack', people.expert, { reason: '刚得知配偶受聘。' }, at('2019-04-29 12:00'));
  expect(one.state.outcome).toBe('RECUSED');
  const other = opinion();
  other.act('stepBack', people.expert, { reason: '曾为该单位顾问。' }, at('2019-04-29 10:00'));
  expect(other.state.outcome).toBe('RECUSED');
  expect(other.last.messages).toMatchObject([{ to: 'bdc-1', action: 'expertLeft' }]);
});
