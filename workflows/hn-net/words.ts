/** The words of the Hunan network: what its contracts and processes may name. */
import type { BackupOnRecord, RetentionCount } from '../../rules/hn-net/retention.ts';
import type { DepositTerm, MovementKind } from '../../rules/hn-net/deposit.ts';
import { hnNetRules, type HnNetValues } from '../../rules/hn-net/config.ts';
import type { WindowFigures } from '../../rules/hn-net/minimums.ts';
import { bodyOf, competentPlatform, trainingNetwork, type Network } from '../../rules/hn-net/network.ts';
import { seatOf } from '../../rules/hn-net/seats.ts';
import type { WindowEntry } from '../../rules/hn-net/window.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Body } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import type { Day } from '../../rules/time/index.ts';
import { contractsOf } from '../engine/define.ts';

declare module '../engine/titled.ts' {
  /** What fields of this regime can name besides. */
  interface ReferredThings {
    networkBody: true;
    /** A platform of the network, or a window that was one. */
    everPlatform: true;
    /** A line of the credit record of a provider, by the case that it rests on. */
    creditEntry: true;
    platform: true;
    provider: true;
    service: true;
  }
}

/** What stands in the way of the end of the platform (HN-NET-11.2, 11.3). */
export interface TerminationReading {
  /** Providers and consumers without a notice of the end that stands. */
  readonly untold: number;
  /** Open matters of the parties, by kind of case. */
  readonly open: Readonly<Record<string, number>>;
}

/** The dry run of a deletion: what would go of a class on this day and what keeps the rest, with the backups in which it all stands (HN-NET-10.4). */
export interface DeletionReading extends RetentionCount {
  readonly asOf: Day;
  readonly copies: readonly BackupOnRecord[];
}

/** An offer of the provider that a case is about: an open one, or one that a measure has deleted from view. */
export interface OfferOnRecord {
  readonly id: string;
  readonly name: string;
}

/** The open cases that hold what the party of a case may lose, as they stand when it is decided (HN-NET-25.2, 25.3). */
export interface QualificationsOnRecord {
  /** Its registration as a provider; null where it is not registered. */
  readonly registrationCaseId: string | null;
  /** That of the window that the case is about and the party runs; null where it has none, or has lost it. */
  readonly qualificationCaseId: string | null;
}

/** What cases of the network read of the records; what they need of a register once is looked up when they are filed. */
export interface HnNetReadings {
  readonly termination: TerminationReading;
  readonly deletion: DeletionReading;
  /** The offers of the provider that the case is about (HN-NET-08.3, 09.1). */
  readonly offers: readonly OfferOnRecord[];
  /** The ids of the entries of the credit record of the party of a case (HN-NET-12.2). */
  readonly creditEntries: readonly string[];
  readonly qualifications: QualificationsOnRecord;
  /** The time to accept a request that the platform of the case has published, in working days; null where it has not (HN-NET-04.1, 05.10). */
  readonly handlingDays: number | null;
  /** The register of windows, from which the network follows as it stands (HN-NET-02.2). */
  readonly windows: readonly WindowEntry[];
  /** What the records say of the window that the case is about, with the register of windows (HN-NET-03). */
  readonly windowFigures: WindowFigures & { readonly windows: readonly WindowEntry[] };
}

/** What cases of the network write beside what every regime does. */
export interface HnNetWrites {
  /** A request is given to this provider: nothing is written, it must be on the register as it stands (HN-NET-05.3). */
  readonly assignment: { readonly provider: PartyKey };
  /** This provider takes part in something: nothing is written, it must be on the register, also where its listing is suspended (HN-NET-16.6). */
  readonly partner: { readonly provider: PartyKey };
  /** A movement of a deposit, the next one of its case; `fen` is more than zero (HN-NET-22.3). */
  readonly depositMovement: {
    readonly seq: number;
    readonly kind: MovementKind;
    readonly fen: number;
    readonly settlement: string;
    readonly item: DepositTerm | null;
    readonly forCase: string | null;
  };
  /** A window has lost its qualification: what people hold by their offices at it goes back to the queue (HN-NET-25.2). */
  readonly officesEnded: { readonly window: string };
  /** A service as the statistics count it from now on (HN-NET-24). */
  readonly serviceRecord: {
    /** Key of who served. */
    readonly provider: PartyKey;
    readonly consumer: PartyKey | null;
    readonly item: string;
    readonly servedOn: Day;
    readonly enterprises: number;
    readonly score: number | null;
    readonly inTime: boolean;
    /** Found false: from this day it does not count (HN-NET-26.4). */
    readonly excludedFrom: Day | null;
  };
}

export const contract = contractsOf<{ rules: HnNetValues; readings: HnNetReadings; writes: HnNetWrites }>('HN_NET', {
  rules: hnNetRules.values,
  bodies: Object.fromEntries(trainingNetwork.map(({ id, name }) => [id, name])),
});

/** Who provides services or goods on the network (HN-NET-01.2). */
export const provider = { title: text('服务(商品)提供商', 'Service (goods) provider'), roles: ['provider'] } as const;

/** Who gets services through the network (HN-NET-01.3); a contact has no account and was verified by a code. */
export const consumer = { title: text('消费者', 'Consumer'), roles: ['consumer', 'contact'] } as const;

/** Who runs a window platform, or wants to (HN-NET-02.1). */
export const operator = { title: text('运营单位', 'Operator'), roles: ['provider'] } as const;

/** The registers of the network: one entry a provider or consumer, with its status and every status it had; the credit records; the circulars on a party; what platforms publish. */
export const registers = {
  providers: 'hn-net.providers',
  consumers: 'hn-net.consumers',
  credit: 'hn-net.credit',
  windows: 'hn-net.windows',
  agreements: 'hn-net.agreements',
  bulletins: 'hn-net.bulletins',
  disclosures: 'hn-net.disclosures',
} as const;

/** What a case about a window refers to. */
export function windowReference(id: string): string {
  return `window:${id}`;
}

/** Id of the window that a case is about; null if it is about none. */
export function windowOf(about: string | null): string | null {
  return about?.startsWith('window:') === true ? about.slice('window:'.length) : null;
}

/** What a case about the conduct of a provider is about: such cases stand beside one another, whoever brought them. */
export function conductOf(party: PartyKey): string {
  return `conduct:${party}`;
}

/** What the registration of a provider and its offers under it are about. */
export function offeringOf(party: PartyKey): string {
  return `offering:${party}`;
}

/**
 * A body of the network with the region it answers for.
 * @throws Error if the network has none of this id
 */
export function networkBody(id: string, network: Network = trainingNetwork): Body {
  const body = bodyOf(id, network);
  if (body === null) throw new Error(`The network has no body '${id}'.`);
  return { bodyId: body.id, region: body.region };
}

/**
 * The body that handles cases for a platform of the network: its own, or for a window recognised since the nearest one above that has cases of its
 * own, in the region of that window, where the window's own people act.
 * @throws Error if the network has no platform of this id
 */
export function actingBody(id: string, network: Network = trainingNetwork): Body {
  const seat = seatOf(id, network);
  if (seat === null) throw new Error(`The network has no platform '${id}'.`);
  return seat;
}

/** The body that answers for a registered provider: that of its entry, where the entry lies; the next one that stands, if that has gone (HN-NET-16.7, 25.2). */
export function answeringBody({ bodyId, region }: Body): Body {
  const { id } = competentPlatform(bodyId);
  return id === bodyId ? { bodyId, region } : networkBody(id);
}

/** Of the entries that a filing looked up, that of a register. */
export function entryIn<E extends { readonly register: string }>(
  entries: readonly E[],
  register: string,
): E | undefined {
  return entries.find((entry) => entry.register === register);
}

/** Of the entries that a filing looked up, those of the register of windows. */
export function windowsIn<E extends WindowEntry & { readonly register: string }>(entries: readonly E[]): E[] {
  return entries.filter(({ register }) => register === registers.windows);
}
