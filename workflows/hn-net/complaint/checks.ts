/** What must stand before something is done in a complaint: each check refuses or passes (HN-NET-20). */
import { successorOf } from '../../../rules/hn-net/named-platform.ts';
import type { NetworkBody } from '../../../rules/hn-net/network.ts';
import { platformAt } from '../../../rules/hn-net/seats.ts';
import type { WindowEntry } from '../../../rules/hn-net/window.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Complaint } from './step.ts';

/**
 * The platform that brought the provider in, where the complaint lies with another one; undefined where it does not, and while the provider is not
 * known. Of a window that has lost its qualification it is the platform that has taken its place (HN-NET-20.1, 25.2).
 */
export function competentElsewhere(
  { facts: { competent }, state }: Complaint,
  windows: readonly WindowEntry[],
): NetworkBody | undefined {
  if (competent === null) return undefined;
  const platform = successorOf(platformAt(competent, windows), windows);
  return platform.id === successorOf(platformAt(state, windows), windows).id ? undefined : platform;
}

export function providerUnknown(step: Complaint): void {
  if (!step.hasParty('respondent')) return;
  refuse('ALREADY_DONE', '被投诉的服务商已经明确。', 'The provider is known already.', { field: 'provider' });
}

/** The platform that brought the provider in investigates (HN-NET-20.1). */
export function competentHere(step: Complaint, windows: readonly WindowEntry[]): void {
  const competent = competentElsewhere(step, windows);
  if (competent === undefined) return;
  const { id, name } = competent;
  refuse(
    'CONDITION_NOT_MET',
    `该服务商由${name.zh}负责接入，请先移送。`,
    `The provider was brought in by another platform: transfer it to the ${name.en} first.`,
    { facts: { competent: id, requirement: 'HN-NET-20.1' } },
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
