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
import { itemKeys } from '../../../rules/sh-store/eligibility-items.ts';
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

/** Some condition can be relaxed in this role: of most applicants none can (SH-STORE-01.7, 01.12, XC-05.4). */
export function anyWaivable(role: 'REVIEWER' | 'MANAGER') {
  return ({ facts: { figures, route }, rules }: Application): void => {
    if (itemKeys.some((item) => canWaive(item, figures, role, route, rules).allowed)) return;
    refuse('NOT_ALLOWED', '本申请没有可以放宽的条件。', 'None of the conditions can be relaxed for this applicant.', {
      facts: { requirement: role === 'MANAGER' ? 'XC-05.4' : 'SH-STORE-01.7' },
    });
  };
}

export function materialsChecked({ facts }: Application): void {
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
}

export function creditChecked({ facts: { credit } }: Application): void {
  if (credit !== null) return;
  refuse('STEP_MISSING', '尚未记录信用风险核查结果。', 'The credit-risk check has not been recorded.', {
    facts: { requirement: 'SH-STORE-04.2' },
  });
}

/** A pass in spite of a credit hit needs a reason (SH-STORE-04.2). */
export function requireReasonForHit({ facts: { credit } }: Application, reason: string | undefined): void {
  if (credit?.result !== 'HIT' || reason !== undefined) return;
  refuse(
    'REASON_REQUIRED',
    '信用核查有不良记录，通过须书面说明理由。',
    'The credit check has a hit; passing needs a written reason.',
    { field: 'reason' },
  );
}

/** The merits that a trial asks for are judged one by one before it can begin (SH-STORE-07.1). */
export function meritsJudged({ facts }: Application): void {
  const items = openMerits(facts);
  if (items.length === 0) return;
  refuse(
    'STEP_MISSING',
    `试运行途径尚有事项未作判断：${items.map((key) => trialMerits[key].zh).join('、')}。`,
    `What the trial route asks for is still to be judged: ${items.map((key) => trialMerits[key].en).join('; ')}.`,
    { facts: { requirement: 'SH-STORE-07.1', items } },
  );
}

function openMerits({ route, merits }: StoreApplicationFacts) {
  return route === 'TRIAL' ? trialMeritKeys.filter((key) => merits?.[key] === undefined) : [];
}

export function conditionsJudged({ facts, rules }: Application): void {
  const items = eligibilityOf(facts, rules).openJudgements;
  if (items.length === 0) return;
  refuse(
    'STEP_MISSING',
    `尚有条件未作判断：${items.join('、')}。`,
    `These conditions are still to be judged: ${items.join(', ')}.`,
    { facts: { requirement: 'SH-STORE-01.6', items } },
  );
}

/** The conditions of the route hold. As long as judgements are open, only what is known not to be met stands in the way. */
export function routeHolds({ facts, rules }: Application): void {
  const eligibility = eligibilityOf(facts, rules);
  const { route, figures, recommendation, merits = {}, credit } = facts;
  const isJudged = eligibility.openJudgements.length === 0 && openMerits(facts).length === 0 && credit !== null;
  if (route === 'INVITED') {
    const items = needsManagerWaiver(eligibility);
    if (items.length > 0 || eligibility.blocked) refuseConditions(eligibility);
    return;
  }
  if (route === 'STANDARD' && !isJudged) {
    if (eligibility.items.some(({ status }) => status === 'NOT_MET')) refuseConditions(eligibility);
    return;
  }
  if (!isJudged) return;
  const { contribution } = figures;
  const creditHit = credit.result === 'HIT';
  const { operatingRisk } = credit;
  const offer = offeredRoutes({
    eligibility,
    recommendation,
    contribution,
    invitation: null,
    creditHit,
    operatingRisk,
    merits,
  })[route];
  if (offer.offered) return;
  if (route === 'STANDARD') refuseConditions(eligibility);
  refuse('ROUTE_NOT_OFFERED', offer.why.map((why) => why.zh).join('；'), offer.why.map((why) => why.en).join('; '), {
    facts: { route, checks: offer.checks },
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
