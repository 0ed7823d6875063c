/** Where the links of notices lead: who has one thing to do comes to its form (XC-03.2). */
import { describe, expect, it } from 'vitest';
import { unitKey } from '../rules/parties/party.ts';
import type { DeadlineView, NoticeSpec } from '../rules/notices.ts';
import { ANY_STAGE } from '../workflows/engine/contract.ts';
import { commonNotices } from '../workflows/engine/common-contract.ts';
import { contracts } from '../workflows/regimes.ts';
import { pathOfNotice, type CaseTold } from './notice-path.ts';
import { everyNotice, sampleOf } from './notices/sample-notices.ts';

/** By kind of case, with why no form of it is what their reader is asked for. */
type Exempt = readonly (readonly [why: string, of: Readonly<Record<string, readonly string[]>>])[];

const deadlinesWithoutForm: Exempt = [
  [
    'It is met by coming, serving, selling, paying or holding an event: nothing is handed in by it.',
    {
      storeApplication: ['interview'],
      storeSetup: ['setup', 'setupLimit'],
      storeSupervision: ['gainPoints', 'raiseRating'],
      mediation: ['session'],
      fraudSanction: ['recovery'],
      serviceActivity: ['holding'],
      memberActivity: ['holding'],
    },
  ],
  ['It is met by filing an application, which is a case of its own.', { storeInvitation: ['acceptance'] }],
];

const noticesWithoutForm: Exempt = [
  [
    'What is missing is sent on paper.',
    {
      baseDeclaration: ['finalIncomplete'],
    },
  ],
  [
    'It tells what has begun, ended or was decided; its reader may wait until the time is reminded of.',
    {
      storeApplication: ['applicationLapsed'],
      providerRegistration: ['providerRegistered', 'dataAccepted'],
      assessmentEntry: ['entryBegun', 'lateRefused'],
      serviceRequest: ['requestReturned'],
      serviceRecord: ['recordMissing'],
      memberActivity: ['evidenceMissing'],
      mediation: ['settlementReached'],
      baseDeclaration: ['declarationOpened', 'recommended', 'lateRefused', 'finalRefused'],
      directoryEntry: ['entryPublished'],
      infringementNotice: ['holderTold'],
    },
  ],
  ['Its reader watches over what another has to do.', { periodicReport: ['reportMissing'] }],
];

function idsOf(exempt: Exempt): string[] {
  return exempt.flatMap(([, of]) =>
    Object.entries(of).flatMap(([kind, names]) => names.map((name) => `${kind}.${name}`)),
  );
}

const deadlines = Object.values(contracts).flatMap((contract) =>
  Object.entries(contract.deadlines).map(([name, deadline]) => ({
    ...{ id: `${contract.kind}.${name}`, contract, deadline },
    parties: (deadline.concerns ?? [Object.keys(contract.parties)[0] ?? '']).filter((to) => typeof to === 'string'),
    reachesContact: (deadline.concerns ?? []).some((to) => typeof to === 'object' && 'contact' in to),
  })),
);

it('XC-03.2 a deadline that a party is reminded of names the action by which it is met, or stands here with why there is none', () => {
  const without = deadlines
    .filter(({ deadline: { ladder, duty, metBy } }) => ladder.length > 0 && duty !== false && metBy === undefined)
    .filter(({ parties, reachesContact }) => parties.length > 0 || reachesContact);
  expect(without.map(({ id }) => id).sort()).toEqual(idsOf(deadlinesWithoutForm).sort());
});

it.each(deadlines.filter(({ deadline }) => deadline.metBy !== undefined))(
  'XC-03.2 $id is met by an action that a party whom it concerns may do',
  ({ contract, deadline, parties }) => {
    const { by = [] } = contract.actions[deadline.metBy ?? ''] ?? {};
    const doers = by.flatMap((grant) => (typeof grant === 'object' && 'party' in grant ? [grant.party] : []));
    expect(doers.filter((one) => parties.includes(one))).not.toEqual([]);
  },
);

/** Words of a title that asks for something, or says that something is late, missing or sent back. */
const asking = [/(?<!申|邀)请(?!求)|逾期|退回|待(?!办)|不齐/, /\b(please|overdue|late|missing|returned)\b|^prepare /i];

const own = everyNotice
  .filter(({ template }) => !(template in commonNotices))
  .map(({ kind, template }) => {
    const contract = contracts[kind]!;
    const spec: NoticeSpec = contract.notices[template]!;
    return { id: `${kind}.${template}`, kind, template, contract, spec };
  });

it('XC-03.2 a notice that asks for something names the action or the task, or stands here with why there is none', () => {
  const without = own.filter(({ kind, template, contract, spec: { title, page, action, holds } }) => {
    const asks =
      asking.some((words) => words.test(title.zh) || words.test(title.en)) ||
      (sampleOf(template, kind).deadlines ?? []).some(({ name }) => contract.deadlines[name]?.metBy !== undefined);
    return asks && page === undefined && action === undefined && holds?.tasks === undefined;
  });
  expect(without.map(({ id }) => id).sort()).toEqual(idsOf(noticesWithoutForm).sort());
});

describe.each(own.filter(({ spec }) => spec.action !== undefined))('$id', ({ contract, spec }) => {
  const { by = [], at = [] } = contract.actions[spec.action ?? ''] ?? {};

  it('XC-03.2 asks for what a person may do', () => {
    expect(by.filter((grant) => grant !== 'case')).not.toEqual([]);
  });

  it('XC-03.2 asks for what is open as long as it is sent', () => {
    if (!at.includes(ANY_STAGE)) expect(at).toEqual(expect.arrayContaining([...(spec.holds?.stages ?? [])]));
  });
});

describe('the link of a notice', () => {
  const office = unitKey('ah-platform');
  const state: CaseTold = {
    stage: 'CONTAINED',
    parties: { provider: ['91430181MA4L00000P'], reporter: ['person:wang'] },
    tasks: [{ name: 'followUp', entry: 1, assigneeId: null }],
  };
  const remedy = { name: 'remedy' } as DeadlineView;
  const provider = { party: '91430181MA4L00000P', roles: ['provider'] };
  const leak = { id: 'lea-1', kind: 'dataBreach' };
  const path = (spec: NoticeSpec, to: Parameters<typeof pathOfNotice>[2]['to'], told: Partial<CaseTold> = {}) =>
    pathOfNotice(spec, leak, { to, data: {}, deadlines: [remedy] }, { ...state, ...told });

  it('XC-03.2 of a reminder opens the form by which the reader meets the deadline', () => {
    expect(path(commonNotices.deadlineReminder, provider)).toBe('/cases/lea-1?action=recordRemedy');
  });

  it('XC-03.2 of a reminder to the staff opens the decisions of the task that is due by it, if it is open', () => {
    const complaint = { id: 'cmp-1', kind: 'complaint' };
    const told = { to: { role: 'reviewer' }, data: {}, deadlines: [{ name: 'handling' } as DeadlineView] };
    const at = { ...state, stage: 'INVESTIGATING', tasks: [{ name: 'investigate', entry: 1, assigneeId: null }] };
    const { deadlineReminder } = commonNotices;
    expect(pathOfNotice(deadlineReminder, complaint, told, at)).toBe('/cases/cmp-1?task=investigate');
    expect(pathOfNotice(deadlineReminder, complaint, told, { ...at, tasks: [] })).toBe('/cases/cmp-1');
  });

  it('XC-03.2 leads to the case where the reader can do nothing of it, or not now', () => {
    expect(path(commonNotices.deadlineReminder, { party: 'person:wang', roles: ['consumer'] })).toBe('/cases/lea-1');
    expect(path(commonNotices.deadlineReminder, provider, { stage: 'SUSPECTED' })).toBe('/cases/lea-1');
    expect(path(commonNotices.deadlineMoved, provider)).toBe('/cases/lea-1');
  });

  it('XC-03.2 leads a party to the form that is asked for, and not to a task of the body', () => {
    const late = contracts['memberActivity']!.notices['evidenceLate']!;
    const told = { to: { party: office, roles: ['provider'] }, data: {}, deadlines: [] };
    const at = { ...state, stage: 'MISSING', parties: { organiser: [office] } };
    expect(pathOfNotice(late, { id: 'mac-1', kind: 'memberActivity' }, told, at)).toBe(
      '/cases/mac-1?action=uploadEvidence',
    );
    const paid = contracts['fraudSanction']!.notices['recoveryOverdue']!;
    const claim = { ...at, tasks: [{ name: 'enforceRecovery', entry: 1, assigneeId: null }] };
    expect(pathOfNotice(paid, { id: 'fra-1', kind: 'fraudSanction' }, told, claim)).toBe('/cases/fra-1');
  });

  it('AH-EVAL-05.3 of a bulletin that is sent back opens the form to hand it in again', () => {
    const { bulletinReturned } = contracts['quarterlyBulletin']!.notices;
    const told = { to: { role: 'reviewer' }, data: {}, deadlines: [] };
    const at = { stage: 'RETURNED', parties: {}, tasks: [{ name: 'draftBulletin', entry: 2, assigneeId: null }] };
    expect(pathOfNotice(bulletinReturned!, { id: 'bul-1', kind: 'quarterlyBulletin' }, told, at)).toBe(
      '/cases/bul-1?action=submitBulletin',
    );
  });

  it('XC-05.5 of a delegation opens the form to hand it back, and of one handed back the decisions of the task', () => {
    const delegation = { task: 'followUp', entry: 1, at: '2025-09-26T15:00:00.000+08:00' };
    const told = { to: { user: 'colleague' }, data: { delegation }, deadlines: [] };
    expect(pathOfNotice(commonNotices.taskDelegated, leak, told, state)).toBe('/cases/lea-1?action=handBackTask');
    expect(pathOfNotice(commonNotices.taskHandedBack, leak, told, state)).toBe('/cases/lea-1?task=followUp');
  });
});
