/** Every deadline from whose passing something follows for a party that was told of it by a notice: whether the notice must have arrived (XC-04.3). */
import { describe, expect, it } from 'vitest';
import { commonNotices } from '../../workflows/engine/common-contract.ts';
import { mainParty } from '../../workflows/engine/contract.ts';
import { contracts } from '../../workflows/regimes.ts';
import { everyNotice, sampleOf } from './sample-notices.ts';

/** Deadlines by kind of case that pass whether or not a notice has arrived, with why. */
const passAnyway: readonly (readonly [why: string, of: Readonly<Record<string, readonly string[]>>])[] = [
  ['Its process waits for letter and e-mail by itself.', { clearance: ['objection'] }],
  [
    'Whoever decides on it is asked for the arrival, or for proof that they knew (requireService, requireInvited).',
    { storeApplication: ['interview', 'explanation'], mediation: ['session'], agreementSignature: ['answer'] },
  ],
  [
    'The text counts from an event or to a day of its own, which no notice moves; what follows in earnest, a person decides.',
    {
      storeSetup: ['setup', 'setupLimit'],
      trialOperation: ['trial'],
      storeSupervision: ['gainPoints', 'raiseRating'],
      assessmentEntry: ['institutionCutOff'],
      planExchange: ['windowPlan'],
      serviceRecord: ['launchEvidence'],
      baseDeclaration: ['cityFiling', 'finalFiling'],
      baseTitle: ['expiry'],
      changeFiling: ['report'],
      annualEvaluation: ['summary'],
      memberActivity: ['evidence'],
      centreReview: ['material'],
    },
  ],
  [
    'Its day was set by whoever asked, who sees that it was not met and decides what follows.',
    {
      providerRegistration: ['formCorrection'],
      fraudSanction: ['recovery'],
      supervision: ['correction'],
      needsSurvey: ['collection'],
      memberSurvey: ['collection'],
      dataBreach: ['measures', 'remedy'],
    },
  ],
  [
    'With its end another time begins, which runs from the arrival of its own notice.',
    { providerRegistration: ['verification'] },
  ],
  [
    'What passes is no loss: it goes to another, or can be done afterwards all the same.',
    {
      mediation: ['departmentApplication', 'performance'],
      serviceRequest: ['acceptance'],
      baseOpinion: ['opinion'],
    },
  ],
];

const exempt = passAnyway.flatMap(([, of]) =>
  Object.entries(of).flatMap(([kind, names]) => names.map((name) => `${kind}.${name}`)),
);

const all = Object.values(contracts).flatMap((contract) =>
  Object.entries(contract.deadlines).map(([name, deadline]) => {
    const concerns = deadline.concerns ?? [mainParty(contract)];
    const isOfParty = concerns.some((to) => typeof to === 'string');
    const told = everyNotice
      .filter(({ kind, template }) => kind === contract.kind && !(template in commonNotices))
      .filter(({ template }) => {
        const isAppointment = contract.notices[template]?.holds?.appointment === name;
        return isAppointment || (sampleOf(template, contract.kind).deadlines ?? []).some((one) => one.name === name);
      });
    const isBound = deadline.legalEffect !== false && isOfParty && told.length > 0;
    return { id: `${contract.kind}.${name}`, contract, deadline, isBound };
  }),
);

describe.each(all)('$id', ({ id, contract, deadline, isBound }) => {
  it('XC-04.3 waits for the notice that told of it, or has a reason not to', () => {
    expect(isBound && deadline.servedBy === undefined).toBe(exempt.includes(id));
  });

  it('XC-04.3 reads what has not arrived, of a notice that there is', () => {
    const { servedBy = [], reading } = deadline;
    const serving = typeof servedBy === 'string' ? [servedBy] : servedBy;
    if (serving.length > 0) expect(reading).toBe('unreached');
    for (const template of serving) expect(Object.keys(contract.notices)).toContain(template);
  });
});

it('XC-04.3 every deadline with a reason to pass anyway exists', () => {
  expect(exempt.filter((id) => all.every((one) => one.id !== id))).toEqual([]);
});
