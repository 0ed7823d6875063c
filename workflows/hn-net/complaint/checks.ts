/** What must stand before something is done in a complaint: each check refuses or passes (HN-NET-20). */
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Complaint } from './step.ts';

/** True if another platform is known to be competent. */
export function isElsewhere({ facts: { competent }, state: { bodyId } }: Complaint): boolean {
  return competent !== null && competent !== bodyId;
}

export function providerUnknown(step: Complaint): void {
  if (!step.hasParty('respondent')) return;
  refuse('ALREADY_DONE', '被投诉的服务商已经明确。', 'The provider is known already.', { field: 'provider' });
}

/** The platform that brought the provider in investigates (HN-NET-20.1). */
export function competentHere(step: Complaint): void {
  const { competent } = step.facts;
  if (competent === null || !isElsewhere(step)) return;
  const { name } = bodyInWords(competent);
  refuse(
    'CONDITION_NOT_MET',
    `该服务商由${name.zh}负责接入，请先移送。`,
    `The provider was brought in by another platform: transfer it to the ${name.en} first.`,
    { facts: { competent, requirement: 'HN-NET-20.1' } },
  );
}

export function settledInMediation({ facts: { mediation } }: Complaint): void {
  if (mediation?.result === 'SETTLED') return;
  refuse(
    'CONDITION_NOT_MET',
    '双方未经调解达成协议，不能以此结案；请认定投诉是否成立。',
    'No settlement was reached in mediation; find whether the complaint is upheld.',
  );
}
