import { describe, expect, it } from 'vitest';
import { at } from '../../../test/support/engine-samples.ts';
import { asFiling, fileForm, NetworkCase, netPeople as people } from '../../../test/support/network-case.ts';
import { ningxiang } from '../../../test/support/network-windows.ts';
import type { SurveyFacts } from '../../cooperation/needs-survey/facts.ts';
import { needsSurveyIntake } from './intake.ts';
import { needsSurvey } from './process.ts';

const openedAt = at('2025-10-09 10:00');
const form = {
  platform: 'hn-hub',
  withWindows: true,
  topic: '2025年第四季度服务需求调查',
  questions: '企业当前最需要哪些服务？',
  until: '2025-10-31',
};
const result = { summary: '融资需求最多。', products: ['专精特新贷款对接'], fileIds: [] };
const figures = { answers: 20, requests: 5, byCategory: { FINANCING: 15, LEGAL: 5 }, late: false };

function file(changes: object = {}, filer = people.hub) {
  return fileForm(needsSurveyIntake, { ...form, ...changes }, { filer, now: openedAt, entries: [] });
}

function provinceWide() {
  return new NetworkCase<SurveyFacts>(needsSurvey, file(), { id: 'nds-1', openedAt, filer: people.hub });
}

/** The part of the county window, as the survey of the hub opens it. */
function part() {
  const opening = provinceWide().last.openings.find(({ subject }) => subject === 'unit:hn-liuyang');
  if (opening === undefined) throw new Error('The county window has no part.');
  return new NetworkCase<SurveyFacts>(needsSurvey, asFiling(opening), { id: 'nds-1-2', openedAt });
}

const system = (id: string) => ({ kind: 'system', id, role: 'system' }) as const;

describe('a survey of the whole province', () => {
  it('HN-NET-16.5 gives each window a task of its own, with its day', () => {
    const one = provinceWide();
    expect(one.last.openings.map(({ id }) => id)).toEqual(['nds-1-2', 'nds-1-3', 'nds-1-4']);
    expect(one.last.openings.map(({ subject, bodyId }) => [subject, bodyId])).toEqual([
      ['unit:hn-changsha', 'hn-changsha'],
      ['unit:hn-liuyang', 'hn-liuyang'],
      ['unit:hn-changsha-machinery', 'hn-changsha-machinery'],
    ]);
    expect(one.state.tasks).toEqual([]);
    const window = part();
    expect(window.state).toMatchObject({
      bodyId: 'hn-liuyang',
      stage: 'COLLECTING',
      tasks: [{ name: 'collectNeeds' }],
    });
    expect(window.deadline('collection')).toMatchObject({ lastDay: '2025-10-31' });
    expect(window.toldTo('surveyAsked')).toEqual(['unit:hn-liuyang']);
  });

  it('HN-NET-16.5 HN-NET-02.2 gives a window recognised since its task itself, at the platform that has its cases', () => {
    const filing = fileForm(needsSurveyIntake, form, { filer: people.hub, now: openedAt, entries: [ningxiang] });
    const one = new NetworkCase<SurveyFacts>(needsSurvey, filing, { id: 'nds-2', openedAt, filer: people.hub });
    const own = one.last.openings.find(({ subject }) => subject === 'unit:hn-ningxiang');
    expect(own).toMatchObject({
      ...{ bodyId: 'hn-changsha', region: 'HN/CHANGSHA/NINGXIANG', parties: { collector: ['unit:hn-ningxiang'] } },
    });
  });

  it('HN-NET-05.4 40 answers are counted by category, with the requests that they were turned into', () => {
    const one = provinceWide();
    for (const id of ['nds-1-2', 'nds-1-3']) one.act('partCompleted', system(id), figures, at('2025-10-20 10:00'));
    expect(one.state).toMatchObject({
      stage: 'COLLECTING',
      facts: { parts: { asked: 3, completed: 2, answers: 40, requests: 10, byCategory: { FINANCING: 30, LEGAL: 10 } } },
    });
    expect(() => one.act('completeSurvey', people.hub, result, at('2025-10-21 10:00'))).toThrow(
      '1 parts have not come in',
    );
    one.act(
      'partCompleted',
      system('nds-1-4'),
      { ...figures, answers: 0, requests: 0, byCategory: {} },
      at('2025-10-22 10:00'),
    );
    expect(one.state).toMatchObject({ stage: 'SUMMARISING', tasks: [{ name: 'summarise' }] });
    expect(one.toldTo('partsComplete')).toEqual(['unit:hn-hub']);
    one.act('completeSurvey', people.hub, result, at('2025-10-23 10:00'));
    expect(one.state).toMatchObject({ outcome: 'COMPLETED', facts: { completedOn: '2025-10-23' } });
  });

  it('HN-NET-16.5 is summed up once its time is over, and what comes later is marked as late', () => {
    const one = provinceWide();
    one.liveUntil(at('2025-11-01 00:00'));
    expect(one.state).toMatchObject({ stage: 'SUMMARISING', facts: { late: false } });
    one.act('partCompleted', system('nds-1-2'), { ...figures, late: true }, at('2025-11-02 10:00'));
    expect(one.state.facts.parts).toMatchObject({ completed: 1, late: 1 });
    one.act('completeSurvey', people.hub, result, at('2025-11-03 10:00'));
    expect(one.state.outcome).toBe('COMPLETED');
  });

  it('HN-NET-16.5 is cancelled by its organiser with a reason, and its parts with it', () => {
    const one = provinceWide();
    expect(() => one.act('cancelSurvey', people.hub, {}, openedAt)).toThrow('needs a reason');
    one.act('cancelSurvey', people.hub, { reason: '与全国调查合并。' }, openedAt);
    expect(one.last.childrenMessages).toMatchObject([{ kind: 'needsSurvey', action: 'surveyEnded' }]);
    const window = part();
    expect(() => window.act('cancelSurvey', people.county, { reason: '……' }, openedAt)).toThrow('organiser alone');
    window.act('surveyEnded', system('nds-1'), { reason: '与全国调查合并。' }, openedAt);
    expect(window.state.outcome).toBe('CANCELLED');
    expect(window.toldTo('surveyCancelled')).toEqual(['unit:hn-liuyang']);
  });
});

describe('the part of a window', () => {
  it('HN-NET-16.5 is reminded three working days and one before, and overdue at 24:00 of its day', () => {
    const window = part();
    expect(window.liveUntil(at('2025-11-01 00:00'))).toEqual([
      at('2025-10-28 09:00'),
      at('2025-10-30 09:00'),
      at('2025-11-01 00:00'),
    ]);
    expect(window.state).toMatchObject({ stage: 'OVERDUE', facts: { late: true } });
    expect(window.toldTo('surveyOverdue')).toEqual(['unit:hn-liuyang']);
    window.act('completeSurvey', people.county, result, at('2025-11-03 10:00'));
    expect(window.state.outcome).toBe('COMPLETED');
    expect(window.last.messages).toMatchObject([{ to: 'nds-1', action: 'partCompleted', input: { late: true } }]);
  });

  it('HN-NET-05.4 reports the answers that it got', () => {
    const window = part();
    for (const category of ['FINANCING', 'FINANCING', 'LEGAL'])
      window.act('answerReceived', system('nda-1'), { category }, at('2025-10-15 10:00'));
    window.act('answerTurned', system('nda-1'), { answerCaseId: 'nda-1' }, at('2025-10-16 10:00'));
    window.act('completeSurvey', people.county, result, at('2025-10-20 10:00'));
    expect(window.last.messages).toMatchObject([
      { input: { answers: 3, requests: 1, byCategory: { FINANCING: 2, LEGAL: 1 }, late: false } },
    ]);
  });
});

describe('a local survey', () => {
  it('HN-NET-05.4 is held by a window for its own area, and needs nobody else', () => {
    const filing = file({ platform: 'hn-liuyang', withWindows: false }, people.county);
    const one = new NetworkCase<SurveyFacts>(needsSurvey, filing, { id: 'nds-2', openedAt, filer: people.county });
    expect(one.state.tasks).toMatchObject([{ name: 'collectNeeds' }]);
    one.act('completeSurvey', people.county, result, at('2025-10-20 10:00'));
    expect(one.state).toMatchObject({ outcome: 'COMPLETED', facts: { parts: { asked: 0 } } });
    expect(one.last.messages).toEqual([]);
  });

  it('HN-NET-16.5 is begun by staff of the platform alone, for days to come, with windows it has', () => {
    expect(() => file({}, people.county)).toThrow('do not work for this body');
    expect(() => file({ until: '2025-10-08' })).toThrow('cannot lie in the past');
    expect(() => file({ platform: 'hn-liuyang' }, people.county)).toThrow('no windows below');
  });
});
