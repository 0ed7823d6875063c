import type { ApplicationFigures } from './form.ts';

/** A company that meets every figure of table 4.1 by a margin, with some figures set otherwise; for tests. */
export function application(changes: Partial<ApplicationFigures> = {}): ApplicationFigures {
  return {
    orgType: 'COMPANY',
    legalPerson: true,
    hasQualification: true,
    abilityText: null,
    establishedOn: '2018-05-04',
    registeredCapital: 2_000_000,
    revenue: 12_000_000,
    netProfit: 800_000,
    fiscalYear: 2024,
    smesServed: 180,
    enterprisesServed: 210,
    fullTimeStaff: 20,
    degreeOnly: 12,
    titleOnly: 2,
    degreeAndTitle: 3,
    area: 260,
    fixedPremises: true,
    equipment: '会议室两间、服务器四台',
    discountPolicy: '小微企业服务费八折',
    systems: { management: true, serviceFlow: true, fees: true, qualityAssurance: true },
    penalties: [],
    underInvestigation: false,
    goodFaith: true,
    contribution: null,
    awards: [],
    ...changes,
  };
}

/** Favourable ratings of the three items that only a reviewer can rate; for tests. */
export const favourable = {
  qualification: { verdict: 'MET', reason: '' },
  prospects: { verdict: 'MET', reason: '' },
  reputation: { verdict: 'MET', reason: '' },
} as const;
