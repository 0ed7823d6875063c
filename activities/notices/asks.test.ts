/** Every notice that asks for something, or tells of a time, against its contract: until when it is sent (XC-03.3). */
import { describe, expect, it } from 'vitest';
import { commonNotices } from '../../workflows/engine/common-contract.ts';
import { contracts } from '../../workflows/regimes.ts';
import { everyNotice, sampleOf } from './sample-notices.ts';

/** Names of notices by kind of case, with why they go out whatever has happened since. */
const alwaysSent: readonly (readonly [why: string, of: Readonly<Record<string, readonly string[]>>])[] = [
  [
    'It tells what was decided or found, which stands; what may be done about it by when is said beside it.',
    {
      storeApplication: ['absenceRecorded'],
      rectification: ['rectificationOpened'],
      clearance: ['clearanceNotice'],
      fraudSanction: ['sanctionDecided'],
      illegalContent: ['measureTaken'],
      infringementNotice: ['measureTaken'],
      supervision: ['warned'],
      mediation: ['mediationFailed', 'settlementReached'],
      baseDeclaration: ['lateRefused', 'recommended', 'selected', 'finalRefused'],
      assessmentEntry: ['lateRefused', 'lateAllowed'],
      serviceRecord: ['recordMissing'],
      memberActivity: ['evidenceMissing'],
    },
  ],
  [
    'It tells of a complaint, which is known to both sides whatever becomes of it.',
    {
      storeComplaint: ['complaintReceived', 'complaintRegistered', 'complaintAgainstProvider', 'complaintReopened'],
      complaint: ['complaintReceived', 'complaintRegistered', 'complaintReopened'],
      memberComplaint: ['complaintReceived', 'complaintRegistered', 'complaintReopened'],
    },
  ],
  [
    'It tells what has begun or was changed; the time that goes with it is reminded of by itself.',
    {
      storeSetup: ['storeOpened'],
      trialOperation: [
        ...['trialStarted', 'recommendedTrialStarted', 'trialTargetsChanged', 'recommendedTrialTargetsChanged'],
      ],
      assessmentEntry: ['entryBegun'],
      providerRegistration: ['providerRegistered', 'dataAccepted'],
      mediation: ['mediationApplied', 'mediationStarted', 'departmentMediationStarted'],
      infringementNotice: ['holderTold'],
      baseDeclaration: ['declarationOpened'],
      directoryEntry: ['entryPublished'],
    },
  ],
  [
    'It tells that a time is over or a thing has ended, and asks for nothing.',
    {
      storeApplication: ['applicationLapsed'],
      serviceRequest: ['requestReturned'],
    },
  ],
];

const exempt = alwaysSent.flatMap(([, of]) =>
  Object.entries(of).flatMap(([kind, names]) => names.map((name) => `${kind}.${name}`)),
);

/** Words of a title that asks for something, or says that something is late, missing or sent back. */
const asking = [/(?<!申|邀)请(?!求)|逾期|退回|待(?!办)|不齐/, /\b(please|overdue|late|missing|returned)\b|^prepare /i];

const own = everyNotice
  .filter(({ template }) => !(template in commonNotices))
  .map(({ kind, template }) => {
    const contract = contracts[kind]!;
    const spec = contract.notices[template]!;
    const serves = Object.values(contract.deadlines).some(({ servedBy }) => servedBy === template);
    const times = (sampleOf(template, kind).deadlines ?? []).map(({ name }) => name);
    const asks = asking.some((words) => words.test(spec.title.zh) || words.test(spec.title.en));
    return {
      id: `${kind}.${template}`,
      kind,
      template,
      contract,
      spec,
      times,
      bound: serves || asks || times.length > 0,
      serves,
    };
  });

describe.each(own)('$id', ({ id, bound, spec }) => {
  it('XC-03.3 says until when it is sent, or has a reason not to, if it asks for something or tells of a time', () => {
    const isSilent = bound && spec.holds === undefined;
    expect(isSilent).toBe(exempt.includes(id));
  });
});

it('XC-03.3 every notice with a reason to be always sent exists', () => {
  expect(exempt.filter((id) => own.every((one) => one.id !== id))).toEqual([]);
});

describe.each(own.filter(({ spec }) => spec.holds !== undefined))(
  '$id',
  ({ kind, template, contract, spec, times, serves }) => {
    const holds = spec.holds ?? {};

    it('XC-03.3 names stages, tasks, parties and deadlines that there are', () => {
      for (const [known, named] of [
        [{ ...contract.stages, ...contract.outcomes }, holds.stages],
        [contract.tasks, holds.tasks],
        [contract.parties, holds.parties],
        [contract.deadlines, holds.appointment === undefined ? [] : [holds.appointment]],
      ] as const)
        expect(Object.keys(known)).toEqual(expect.arrayContaining([...(named ?? [])]));
      // A notice without a deadline of its own would hold for ever.
      if (holds.deadlines !== undefined) expect(times.length).toBeGreaterThan(0);
    });

    it('XC-03.3 asks for a fact by what it is told with', () => {
      const { at = '', is = [] } = holds.fact ?? {};
      const named = [at, ...(typeof is === 'string' ? [] : is)].flatMap((words) => [...words.matchAll(/\{(\w+)\}/g)]);
      const data = Object.keys(sampleOf(template, kind));
      for (const [, name] of named) expect(data).toContain(name);
    });

    // A deadline that waits for its notice stands still: one that goes out only while it runs would never arrive.
    it('XC-04.3 is still sent while a deadline waits for it', () => {
      if (serves) expect(holds.deadlines).not.toBe('same');
    });
  },
);
