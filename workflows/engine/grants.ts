/**
 * Who may do an action, in the words of a contract. What no grant allows is refused: closed by default, also for a role that is
 * invented tomorrow.
 */
import { refuse } from '../../rules/refusal.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import {
  actsFor,
  isOfBody,
  partiesActedFor,
  type Actor,
  type Covering,
  type Office,
  type Person,
  type Requester,
  type Role,
} from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import type { ProcessContract } from './contract.ts';
import type { RecordedState } from './state.ts';

/** Another case of the platform; somebody who acts for a party of the case; an officer of the body that handles it now; an officer. */
export type Grant = 'case' | { readonly party: string } | { readonly handling: Role } | { readonly office: Role };

/** Whoever acts for the party of this name. */
export function party<const P extends string>(name: P): { readonly party: P } {
  return { party: name };
}

/** Who holds this role at the body that handles the case now, within the case's region. */
export function handling<const R extends Role>(role: R): { readonly handling: R } {
  return { handling: role };
}

/** Who holds this role, wherever it is. */
export function office<const R extends Role>(role: R): { readonly office: R } {
  return { office: role };
}

/** What of a case decides who may act in it. */
export type Granted = Pick<RecordedState, 'parties' | 'bodyId' | 'region'>;

/** One capacity in which a requester may act under some grants. */
export interface OpenCapacity {
  readonly actor: Actor;
  /** True if it is to handle the case, and not to act for a party of it. */
  readonly handles: boolean;
  /** Parties in which the requester, or whom they cover for, has an interest. */
  readonly interests: readonly PartyKey[];
}

/** The actor of a request with every role of the requester that the grants allow, the first one being the capacity. */
export interface Capacity extends Actor {
  readonly roles: readonly string[];
  /** All that are open: the requester's own ones before those in which they cover for somebody. */
  readonly open: readonly OpenCapacity[];
}

/**
 * In which capacity the requester may act under these grants.
 * @throws Refusal NOT_ALLOWED if nobody in this position may; OUT_OF_SCOPE if others in this position may, of another party or body
 */
export function capacityOf(
  contract: Pick<ProcessContract, 'parties'>,
  state: Granted,
  by: readonly Grant[],
  requester: Requester,
): Capacity {
  if (requester.kind === 'system') {
    if (!by.includes('case')) return refuse('NOT_ALLOWED', '此操作须由人员办理。', 'Only a person may do this.');
    return { ...requester, roles: ['system'], open: [{ actor: requester, handles: false, interests: [] }] };
  }
  const open = openCapacities(contract, state, by, requester);
  const [first] = open;
  if (first !== undefined) return { ...first.actor, roles: [...new Set(open.map(({ actor }) => actor.role))], open };
  const inPosition = by.some((grant) => requester.offices.some((held) => isInPosition(contract, grant, held)));
  if (inPosition) {
    refuse('OUT_OF_SCOPE', '案件不在您的机构或区域范围内。', 'The case is outside your institution, body or region.');
  }
  const held = [...new Set(requester.offices.map((one) => one.role))].join(', ');
  refuse('NOT_ALLOWED', '您的角色不能办理此事。', `Your role (${held || 'none'}) may not do this.`, {
    facts: { allowed: grantedRoles(contract, by) },
  });
}

function openCapacities(
  contract: Pick<ProcessContract, 'parties'>,
  state: Granted,
  by: readonly Grant[],
  { id, offices, interests = [] }: Person,
): OpenCapacity[] {
  const own = offices.filter(({ covering }) => covering === undefined);
  const others = offices.filter(({ covering }) => covering !== undefined);
  const acted = partiesActedFor(offices);
  return [own, others].flatMap((held) =>
    by.flatMap((grant) =>
      held
        .filter((one) => allows(contract, state, grant, one))
        .flatMap(({ covering }) =>
          capacityName(grant).map((role) => ({
            actor: { kind: 'person' as const, id, role, ...(covering && { covering: withoutInterests(covering) }) },
            handles: typeof grant === 'object' && !('party' in grant),
            interests: [...interests, ...acted, ...(covering?.interests ?? [])],
          })),
        ),
    ),
  );
}

/** A party of a case that somebody can do an action for, with the name of its part in the case. */
export interface PartyActedFor {
  readonly name: string;
  readonly party: PartyKey;
}

/** The parties for whom somebody could do what is granted; of several parts only where an account acts for more than one side. */
export function partiesToActFor(
  contract: Pick<ProcessContract, 'parties'>,
  { parties }: Pick<Granted, 'parties'>,
  by: readonly Grant[],
  { offices }: Pick<Person, 'offices'>,
): PartyActedFor[] {
  return by.flatMap((grant) => {
    if (typeof grant !== 'object' || !('party' in grant)) return [];
    const held = offices.filter((one) => isInPosition(contract, grant, one));
    return (parties[grant.party] ?? [])
      .filter((key) => held.some((one) => actsFor(one, key)))
      .map((key) => ({ name: grant.party, party: key }));
  });
}

function withoutInterests({ id, lastDay, rule }: Covering): Covering {
  return { id, lastDay, rule };
}

/** The roles that grants can be used in, for those who are refused and for the documents. */
export function grantedRoles(contract: Pick<ProcessContract, 'parties'>, by: readonly Grant[]): string[] {
  return [...new Set(by.flatMap((grant) => rolesOf(contract, grant)))];
}

/** The roles in which one grant can be used; none for another case. */
function rolesOf(contract: Pick<ProcessContract, 'parties'>, grant: Grant): readonly string[] {
  if (grant === 'case') return [];
  if ('party' in grant) return contract.parties[grant.party]?.roles ?? [];
  return ['handling' in grant ? grant.handling : grant.office];
}

function allows(contract: Pick<ProcessContract, 'parties'>, state: Granted, grant: Grant, held: Office): boolean {
  if (grant === 'case' || !isInPosition(contract, grant, held)) return false;
  if ('office' in grant) return true;
  if ('handling' in grant) return isOfBody(held, state);
  return (state.parties[grant.party] ?? []).some((key) => actsFor(held, key));
}

/** Whether an office is of the kind that a grant speaks of, leaving open whether it is this party or this body. */
function isInPosition(contract: Pick<ProcessContract, 'parties'>, grant: Grant, held: Office): boolean {
  return rolesOf(contract, grant).includes(held.role);
}

/** In what capacity a grant is used, as the actor of a line has it; none for another case. */
export function capacityName(grant: Grant): string[] {
  if (grant === 'case') return [];
  if ('party' in grant) return [grant.party];
  return ['handling' in grant ? grant.handling : grant.office];
}

/** A grant in words, for documents: who it is. */
export function grantInWords(contract: Pick<ProcessContract, 'parties'>, grant: Grant) {
  if (grant === 'case') return text('其他案件', 'another case');
  if ('party' in grant) return contract.parties[grant.party]?.title ?? text(grant.party, grant.party);
  return 'handling' in grant
    ? text(`承办机构（${grant.handling}）`, `${grant.handling} of the body that handles the case`)
    : text(grant.office, grant.office);
}
