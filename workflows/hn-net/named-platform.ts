/** The platform or body of the network that a form or an action names, as the network stands (HN-NET-02.2, 25.2). */
import { namedBodyIssues, namedPlatformIssues, successorOf } from '../../rules/hn-net/named-platform.ts';
import { bodyOf, HUB, isPlatform, platformOf, type Network, type NetworkBody } from '../../rules/hn-net/network.ts';
import { everKnown, networkOf, type WindowEntry } from '../../rules/hn-net/window.ts';
import { unitKey, type PartyKey } from '../../rules/parties/party.ts';
import { refuse } from '../../rules/refusal.ts';
import { refuseIssues } from '../../rules/refuse-issues.ts';
import type { Body } from '../../rules/roles.ts';
import { actingBody, networkBody } from './words.ts';

/** A body as it is named. */
export interface Named {
  readonly named: NetworkBody;
  /** Its key, as the subject of its cases. */
  readonly subject: PartyKey;
  /** The body that handles its cases: its own; for a window recognised since that of the platform above, in the window's own region. */
  readonly body: Body;
  /** Its key as a party of its cases: who holds an office at it acts for it, and for a window recognised since also who holds one at the platform above. */
  readonly party: PartyKey;
  readonly network: Network;
}

/**
 * The platform that somebody turns to.
 * @param field of the form or input that names it
 * @throws Refusal INVALID_INPUT if the network has no such platform, or if it has lost its qualification: it takes nothing new
 */
export function namedPlatform(id: string, windows: readonly WindowEntry[], field: string): Named {
  refuseIssues(namedPlatformIssues(field, id, windows));
  return standingAs(id, windows);
}

/** The same of a platform or a department. */
export function namedBody(id: string, windows: readonly WindowEntry[], field: string): Named {
  refuseIssues(namedBodyIssues(field, id, windows));
  return standingAs(id, windows);
}

function standingAs(id: string, windows: readonly WindowEntry[]): Named {
  const network = networkOf(windows);
  const named = bodyOf(id, network);
  if (named === null) throw new Error(`The network has no body '${id}'.`);
  const body = isPlatform(named) ? actingBody(id, network) : networkBody(id, network);
  return { named, subject: unitKey(id), body, party: unitKey(id), network };
}

/**
 * A platform as the network has it or had it: for what is said of it, and not laid upon it.
 * @throws Refusal INVALID_INPUT if the network never had one of this id
 */
export function everPlatform(id: string, windows: readonly WindowEntry[], field: string): NetworkBody {
  const platform = platformOf(id, everKnown(windows));
  if (platform !== null) return platform;
  return refuse('INVALID_INPUT', '没有这个服务平台。', 'The network has no such platform.', { field });
}

/** The platform that answers for a provider, by the one that brought it in: the hub if none did (HN-NET-16.7, 25.2). */
export function answering(broughtInBy: string | null, windows: readonly WindowEntry[]): Named {
  if (broughtInBy === null) return standingAs(HUB, windows);
  everPlatform(broughtInBy, windows, 'broughtInBy');
  return standingAs(successorOf(broughtInBy, windows).id, windows);
}

/** Whether a case lies with this body, in the part of it that is meant. */
export function isAt(state: Body, { bodyId, region }: Body): boolean {
  return state.bodyId === bodyId && state.region === region;
}
