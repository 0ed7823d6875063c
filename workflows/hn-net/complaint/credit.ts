/** The credit record of the provider: what an upheld complaint is in it, and what becomes of it later (HN-NET-12.1, 20.4). */
import type { CreditItem, CreditResult } from '../../../rules/hn-net/credit.ts';
import { countsAgainstProvider, type ComplaintReasonCode } from '../../../rules/hn-net/complaint.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { enterCredit } from '../credit-entry.ts';
import type { Complaint } from './step.ts';

/** What is said of the credit record when a finding is told or reopened. */
export const creditPhrases = {
  UPHELD: text('本认定计入服务商信用记录', 'It enters the credit record of the provider'),
  REOPENED: text('服务商信用记录中标注为复核中', 'The credit record of the provider shows it as under review'),
  REVERSED: text(
    '服务商信用记录中标注为已撤销，不再计数',
    'The credit record of the provider shows it as reversed; it counts no more',
  ),
} as const satisfies Readonly<Record<CreditResult, Text>>;

/**
 * Brings the credit record in line with the finding of the case.
 * @returns what has become of it there; undefined if it does not stand there and did not before
 */
export function enterFinding(step: Complaint): CreditResult | undefined {
  const { finding, enteredOn } = step.facts;
  if (finding?.verdict === 'UPHELD' && countsAgainstProvider({ ...finding, verdict: finding.verdict })) {
    const upheldOn = dayOf(finding.decidedAt);
    step.facts.enteredOn = upheldOn;
    return enter(step, { result: 'UPHELD', upheldOn, breached: finding.breached });
  }
  if (enteredOn === null) return undefined;
  step.facts.enteredOn = null;
  const reversedOn = dayOf(step.now);
  return enter(step, { ...formerItem(step), result: 'REVERSED', upheldOn: enteredOn, reversedOn });
}

/** The finding is reopened: the record says so until it is decided anew. */
export function markReopened(step: Complaint): CreditResult | undefined {
  const { enteredOn } = step.facts;
  if (enteredOn === null) return undefined;
  const reopenedOn = dayOf(step.now);
  return enter(step, { ...formerItem(step), result: 'REOPENED', upheldOn: enteredOn, reopenedOn });
}

function formerItem({ facts }: Complaint): { readonly breached: readonly ComplaintReasonCode[] } {
  return { breached: facts.reopened?.breached ?? [] };
}

function enter(step: Complaint, item: CreditItem): CreditResult {
  const data = { complaints: { [step.state.id]: item } };
  enterCredit(step, step.party('respondent'), data, creditPhrases[item.result], item.result);
  return item.result;
}
