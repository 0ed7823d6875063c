/** The finding on responsibility: checked, counted as the regime does, told to both sides with its reasons (HN-NET-20.4, SH-STORE-14.2). */
import { checkFinding, type ComplaintLaw } from '../../../rules/disputes/complaint.ts';
import { citedTogether } from '../../../rules/notices/citation.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { ComplaintFinding, Verdict } from './facts.ts';
import type { ComplaintPack } from './pack.ts';
import { sidesOf } from './sides.ts';
import type { ComplaintStep } from './step.ts';

/** What is found, and how both sides are told. */
export interface Found extends Omit<ComplaintFinding, 'decidedAt'> {
  readonly evidence?: string;
  readonly reason: string;
}

/** A contract that says what its verdicts are called. */
interface Verdicts {
  readonly outcomes: Readonly<Partial<Record<Verdict, Text>>>;
}

export function titleOf({ outcomes }: Verdicts, verdict: Verdict): Text {
  return outcomes[verdict] ?? text(verdict, verdict);
}

/** The passages of the duties that were breached, or were said to be. */
export function clauseOfDuties({ reasons }: Pick<ComplaintLaw, 'reasons'>, duties: readonly string[]): string {
  return citedTogether(duties.flatMap((code) => reasons[code]?.clause ?? []));
}

/**
 * Makes a finding; the complaint is then to be closed with its verdict.
 * @throws Refusal INVALID_INPUT if it does not hold together; CONDITION_NOT_MET if the respondent blamed is not known
 */
export function find<Step extends ComplaintStep>(
  step: Step,
  pack: ComplaintPack<Step, unknown>,
  contract: Verdicts,
  { evidence, reason, ...found }: Found,
): void {
  const { verdict, responsible, breached } = found;
  const { law, respondent } = pack.terms;
  // A settlement leaves open whose fault it was; the other two verdicts and the party must agree.
  if (verdict !== 'SETTLED') {
    refuseIssues(checkFinding(law, { verdict, responsible, breached, reasons: reason }), { reasons: 'reason' });
  }
  if (responsible === law.respondent && !step.hasParty('respondent')) {
    refuse(
      'CONDITION_NOT_MET',
      `尚未查明被投诉的${respondent.zh}，不能认定其责任；请先查明。`,
      `The ${respondent.en} is not known yet and cannot be found responsible; name it first.`,
      { field: 'responsible' },
    );
  }
  const former = step.facts.reopened;
  step.facts.finding = { ...found, decidedAt: step.now };
  const effect = pack.findingMade(step);
  step.facts.reopened = null;
  const mayMediate = step.hasParty('respondent') && pack.mediation?.mayBeAppliedFor(step) === true;
  const told = {
    verdict: titleOf(contract, verdict),
    responsible: law.parties[responsible] ?? text(responsible, responsible),
    breached: breached.flatMap((code) => law.reasons[code]?.title ?? []),
    reason,
    decidedAt: step.now,
    clause: clauseOfFinding(step, pack, found),
    mediationOpen: verdict !== 'SETTLED' && mayMediate,
    ...(evidence !== undefined && { evidence }),
    ...(effect && { effect }),
    ...(former && { former: titleOf(contract, former.verdict) }),
  };
  for (const side of sidesOf(step)) step.notify('complaintFinding', side, told);
}

/** A settlement leaves the duties open; a finding that nothing was breached is about what was complained of. */
function clauseOfFinding<Step extends ComplaintStep>(
  { facts }: Step,
  { terms }: ComplaintPack<Step, unknown>,
  { verdict, breached }: Pick<ComplaintFinding, 'verdict' | 'breached'>,
): string {
  if (verdict === 'SETTLED') return terms.clause;
  return clauseOfDuties(terms.law, verdict === 'UPHELD' ? breached : [facts.reason]);
}
