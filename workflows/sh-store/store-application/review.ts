/** What must stand before a preliminary review can be passed (SH-STORE-01, 02, 04). */
import { refuse } from '../../../rules/refusal.ts';
import type { ShStoreValues } from '../../../rules/sh-store/config.ts';
import {
  canWaive,
  checkEligibility,
  type EligibilityResult,
  type ItemKey,
  type LimbFinding,
  type LimbKey,
} from '../../../rules/sh-store/eligibility.ts';
import { needsManagerWaiver, offeredRoutes, trialMerits, trialMeritKeys } from '../../../rules/sh-store/routes.ts';
import { MATERIALS, type StoreApplicationFacts, type Application } from './contract.ts';

/** The eligibility of the application as it stands, with judgements, findings, waivers and overrides. */
export function eligibilityOf(facts: StoreApplicationFacts, rules: ShStoreValues): EligibilityResult {
  const { figures, appliedOn, judgements, waivers, overrides, route } = facts;
  const findings = findingsOf(facts);
  return checkEligibility({ figures, appliedOn, judgements, findings, waivers, overrides, route, values: rules });
}

/** What was found out about the limbs of condition (5): a limb that the credit check touches is found, whatever else was. */
function findingsOf({ findings, credit }: StoreApplicationFacts): Partial<Record<LimbKey, LimbFinding>> {
  const touched = (credit?.touches ?? []).map((limb): [LimbKey, LimbFinding] => [
    limb,
    { found: true, reason: `${credit?.source ?? ''} ${credit?.checkedOn ?? ''}` },
  ]);
  return { ...findings, ...Object.fromEntries(touched) };
}

export function checkWaiver(step: Application, item: ItemKey, role: 'REVIEWER' | 'MANAGER'): void {
  const { figures, route } = step.facts;
  const { allowed, why } = canWaive(item, figures, role, route, step.rules);
  if (!allowed)
    refuse('NOT_ALLOWED', `不得放宽：${why.zh}。`, `This item cannot be waived: ${why.en}.`, { field: 'item' });
}

/**
 * Refuses unless materials are ticked, the credit check is recorded, every judgement is given and the route's conditions hold.
 * A pass in spite of a credit hit needs a reason (SH-STORE-04.2).
 */
export function requireReviewComplete(step: Application, reason: string | undefined): void {
  const { facts } = step;
  const open = MATERIALS.filter((material) => facts.materials[material] !== 'OK');
  if (open.length > 0) {
    refuse(
      'STEP_MISSING',
      `资料复核未完成：${open.join('、')}。`,
      `The re-check of materials is open for: ${open.join(', ')}.`,
      {
        facts: { requirement: 'SH-STORE-04.1', open },
      },
    );
  }
  const { credit } = facts;
  if (credit === null) {
    refuse('STEP_MISSING', '尚未记录信用风险核查结果。', 'The credit-risk check has not been recorded.', {
      facts: { requirement: 'SH-STORE-04.2' },
    });
  }
  if (credit.result === 'HIT' && reason === undefined) {
    refuse(
      'REASON_REQUIRED',
      '信用核查有不良记录，通过须书面说明理由。',
      'The credit check has a hit; passing needs a written reason.',
      {
        field: 'reason',
      },
    );
  }
  requireMerits(step);
  requireRoute(step, credit.result === 'HIT', credit.operatingRisk);
}

/** The merits that a trial asks for are judged one by one before it can begin (SH-STORE-07.1). */
function requireMerits({ facts }: Application): void {
  if (facts.route !== 'TRIAL') return;
  const items = trialMeritKeys.filter((key) => facts.merits?.[key] === undefined);
  if (items.length === 0) return;
  refuse(
    'STEP_MISSING',
    `试运行途径尚有事项未作判断：${items.map((key) => trialMerits[key].zh).join('、')}。`,
    `What the trial route asks for is still to be judged: ${items.map((key) => trialMerits[key].en).join('; ')}.`,
    { facts: { requirement: 'SH-STORE-07.1', items } },
  );
}

function requireRoute(step: Application, creditHit: boolean, operatingRisk: boolean): void {
  const { facts } = step;
  const eligibility = eligibilityOf(facts, step.rules);
  if (eligibility.openJudgements.length > 0) {
    const items = eligibility.openJudgements;
    refuse(
      'STEP_MISSING',
      `尚有条件未作判断：${items.join('、')}。`,
      `These conditions are still to be judged: ${items.join(', ')}.`,
      {
        facts: { requirement: 'SH-STORE-01.6', items },
      },
    );
  }
  if (facts.route === 'INVITED') {
    const items = needsManagerWaiver(eligibility);
    if (items.length > 0 || eligibility.blocked) refuseConditions(eligibility);
    return;
  }
  const { figures, recommendation, merits = {} } = facts;
  const { contribution } = figures;
  const offer = offeredRoutes({
    eligibility,
    recommendation,
    contribution,
    invitation: null,
    creditHit,
    operatingRisk,
    merits,
  })[facts.route];
  if (offer.offered) return;
  if (facts.route === 'STANDARD') refuseConditions(eligibility);
  refuse('ROUTE_NOT_OFFERED', offer.why.map((why) => why.zh).join('；'), offer.why.map((why) => why.en).join('; '), {
    facts: { route: facts.route, checks: offer.checks },
  });
}

function refuseConditions({ items }: EligibilityResult): never {
  const missing = items.filter((item) => item.status === 'NOT_MET');
  refuse(
    'CONDITION_NOT_MET',
    `不符合准入条件：${missing.map((item) => `${item.title.zh}（${item.found.zh}，要求：${item.needed.zh}）`).join('；')}`,
    `Conditions not met: ${missing.map((item) => `${item.title.en} (${item.found.en}; needed: ${item.needed.en})`).join('; ')}`,
    { facts: { items: missing.map((item) => ({ item: item.key, requirement: item.id, waivable: item.waivable })) } },
  );
}
