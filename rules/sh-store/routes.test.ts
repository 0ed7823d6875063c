import { describe, expect, it } from 'vitest';
import { application, favourable } from './application.fixture.ts';
import { checkEligibility } from './eligibility.ts';
import type { ApplicationFigures } from './form.ts';
import { checkFigures } from './form-check.ts';
import type { Recommendation, RouteInput } from './routes.ts';
import { needsManagerWaiver, offeredRoutes, recommendationCheck, trialMeritKeys } from './routes.ts';

const district: Recommendation = {
  recommender: 'DISTRICT_SME_DEPARTMENT',
  department: '黄浦区商务委员会',
  documentNumber: '黄商荐〔2025〕3号',
};
const street: Recommendation = { recommender: 'STREET_OFFICE', department: '某街道办事处', documentNumber: '1' };
const contribution = '承办本市中小企业服务活动十二场';

function offers(changes: Partial<ApplicationFigures>, rest: Partial<RouteInput> = {}) {
  const figures = application(changes);
  const eligibility = checkEligibility({ figures, appliedOn: '2025-09-01', judgements: favourable });
  return offeredRoutes({
    eligibility,
    recommendation: null,
    contribution: null,
    invitation: null,
    creditHit: false,
    ...rest,
  });
}

const poor = { revenue: 3_000_000 };

describe('routes', () => {
  it('SH-STORE-02.1 offers the standard route, without trial, when all conditions are met', () => {
    const { STANDARD, TRIAL, INVITED } = offers({}, { recommendation: district, contribution });
    expect(STANDARD).toMatchObject({ offered: true, why: [] });
    expect(TRIAL.offered).toBe(false);
    expect(INVITED.offered).toBe(false);
  });

  it('SH-STORE-02.2 offers the trial at revenue 3,000,000 with a district recommendation, not without', () => {
    const withLetter = offers(poor, { recommendation: district, contribution });
    expect(withLetter.STANDARD.offered).toBe(false);
    expect(withLetter.STANDARD.why[0]?.zh).toContain('年营收');
    expect(withLetter.TRIAL.offered).toBe(true);
    const without = offers(poor, { contribution });
    expect(without.TRIAL.offered).toBe(false);
    expect(without.TRIAL.why).toHaveLength(1);
  });

  it('SH-STORE-02.3 offers the invited route once accepted in time; the review still finds what is missing', () => {
    const invitation = { invitedOn: '2025-09-01', lastDay: '2025-10-09', acceptedOn: '2025-10-09' };
    expect(offers(poor, { invitation }).INVITED.offered).toBe(true);
    expect(offers(poor, { invitation: { ...invitation, acceptedOn: null } }).INVITED.offered).toBe(false);
    expect(offers(poor, { invitation: { ...invitation, acceptedOn: '2025-10-10' } }).INVITED.offered).toBe(false);
    expect(offers({ goodFaith: false }, { invitation }).INVITED.offered).toBe(false);
    const eligibility = checkEligibility({
      figures: application(poor),
      appliedOn: '2025-09-01',
      judgements: favourable,
    });
    expect(needsManagerWaiver(eligibility)).toEqual(['revenue']);
  });

  it('SH-STORE-07.1 asks for the contribution on the trial route', () => {
    const { TRIAL } = offers(poor, { recommendation: district, contribution: '  ' });
    expect(TRIAL.offered).toBe(false);
    expect(TRIAL.checks.find(({ id }) => id === 'SH-STORE-07.1')?.status).toBe('NOT_MET');
    expect(checkFigures(application(poor), '2025-09-01', 'TRIAL').map(({ field }) => field)).toEqual(['contribution']);
    expect(checkFigures(application({ ...poor, contribution }), '2025-09-01', 'TRIAL')).toEqual([]);
  });

  it('SH-STORE-07.1 needs key tasks, contribution and potential to be judged as met once they are judged', () => {
    const filed = { recommendation: district, contribution };
    const met = { verdict: 'MET', reason: '属实' } as const;
    const merits = { keyTasks: met, contribution: met, potential: met };
    expect(offers(poor, { ...filed, merits }).TRIAL.offered).toBe(true);
    for (const key of trialMeritKeys) {
      const judged = { ...merits, [key]: { verdict: 'NOT_MET', reason: '材料不足以证明' } };
      const { TRIAL } = offers(poor, { ...filed, merits: judged });
      expect(TRIAL.offered).toBe(false);
      expect(TRIAL.why[0]?.zh).toContain('材料不足以证明');
    }
  });

  it('SH-STORE-07.1 does not count the want of prospects among what a trial may lack', () => {
    const eligibility = checkEligibility({
      figures: application(),
      appliedOn: '2025-09-01',
      judgements: { ...favourable, prospects: { verdict: 'NOT_MET', reason: '连年亏损' } },
    });
    expect(offers({}, { eligibility, recommendation: district, contribution }).TRIAL.offered).toBe(false);
  });

  it('SH-STORE-07.2 closes the trial route on a credit hit or an operating risk', () => {
    const filed = { recommendation: district, contribution };
    expect(offers(poor, { ...filed, creditHit: true }).TRIAL.offered).toBe(false);
    expect(offers(poor, { ...filed, operatingRisk: true }).TRIAL.offered).toBe(false);
  });

  it('SH-STORE-07.3 takes the letter of a district commission, not that of a street office', () => {
    expect(recommendationCheck(district).status).toBe('MET');
    expect(recommendationCheck({ ...district, recommender: 'MUNICIPAL_SME_DEPARTMENT' }).status).toBe('MET');
    expect(recommendationCheck(street).status).toBe('NOT_MET');
    expect(recommendationCheck(street).reason.en).toContain('某街道办事处');
    expect(offers(poor, { recommendation: street, contribution }).TRIAL.offered).toBe(false);
  });

  it('SH-STORE-07.4 refuses the trial in principle on an unrectified penalty of last month', () => {
    const penalties = [{ decidedOn: '2025-08-04', rectified: false }];
    const { TRIAL, STANDARD } = offers({ ...poor, penalties }, { recommendation: district, contribution });
    expect(TRIAL.offered).toBe(false);
    expect(TRIAL.why.map(({ zh }) => zh).join()).toContain('原则上不予受理');
    expect(STANDARD.offered).toBe(false);
  });
});
