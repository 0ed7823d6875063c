/** The opinion of one expert, 四: given independently, and opened together with those of the others. */
import { reviewEnds } from '../../../rules/hn-base/review.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { defineProcess } from '../../engine/define.ts';
import { baseDeclaration } from '../base-declaration/contract.ts';
import { baseOpinion as contract, type Opinion } from './contract.ts';
import { baseOpinionSentences } from './sentences.ts';

export const baseOpinion = defineProcess(contract, {
  sentences: baseOpinionSentences,

  facts: (opening) => ({ ...opening, givenAt: null, score: null, opinion: null, openedAt: null }),

  open(step) {
    step.startDeadline('opinion', step.workingDays('base.opinionWithin'));
    step.notify('opinionAsked', 'expert', ofBase(step), ['opinion']);
  },

  due: {
    opinion: (step) => step.tell(step.facts.declaration, baseDeclaration, 'opinionOverdue', { opinion: step.state.id }),
  },

  requires: { giveOpinion: [hasNoInterest] },

  actions: {
    giveOpinion(step, { score, opinion }) {
      step.facts.givenAt = step.now;
      step.facts.score = score;
      step.facts.opinion = opinion;
      step.meetDeadline('opinion');
      step.moveTo('GIVEN');
      step.tell(step.facts.declaration, baseDeclaration, 'opinionGiven', { opinion: step.state.id });
    },

    stepBack(step, { reason }) {
      step.tell(step.facts.declaration, baseDeclaration, 'expertLeft', { opinion: step.state.id, reason });
      step.close('RECUSED');
    },

    openOpinion(step) {
      const { score, opinion, declaration } = step.facts;
      if (score === null || opinion === null) throw new Error('No opinion was given.');
      step.facts.openedAt = step.now;
      step.tell(declaration, baseDeclaration, 'opinionOpened', { opinion: step.state.id, score, words: opinion });
      step.close('OPENED');
    },

    endReview(step, { why }) {
      step.notify('reviewEnded', 'expert', { ...ofBase(step), reason: reviewEnds[why] });
      step.close('ENDED');
    },
  },
});

/**
 * The lot leaves out whose interest was on record; one that came on record since is refused here (HN-BASE-03.1).
 * @throws Refusal CONFLICT_OF_INTEREST
 */
function hasNoInterest(step: Opinion, people: readonly PartyKey[]): void {
  if (!people.includes(step.party('expert'))) return;
  refuse(
    'CONFLICT_OF_INTEREST',
    '您与申报单位存在登记在案的利益关系，不能评审；请申请回避，由其他专家递补。',
    'You have an interest in this base on record and may not review it. Please step back; another expert takes your place.',
    { facts: { requirement: 'HN-BASE-03.1' } },
  );
}

function ofBase({ facts: { base, year } }: Opinion) {
  return { base, year };
}
