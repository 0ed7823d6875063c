/**
 * What a provider proves by papers, in codes and days alone, so that a case may remember it without a name or a number of the form:
 * which proof lasts until when, which has expired, and on which grounds a registration cannot stand (HN-NET-06.3, 06.4).
 */
import type { Text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { Permit, Proof, ProviderForm, ProviderKind } from './provider.ts';
import { isFiled, providerIdentity } from './provider.ts';
import type { RefusalReasonCode } from './refusal-reasons.ts';
import type { RegulatedTradeCode } from './trades.ts';
import { regulatedTrades } from './trades.ts';

/** What a proof is of: the identity of the provider, or one regulated trade. */
export type CredentialCode = 'IDENTITY' | RegulatedTradeCode;

/** A proof that is filed; where there are several of one trade, the one that lasts longest. */
export interface Credential {
  readonly of: CredentialCode;
  /** Its last day; null if it has no end. */
  readonly validUntil: Day | null;
}

/** The regulated trades that a provider offers and the proofs it has filed. */
export interface Credentials {
  readonly trades: readonly RegulatedTradeCode[];
  readonly proofs: readonly Credential[];
}

/** The parts of a form that prove something. */
export type ProvingForm = Pick<ProviderForm, 'identityProof' | 'trades' | 'permits'>;

export function credentialsOf({ identityProof, trades, permits }: ProvingForm): Credentials {
  return { trades: [...new Set(trades)], proofs: [...identityOf(identityProof), ...permitsOf(permits)] };
}

/** The credentials once a form is changed; what the change leaves out stays as it was. */
export function changedCredentials(before: Credentials, changes: Partial<ProvingForm>): Credentials {
  const { identityProof, trades, permits } = changes;
  const identity = before.proofs.filter(({ of }) => of === 'IDENTITY');
  const others = before.proofs.filter(({ of }) => of !== 'IDENTITY');
  return {
    trades: trades === undefined ? before.trades : [...new Set(trades)],
    proofs: [
      ...(identityProof === undefined ? identity : identityOf(identityProof)),
      ...(permits === undefined ? others : permitsOf(permits)),
    ],
  };
}

/** The proofs whose last day lies before this Shanghai day; a task opens for each (HN-NET-06.4). */
export function expiredCredentials({ proofs }: Credentials, on: Day): CredentialCode[] {
  return proofs.filter(({ validUntil }) => validUntil !== null && validUntil < on).map(({ of }) => of);
}

/** The next last day of a proof, from this Shanghai day on; null if none has an end ahead. */
export function nextExpiry({ proofs }: Credentials, on: Day): Day | null {
  const ahead = proofs.flatMap(({ validUntil }) => (validUntil !== null && validUntil >= on ? [validUntil] : []));
  return ahead.sort()[0] ?? null;
}

/**
 * The grounds of the fixed list on which a registration with these proofs cannot stand on a Shanghai day, each once: a permit is
 * missing, or a proof has expired. The same grounds as `groundsOf(checkRegistration(form))`.
 */
export function groundsAgainst(credentials: Credentials, on: Day): RefusalReasonCode[] {
  const { trades, proofs } = credentials;
  const expired = expiredCredentials(credentials, on);
  const grounds: RefusalReasonCode[] = expired.includes('IDENTITY') ? ['IDENTITY_INVALID'] : [];
  if (trades.some((trade) => !proofs.some(({ of }) => of === trade))) grounds.push('PERMIT_MISSING');
  if (trades.some((trade) => expired.includes(trade))) grounds.push('PERMIT_INVALID');
  return grounds;
}

/** The name of the paper: the licence or card that proves a kind's identity, or the permit of a trade. */
export function credentialTitle(of: CredentialCode, kind: ProviderKind): Text {
  return of === 'IDENTITY' ? providerIdentity[kind].proof : regulatedTrades[of].permit;
}

function identityOf(proof: Proof | null): Credential[] {
  return isFiled(proof) ? [{ of: 'IDENTITY', validUntil: proof.validUntil }] : [];
}

function permitsOf(permits: readonly Permit[]): Credential[] {
  const filed = permits.filter(isFiled);
  return [...new Set(filed.map(({ trade }) => trade))].map((trade) => ({
    of: trade,
    validUntil: lastOf(filed.filter((permit) => permit.trade === trade)),
  }));
}

/** The last day of the proof that lasts longest; null if one has no end. */
function lastOf(proofs: readonly Proof[]): Day | null {
  const days = proofs.map(({ validUntil }) => validUntil);
  return days.includes(null) ? null : (days.sort().at(-1) ?? null);
}
