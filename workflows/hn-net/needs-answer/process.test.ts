import { expect, it } from 'vitest';
import { at } from '../../../test/support/engine-samples.ts';
import { CONSUMER, NetworkCase, netPeople as people } from '../../../test/support/network-case.ts';
import { hnNetValues } from '../../../rules/hn-net/config.ts';
import type { Person } from '../../../rules/roles.ts';
import type { NeedsAnswerFacts } from './contract.ts';
import { needsAnswerIntake } from './intake.ts';
import { needsAnswer } from './process.ts';

const now = at('2025-10-15 10:00');
const survey = {
  id: 'nds-1',
  kind: 'needsSurvey',
  subject: 'unit:hn-liuyang',
  about: null,
  stage: 'COLLECTING',
  isOpen: true,
};
const requester = { name: '李女士', telephone: '13800138000' };
const form = { platform: 'hn-liuyang', category: 'FINANCING', need: '需要流动资金贷款。', requester };

function file(changes: object = {}, filer: Person = people.consumer, cases = [survey]) {
  const filed = { filer, filerName: '李女士', now, rules: hnNetValues(), entries: [], cases };
  return needsAnswerIntake.file({
    ...filed,
    party: filer.offices[0]?.party ?? '',
    form: needsAnswerIntake.form.parse({ ...form, ...changes }),
  });
}

function answered(filer: Person = people.consumer) {
  return new NetworkCase<NeedsAnswerFacts>(needsAnswer, file({}, filer), { id: 'nda-1', openedAt: now, filer });
}

it('HN-NET-05.4 an answer reaches the survey that the platform has open', () => {
  const one = answered();
  expect(one.state).toMatchObject({ stage: 'RECEIVED', bodyId: 'hn-liuyang', tasks: [{ name: 'considerNeed' }] });
  expect(one.last.messages).toMatchObject([
    { to: 'nds-1', action: 'answerReceived', input: { category: 'FINANCING' } },
  ]);
  expect(() => file({}, people.consumer, [{ ...survey, isOpen: false }])).toThrow('no such survey open');
  expect(() => file({}, people.consumer, [survey, { ...survey, id: 'nds-2' }])).toThrow('several surveys open');
  expect(file({ survey: 'nds-2' }, people.consumer, [survey, { ...survey, id: 'nds-2' }]).opening).toMatchObject({
    survey: 'nds-2',
  });
});

it('HN-NET-05.4 a need is turned into a request of the same enterprise, with what it wrote', () => {
  const one = answered();
  one.act('turnIntoRequest', people.county, {}, at('2025-10-16 10:00'));
  expect(one.last.openings).toMatchObject([
    {
      id: 'srq-1',
      kind: 'serviceRequest',
      parties: { consumer: [CONSUMER] },
      bodyId: 'hn-liuyang',
      opening: { channel: 'ONLINE', category: 'FINANCING', platform: 'hn-liuyang' },
      form: { takes: ['platform', 'category', 'need', 'requester'] },
    },
  ]);
  expect(one.last.messages).toMatchObject([{ to: 'nds-1', action: 'answerTurned' }]);
  expect(one.state).toMatchObject({ outcome: 'TURNED', facts: { requestCaseId: 'srq-1' } });
  expect(JSON.stringify(one.state)).not.toContain('流动资金');
});

it('HN-NET-05.4 a need that leads to nothing now is noted, and who gave it hears why', () => {
  const one = answered();
  expect(() => one.act('noteAnswer', people.city, { reason: '……' }, now)).toThrow();
  one.act('noteAnswer', people.county, { reason: '已有免费服务，可直接办理。' }, now);
  expect(one.toldTo('answerNoted')).toEqual([CONSUMER]);
  expect(one.state.outcome).toBe('NOTED');
});

it('HN-NET-05.4 staff enter an answer for an enterprise without an account, which is then told at its address', () => {
  expect(() => file({ requester: undefined }, people.county)).toThrow('entered for');
  expect(() => file({}, people.city)).toThrow('do not work for this body');
  const one = answered(people.county);
  expect(one.state.subject).toBe('unit:hn-liuyang');
  one.act('noteAnswer', people.county2, { reason: '已有免费服务。' }, now);
  expect(one.toldTo('answerNoted')).toEqual(['contact']);
});
