/** Members of the network: the sixteen city platforms and the resident institutions (AH-OPS-01, AH-EVAL-01.1). */
import type { BodyInWords } from '../body-in-words.ts';
import { partyId, partyKind, unitKey, type PartyKey } from '../parties/party.ts';
import type { Body } from '../roles.ts';
import { text, type Text } from '../text.ts';
import type { Day } from '../time/index.ts';
import { anhuiBodies, PLATFORM, type AnhuiBodyKind } from './bodies.ts';
import type { MemberKind } from './indicators.ts';

export const memberStatuses = {
  MEMBER: text('在网', 'Member'),
  TITLE_CANCELLED: text('称号已取消', 'Title cancelled'),
  RESIDENCY_CANCELLED: text('入驻资格已取消', 'Residency cancelled'),
  LEFT: text('已退出', 'Left'),
} as const;

export type MemberStatus = keyof typeof memberStatuses;

/** What the register of members holds of one. */
export interface MemberEntry {
  readonly kind: MemberKind;
  /** Id of the city platform that an institution belongs to, or that it is itself (AH-OPS-01.5). */
  readonly cityPlatform: string;
  /** Who brought it in; null for who came by itself, and for city platforms (AH-OPS-01.4). */
  readonly introducer: PartyKey | null;
  readonly joinedOn: Day;
}

type AnhuiBody = (typeof anhuiBodies)[number];

/** The body of the network with this id. @throws Error if there is none */
export function anhuiBody(id: string): AnhuiBody {
  const found = anhuiBodies.find((body) => body.id === id);
  if (found === undefined) throw new Error(`The Anhui network has no body '${id}'.`);
  return found;
}

/** A body with the region it answers for. */
export function anhuiBodyOf(id: string): Body {
  const { region } = anhuiBody(id);
  return { bodyId: id, region };
}

export function bodyInWords(id: string): BodyInWords {
  const { name = text('平台网络以外的机构', 'a body outside the network'), telephone = '' } =
    anhuiBodies.find((body) => body.id === id) ?? {};
  return { name, telephone };
}

/** The bodies of a kind with their names, for choices. */
export function bodiesOf(kind: AnhuiBodyKind): Readonly<Record<string, Text>> {
  return Object.fromEntries(anhuiBodies.filter((body) => body.kind === kind).map(({ id, name }) => [id, name]));
}

/** The bureau of the city in which a city platform is (AH-OPS-01.2). */
export function bureauOf(cityPlatform: string): Body {
  const { region } = anhuiBody(cityPlatform);
  const bureau = anhuiBodies.find((body) => body.kind === 'BUREAU' && body.region === region);
  if (bureau === undefined) throw new Error(`${region} has no bureau.`);
  return { bodyId: bureau.id, region };
}

/** Id of the city platform that a party is; null for an institution. */
export function cityPlatformOf(party: PartyKey): string | null {
  if (partyKind(party) !== 'UNIT') return null;
  const id = partyId(party);
  return anhuiBodies.some((body) => body.id === id && body.kind === 'CITY_PLATFORM') ? id : null;
}

/** The key under which a body stands in cases. */
export function partyOfBody(id: string): PartyKey {
  return unitKey(id);
}

/** The provincial platform, which coordinates every member (AH-OPS-01.5). */
export const provincialPlatform: Body = { bodyId: PLATFORM, region: 'AH' };
