/** The review of a year, 7.2: the centre prepares and scores itself, then each authority, then the evaluator; the result is told and has no grade. */
import { centreBodies, EVALUATOR } from '../../../rules/ec-centre/bodies.ts';
import { finalScore, totalOf, type GroupScores } from '../../../rules/ec-centre/services.ts';
import { entry, listed } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { endInterest } from '../../engine/common.ts';
import { centreBody } from '../words.ts';
import { centreReview as contract, type Review, type Scored } from './contract.ts';
import { centreReviewSentences } from './sentences.ts';

export const centreReview = defineProcess(contract, {
  sentences: centreReviewSentences,

  facts: (opening) => ({
    ...opening,
    preparedAt: null,
    overdue: false,
    self: null,
    byAuthority: {},
    province: null,
    final: null,
  }),

  open(step) {
    step.startDeadline('material', { unit: 'date', day: step.facts.dueOn });
    step.notify('reviewOpened', 'centre', ofYear(step), ['material']);
  },

  due: {
    material(step) {
      step.facts.overdue = true;
      step.notify('materialOverdue', 'centre', ofYear(step));
      step.openTask('decideOverdue', ofYear(step));
    },
  },

  interestDeclared(step, account) {
    const concerned = centreBodies.filter(({ id }) => step.state.participants[scorerAt(id)]?.includes(account));
    if (concerned.length > 0) {
      const title = entry(text('所涉评分', 'The scores it concerns'), listed(concerned.map(({ name }) => name)));
      step.record('INTEREST_CONCERNS', title, { clause: 'EC-CENTRE 7.2.1', requirement: 'EC-CENTRE-08.2' });
    }
    return 'TO_DECIDE';
  },

  requires: {
    selfScore: [materialIsThere],
    closeReview: [allHaveScored],
    recordNotHeld: [isOverdue],
  },

  actions: {
    prepareMaterial(step) {
      step.facts.preparedAt = step.now;
    },

    selfScore(step, { scores }) {
      step.facts.self = scored(step, scores);
      // What came in time is in time, also where the end of the time was recorded before it was looked at.
      if (dayOf(step.receivedAt) <= step.facts.dueOn) step.facts.overdue = false;
      step.meetDeadline('material');
      step.closeTask('decideOverdue');
      step.moveTo('SELF_SCORED');
      step.openTask('authorityScore', ofYear(step));
    },

    authorityScore(step, { scores }) {
      step.participate('authorityScorer');
      step.participate(scorerAt(step.state.bodyId));
      const { byAuthority, authorities } = step.facts;
      const given = { ...byAuthority, [step.state.bodyId]: scored(step, scores) };
      step.facts.byAuthority = given;
      step.closeTask('authorityScore');
      const next = authorities.find((id) => given[id] === undefined);
      if (next !== undefined) {
        step.setBody('authority', centreBody(next));
        step.openTask('authorityScore', ofYear(step));
        return;
      }
      // The evaluator may have scored before a score of an authority was set aside.
      if (step.facts.province !== null) toClose(step);
      else toProvince(step);
    },

    provinceScore(step, { scores }) {
      step.participate('provinceScorer');
      step.participate(scorerAt(EVALUATOR));
      step.facts.province = scored(step, scores);
      step.closeTask('provinceScore');
      toClose(step);
    },

    setScoreAside(step, { body }) {
      refuseUnscored(step, body);
      for (const task of ['provinceScore', 'closeReview'] as const) step.closeTask(task);
      if (body === EVALUATOR) {
        step.facts.province = null;
        toProvince(step);
      } else {
        const others = Object.entries(step.facts.byAuthority).filter(([id]) => id !== body);
        step.facts.byAuthority = Object.fromEntries(others);
        step.setBody('authority', centreBody(body));
        if (step.state.stage !== 'SELF_SCORED') step.moveTo('SELF_SCORED');
        step.openOrDescribeTask('authorityScore', ofYear(step));
      }
      const scorers = step.state.participants[scorerAt(body)] ?? [];
      step.state.participants[scorerAt(body)] = [];
      endInterest(step, (account) => scorers.includes(account));
    },

    closeReview(step) {
      const { self, province, byAuthority } = step.facts;
      if (self === null || province === null) throw new Error('Not all have scored.');
      const authorities = Object.values(byAuthority).map(({ total }) => total);
      const totals = { self: self.total, authorities, province: province.total };
      const score = finalScore(totals, step.rules['ec.scoring']);
      step.facts.final = score;
      step.notify('reviewScored', 'centre', {
        ...ofYear(step),
        ...totals,
        score,
        fullMark: step.number('ec.fullMark'),
      });
      step.close('CLOSED');
    },

    recordNotHeld(step, { reason }) {
      step.notify('reviewNotHeld', 'centre', { ...ofYear(step), reason });
      step.close('NOT_HELD');
    },

    centreLeft: (step) => step.close('ENDED'),
  },
});

function ofYear({ facts: { year, name } }: Review) {
  return { year, name };
}

function toProvince(step: Review): void {
  step.moveTo('AUTHORITY_SCORED');
  step.openTask('provinceScore', ofYear(step));
}

function toClose(step: Review): void {
  step.moveTo('PROVINCE_SCORED');
  step.openTask('closeReview', ofYear(step));
}

/** Who scored at a body, among those who did something in the case. */
function scorerAt(body: string): string {
  return `scorerAt:${body}`;
}

/** @throws Refusal INVALID_INPUT for a body that has given no score that counts (EC-CENTRE-08.2) */
function refuseUnscored({ facts: { province, byAuthority } }: Review, body: string): void {
  if ((body === EVALUATOR ? province : (byAuthority[body] ?? null)) !== null) return;
  refuse('INVALID_INPUT', '该单位没有计入的评分。', 'This body has given no score that counts.', { field: 'body' });
}

/** @throws Refusal INVALID_INPUT above the full mark (EC-CENTRE-08.3) */
function scored(step: Review, groups: GroupScores): Scored {
  const total = totalOf(groups);
  const full = step.number('ec.fullMark');
  if (total > full) {
    refuse(
      'INVALID_INPUT',
      `四项合计 ${total} 分，超过满分 ${full} 分，请核对。`,
      `The four groups come to ${total}, above the full mark of ${full}; look at them again.`,
      { field: 'scores', facts: { total, full } },
    );
  }
  return { groups, total, at: step.now };
}

/** Its centre has the whole time to hand in and score itself (EC-CENTRE-08.1). */
function isOverdue({ facts: { overdue, dueOn } }: Review): void {
  if (overdue) return;
  refuse(
    'NOT_NOW',
    `考评材料和自评分在 ${dueOn} 前仍可提交，期满后方可按未进行办结。`,
    `Material and self-score can come until ${dueOn}; after that day it can be closed as not held.`,
    { facts: { dueOn } },
  );
}

function materialIsThere({ facts: { preparedAt } }: Review): void {
  if (preparedAt === null) refuse('STEP_MISSING', '请先提交考评材料。', 'Hand in the material first.');
}

/** Centre, each authority and evaluator (EC-CENTRE-08.2). */
function allHaveScored({ facts: { self, province, byAuthority, authorities } }: Review): void {
  const missing = authorities.filter((id) => byAuthority[id] === undefined);
  if (self !== null && province !== null && missing.length === 0) return;
  refuse(
    'STEP_MISSING',
    '中心、各级商务主管部门和省级考评单位均评分后方可办结。',
    'Centre, authorities at each level and evaluator all score before a review is closed.',
    {
      facts: { missing: [...(self === null ? ['self'] : []), ...missing, ...(province === null ? ['province'] : [])] },
    },
  );
}
