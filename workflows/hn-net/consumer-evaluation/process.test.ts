import { describe, expect, it } from 'vitest';
import { evaluationFigures } from '../../../rules/hn-net/evaluation-figures.ts';
import { at, person } from '../../../test/support/engine-samples.ts';
import { NetworkCase } from '../../../test/support/network-case.ts';
import type { ConsumerEvaluationFacts } from './contract.ts';
import { evaluationOnRecord } from './contract.ts';
import { consumerEvaluation } from './process.ts';

const consumerParty = 'person:u-7';
const providerParty = '91430102MA4L8XK93A';
const hub = { bodyId: 'hn-hub', region: 'HN' };
const consumer = person('u-7', { role: 'consumer', party: consumerParty });
const provider = person('p-1', { role: 'provider', party: providerParty });
const otherProvider = person('p-2', { role: 'provider', party: '91310104MA1FR2CD85' });
const reviewer = person('r-1', { role: 'reviewer', ...hub });
const manager = person('m-1', { role: 'manager', ...hub });
const windowReviewer = person('r-2', { role: 'reviewer', bodyId: 'hn-changsha', region: 'HN/CHANGSHA' });

const filed = at('2025-09-26 10:00');
const reported = at('2025-09-26 15:00');
const decided = at('2025-09-29 11:00');
const ground = 'INSULT_OR_DEFAMATION';
const complaint = { ground, explanation: '对我司人员有侮辱性用语。', fileIds: [] };
const hide = { ground, reason: '对经办人员的人身攻击构成侮辱。' };

function evaluation() {
  return new NetworkCase<ConsumerEvaluationFacts>(
    consumerEvaluation,
    {
      title: '',
      subject: consumerParty,
      parties: { consumer: [consumerParty], provider: [providerParty] },
      body: hub,
      about: `order:${providerParty}:O-1`,
      opening: { score: 1, orderNo: 'O-1', completedOn: '2025-09-24' },
    },
    { id: 'evl-1', openedAt: filed, filer: consumer },
  );
}

function onRecord({ state }: NetworkCase<ConsumerEvaluationFacts>) {
  return evaluationOnRecord(state.stage, state.facts);
}

describe('the evaluation of a service', () => {
  it('HN-NET-19.1 is published at once, told to the provider, and keeps no workflow waiting', () => {
    const one = evaluation();
    expect(one.state).toMatchObject({ stage: 'PUBLISHED', outcome: 'PUBLISHED', closedAt: filed, tasks: [] });
    expect(one.last.notices).toEqual([
      expect.objectContaining({
        template: 'evaluationPublished',
        to: { party: providerParty, roles: ['provider'] },
        data: { orderNo: 'O-1', completedOn: '2025-09-24', score: 1, publishedAt: filed },
      }),
    ]);
    expect(one.last.lines.map(({ type }) => type)).toEqual(['CASE_OPENED', 'STAGE_CHANGED', 'CASE_CLOSED']);
    expect(one.liveUntil(at('2030-01-01 00:00'))).toEqual([]);
  });

  it('HN-NET-19.1 HN-NET-12.1 counts on the page of its provider, however unfavourable', () => {
    expect(onRecord(evaluation())).toEqual({ score: 1, isShown: true, isContested: false });
    expect(evaluationFigures([onRecord(evaluation())])).toMatchObject({ meanScore: 1, satisfaction: { percent: 0 } });
  });

  it('HN-NET-19.1 is answered once by its provider, in public, and stays closed', () => {
    const one = evaluation();
    const answer = { text: '已为您重新出具报告。', fileIds: [] };
    expect(() => one.act('answerEvaluation', otherProvider, answer, reported)).toThrow('outside your');
    expect(() => one.act('answerEvaluation', consumer, answer, reported)).toThrow('may not');
    one.act('answerEvaluation', provider, answer, reported);
    expect(one.state).toMatchObject({ outcome: 'PUBLISHED', closedAt: filed, facts: { answeredAt: reported } });
    expect(one.last.writes).toEqual([
      { write: 'form', data: { changes: { answer: { ...answer, at: reported } }, filedById: 'p-1' } },
    ]);
    expect(one.lastNotices).toEqual([`evaluationAnswered → ${consumerParty}`]);
    expect(() => one.act('answerEvaluation', provider, answer, decided)).toThrow('once');
  });

  it('HN-NET-19.1 takes one more comment of the consumer, and leaves what was filed as it was', () => {
    const one = evaluation();
    const comment = { text: '问题已解决。', fileIds: [] };
    expect(() => one.act('commentEvaluation', provider, comment, reported)).toThrow('may not');
    one.act('commentEvaluation', consumer, comment, reported);
    expect(one.state.facts).toMatchObject({ score: 1, commentedAt: reported });
    expect(one.last.writes).toEqual([
      { write: 'form', data: { changes: { comment: { ...comment, at: reported } }, filedById: 'u-7' } },
    ]);
    expect(one.lastNotices).toEqual([`commentAdded → ${providerParty}`]);
    expect(() => one.act('commentEvaluation', consumer, comment, decided)).toThrow('once');
  });
});

describe('an attempt to take an evaluation away', () => {
  it('HN-NET-19.2 is refused to the provider with 403, and changes nothing', () => {
    const one = evaluation();
    expect(() => one.act('hideEvaluation', provider, hide, reported)).toThrow(
      expect.objectContaining({
        code: 'NOT_ALLOWED',
        details: expect.objectContaining({ facts: { allowed: ['reviewer'] } }),
      }),
    );
    one.act('reportEvaluation', provider, complaint, reported);
    expect(() => one.act('hideEvaluation', provider, hide, decided)).toThrow('may not');
    expect(onRecord(one).isShown).toBe(true);
  });

  it('HN-NET-19.2 knows no way to delete or change an evaluation, for anybody', () => {
    for (const who of [provider, consumer, reviewer, manager]) {
      expect(() => evaluation().act('deleteEvaluation', who, {}, reported)).toThrow(
        expect.objectContaining({ code: 'NOT_FOUND' }),
      );
    }
    expect(
      Object.keys(consumerEvaluation.contract.actions).filter((name) => /delete|revise|withdraw/i.test(name)),
    ).toEqual([]);
  });

  it('HN-NET-19.2 XC-05.5 is refused to the consumer, to a manager and to another platform', () => {
    const one = evaluation();
    expect(() => one.act('hideEvaluation', consumer, hide, reported)).toThrow('may not');
    expect(() => one.act('hideEvaluation', manager, hide, reported)).toThrow('may not');
    expect(() => one.act('hideEvaluation', windowReviewer, hide, reported)).toThrow('outside your');
    const both = person('u-7', { role: 'consumer', party: consumerParty }, { role: 'reviewer', ...hub });
    expect(() => one.act('hideEvaluation', both, hide, reported)).toThrow('somebody else must');
  });
});

describe('a report of unlawful content', () => {
  it('HN-NET-12.2 contests the evaluation, which stays in view until the platform has decided', () => {
    const one = evaluation();
    one.act('reportEvaluation', provider, complaint, reported);
    expect(one.state).toMatchObject({ stage: 'PUBLISHED', outcome: null, closedAt: null });
    expect(one.tasks).toEqual(['reviewReport']);
    expect(onRecord(one)).toEqual({ score: 1, isShown: true, isContested: true });
    expect(() => one.act('reportEvaluation', provider, complaint, decided)).toThrow('being examined');
    one.act('keepEvaluation', reviewer, { reason: '属于对服务的批评。' }, decided);
    expect(onRecord(one)).toEqual({ score: 1, isShown: true, isContested: false });
  });

  it('HN-NET-19.1 XC-01.2 has an internal target of three working days and nothing more', () => {
    const one = evaluation();
    one.act('reportEvaluation', provider, complaint, reported);
    // Sunday 28 September 2025 is a make-up working day.
    expect(one.state.deadlines).toMatchObject([{ name: 'reportReview', lastDay: '2025-09-30', rungs: [] }]);
    expect(one.last).toMatchObject({
      dueAt: null,
      tasks: [{ name: 'reviewReport', role: 'reviewer', dueAt: at('2025-10-01 00:00'), detail: { ground } }],
    });
    expect(one.liveUntil(at('2025-11-01 00:00'))).toEqual([at('2025-10-01 00:00')]);
    expect(one.tasks).toEqual(['reviewReport']);
    one.act('keepEvaluation', reviewer, { reason: '属于对服务的批评。' }, at('2025-11-03 09:00'));
    expect(one.state.outcome).toBe('PUBLISHED');
  });

  it('HN-NET-19.2 XC-05.1 is turned down with a reason, and not examined again on the same ground', () => {
    const one = evaluation();
    one.act('reportEvaluation', provider, complaint, reported);
    expect(() => one.act('keepEvaluation', reviewer, { reason: '' }, decided)).toThrow('needs a reason');
    one.act('keepEvaluation', reviewer, { reason: '属于对服务的批评。' }, decided);
    expect(one.state).toMatchObject({ outcome: 'PUBLISHED', closedAt: decided, tasks: [], deadlines: [] });
    expect(one.last.notices).toEqual([
      expect.objectContaining({
        template: 'reportTurnedDown',
        to: { party: providerParty, roles: ['provider'] },
        data: expect.objectContaining({ clause: 'HN-NET 第八条第六项', reason: '属于对服务的批评。' }) as unknown,
      }),
    ]);
    expect(() => one.act('reportEvaluation', provider, complaint, decided)).toThrow('turned down');
    one.act('reportEvaluation', provider, { ...complaint, ground: 'PERSONAL_INFORMATION' }, decided);
    expect(one.state.closedAt).toBeNull();
  });

  it('HN-NET-19.2 may be made again on the same ground once something was added', () => {
    const one = evaluation();
    one.act('reportEvaluation', provider, complaint, reported);
    one.act('keepEvaluation', reviewer, { reason: '属于对服务的批评。' }, decided);
    one.act('commentEvaluation', consumer, { text: '……', fileIds: [] }, at('2025-09-30 09:00'));
    one.act('reportEvaluation', provider, complaint, at('2025-09-30 10:00'));
    expect(one.tasks).toEqual(['reviewReport']);
  });

  it('HN-NET-19.2 XC-05.5 is not decided by who made it, and is worked on by who took the task', () => {
    const one = evaluation();
    const inBoth = person('p-1', { role: 'provider', party: providerParty }, { role: 'reviewer', ...hub });
    one.act('reportEvaluation', inBoth, complaint, reported);
    expect(() => one.act('hideEvaluation', inBoth, hide, decided)).toThrow('somebody else must');
    one.act('claimTask', reviewer, { task: 'reviewReport' }, decided);
    const colleague = person('r-3', { role: 'reviewer', ...hub });
    expect(() => one.act('hideEvaluation', colleague, hide, decided)).toThrow('held by somebody else');
  });
});

it('XC-05.1 report, hiding, objection and reversal each cite the passage of the ground, on the line and to the parties', () => {
  const clause = 'HN-NET 第九条第八项';
  const own = { ...complaint, ground: 'PERSONAL_INFORMATION' };
  const one = evaluation();
  one.act('reportEvaluation', provider, own, reported);
  expect(one.last.lines[0]).toMatchObject({ type: 'EVALUATION_REPORTED', clause });
  one.act('keepEvaluation', reviewer, { reason: '所载系公开信息。' }, decided);
  expect(one.last.lines[0]).toMatchObject({ type: 'EVALUATION_KEPT', clause });
  one.act('hideEvaluation', reviewer, { ...hide, ground: own.ground }, decided);
  expect(one.last.lines[0]).toMatchObject({ type: 'EVALUATION_HIDDEN', clause });
  one.act('restoreEvaluation', manager, { reason: '所载系公开信息。' }, at('2025-10-10 10:00'));
  expect(one.last.lines[0]).toMatchObject({ type: 'EVALUATION_RESTORED', clause });
  expect(one.last.notices).toMatchObject([{ data: { clause } }, { data: { clause } }]);
  const upheld = evaluation();
  upheld.act('hideEvaluation', reviewer, { ...hide, ground: own.ground }, decided);
  upheld.act('objectToHiding', consumer, { explanation: '……', fileIds: [] }, at('2025-09-30 09:00'));
  upheld.act('upholdHiding', manager, { reason: '确系个人信息。' }, at('2025-10-10 10:00'));
  expect(upheld.last.lines[0]).toMatchObject({ type: 'EVALUATION_HIDING_UPHELD', clause });
});

describe('a hidden evaluation', () => {
  function hidden() {
    const one = evaluation();
    one.act('reportEvaluation', provider, complaint, reported);
    one.act('hideEvaluation', reviewer, hide, decided);
    return one;
  }
  const objection = { explanation: '所指词语系行业用语。', fileIds: [] };
  const objected = at('2025-09-30 09:00');
  const reviewed = at('2025-10-10 10:00');

  it('HN-NET-19.2 is told to both sides with ground, clause and reason, and is kept', () => {
    const one = hidden();
    expect(one.state).toMatchObject({
      stage: 'HIDDEN',
      outcome: 'HIDDEN',
      closedAt: decided,
      tasks: [],
      deadlines: [],
    });
    expect(one.lastNotices).toEqual([`evaluationHidden → ${consumerParty}`, `evaluationHidden → ${providerParty}`]);
    expect(one.last.notices[0]?.data).toEqual({
      orderNo: 'O-1',
      ground: { zh: '侮辱、诽谤他人', en: 'Insult or defamation' },
      clause: 'HN-NET 第八条第六项',
      reason: hide.reason,
      hiddenAt: decided,
    });
    expect(one.state.facts).toMatchObject({ score: 1, hidden: { ground, hiddenAt: decided } });
    expect(evaluationFigures([onRecord(one)])).toMatchObject({ hidden: 1, satisfaction: { all: 0, percent: null } });
  });

  it('HN-NET-19.2 XC-05.1 is hidden by the platform of its own finding too, never without a reason', () => {
    const one = evaluation();
    expect(() => one.act('hideEvaluation', reviewer, { ground, reason: ' ' }, decided)).toThrow('needs a reason');
    one.act('hideEvaluation', reviewer, { ...hide, ground: 'FABRICATED_TRADE' }, decided);
    expect(one.state.outcome).toBe('HIDDEN');
    expect(one.last.notices[0]?.data).toMatchObject({ clause: 'HN-NET 第九条第九项(四)' });
    expect(() => one.act('hideEvaluation', reviewer, hide, decided)).toThrow('closed');
  });

  it('HN-NET-19.2 takes no answer, comment or report', () => {
    const one = hidden();
    const words = { text: '……', fileIds: [] };
    expect(() => one.act('answerEvaluation', provider, words, objected)).toThrow('hidden');
    expect(() => one.act('commentEvaluation', consumer, words, objected)).toThrow('hidden');
    expect(() => one.act('reportEvaluation', provider, complaint, objected)).toThrow('closed');
  });

  it('HN-NET-19.1 can be objected to once by its consumer; a manager, and not who hid it, decides', () => {
    const one = hidden();
    expect(() => one.act('objectToHiding', provider, objection, objected)).toThrow('may not');
    one.act('objectToHiding', consumer, objection, objected);
    expect(one.state).toMatchObject({ stage: 'HIDDEN', closedAt: null });
    // 9 and 10 October 2025 are the first working days after the holiday; Saturday 11 October is a make-up day.
    expect(one.state.deadlines).toMatchObject([{ name: 'hidingReview', lastDay: '2025-10-11' }]);
    expect(one.last.tasks).toMatchObject([{ name: 'reviewHiding', role: 'manager', dueAt: at('2025-10-12 00:00') }]);
    expect(() => one.act('objectToHiding', consumer, objection, reviewed)).toThrow('already');
    expect(() => one.act('restoreEvaluation', reviewer, { reason: '……' }, reviewed)).toThrow('may not');
    const hider = person('r-1', { role: 'manager', ...hub });
    expect(() => one.act('restoreEvaluation', hider, { reason: '……' }, reviewed)).toThrow('somebody else must');
    expect(one.liveUntil(at('2025-10-12 00:00'))).toEqual([at('2025-10-12 00:00')]);
    expect(onRecord(one).isShown).toBe(false);
  });

  it('HN-NET-19.2 XC-05.1 is shown again when the decision is reversed, and both sides are told why', () => {
    const one = hidden();
    one.act('objectToHiding', consumer, objection, objected);
    expect(() => one.act('restoreEvaluation', manager, {}, reviewed)).toThrow('needs a reason');
    one.act('restoreEvaluation', manager, { reason: '系行业用语。' }, reviewed);
    expect(one.state).toMatchObject({ outcome: 'PUBLISHED', closedAt: reviewed, facts: { hidden: null }, tasks: [] });
    expect(one.lastNotices).toEqual([`evaluationRestored → ${consumerParty}`, `evaluationRestored → ${providerParty}`]);
    expect(onRecord(one)).toEqual({ score: 1, isShown: true, isContested: false });
    expect(() => one.act('reportEvaluation', provider, complaint, reviewed)).toThrow('turned down');
  });

  it('HN-NET-19.2 is shown again of the manager’s own finding too', () => {
    const one = hidden();
    one.act('restoreEvaluation', manager, { reason: '系行业用语。' }, reviewed);
    expect(one.state).toMatchObject({ outcome: 'PUBLISHED', closedAt: reviewed });
    expect(() => one.act('restoreEvaluation', manager, { reason: '……' }, reviewed)).toThrow('closed');
  });

  it('HN-NET-19.2 stays hidden when the objection is turned down, which ends the matter', () => {
    const one = hidden();
    expect(() => one.act('upholdHiding', manager, { reason: '……' }, reviewed)).toThrow('closed');
    one.act('objectToHiding', consumer, objection, objected);
    one.act('upholdHiding', manager, { reason: '已超出对服务的批评。' }, reviewed);
    expect(one.state).toMatchObject({ outcome: 'HIDDEN', closedAt: reviewed, tasks: [], deadlines: [] });
    expect(one.lastNotices).toEqual([`hidingUpheld → ${consumerParty}`]);
    expect(() => one.act('objectToHiding', consumer, objection, reviewed)).toThrow('already');
  });
});
