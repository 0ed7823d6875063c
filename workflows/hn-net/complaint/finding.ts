/** The finding on responsibility: checked, told to both sides with its reasons, entered in the credit record (HN-NET-20.4). */
import {
  checkFinding,
  complaintReasons,
  responsibleParties,
  type ComplaintReasonCode,
} from '../../../rules/hn-net/complaint.ts';
import { refuseIssues } from '../../../rules/hn-net/refuse-issues.ts';
import { citedTogether } from '../../../rules/notices/citation.ts';
import { refuse } from '../../../rules/refusal.ts';
import { complaint as contract, type ComplaintFinding } from './contract.ts';
import { creditPhrases, enterFinding } from './credit.ts';
import { mayApply } from './mediation.ts';
import type { Complaint } from './step.ts';
import { clauses } from './terms.ts';

/** The passages of the duties that were breached, or were said to be. */
export function clauseOfDuties(duties: readonly ComplaintReasonCode[]): string {
  return citedTogether(duties.map((code) => complaintReasons[code].clause));
}

/**
 * Ends the complaint with a finding.
 * @throws Refusal INVALID_INPUT if it does not hold together; CONDITION_NOT_MET if the provider blamed is not known
 */
export function decide(step: Complaint, found: Omit<ComplaintFinding, 'decidedAt'>, reason: string): void {
  const { verdict, responsible, breached } = found;
  // A settlement leaves open whose fault it was; the other two verdicts and the party must agree.
  if (verdict !== 'SETTLED') {
    refuseIssues(checkFinding({ verdict, responsible, breached, reasons: reason }), { reasons: 'reason' });
  }
  if (responsible === 'PROVIDER' && !step.hasParty('respondent')) {
    refuse(
      'CONDITION_NOT_MET',
      '尚未查明被投诉的服务商，不能认定其责任；请先查明。',
      'The provider is not known yet and cannot be found responsible; name it first.',
      { field: 'responsible' },
    );
  }
  const former = step.facts.reopened;
  step.facts.finding = { ...found, decidedAt: step.now };
  const credit = enterFinding(step);
  step.facts.reopened = null;
  const told = {
    verdict: contract.outcomes[verdict],
    responsible: responsibleParties[responsible],
    breached: breached.map((code) => complaintReasons[code].title),
    reason,
    decidedAt: step.now,
    clause: clauseOfFinding(step, found),
    mediationOpen: verdict !== 'SETTLED' && step.hasParty('respondent') && mayApply(step),
    ...(credit && { credit: creditPhrases[credit] }),
    ...(former && { former: contract.outcomes[former.verdict] }),
  };
  for (const side of ['complainant', 'respondent'] as const) step.notify('complaintFinding', side, told);
  step.close(verdict);
}

/** A settlement leaves the duties open; a finding that nothing was breached is about what was complained of. */
function clauseOfFinding({ facts }: Complaint, { verdict, breached }: Pick<ComplaintFinding, 'verdict' | 'breached'>) {
  if (verdict === 'SETTLED') return clauses.complaint;
  return clauseOfDuties(verdict === 'UPHELD' ? breached : [facts.reason]);
}
