/** The words of e-commerce centres: what their contracts and processes may name. */
import { centreBodies, EVALUATOR } from '../../rules/ec-centre/bodies.ts';
import { ecCentreRules, type EcCentreValues } from '../../rules/ec-centre/config.ts';
import type { EntryStatus } from '../../rules/ec-centre/services.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Body } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { contractsOf } from '../engine/define.ts';

declare module '../engine/titled.ts' {
  /** What fields of this regime can name besides. */
  interface ReferredThings {
    centre: true;
    /** A liaison point of the centre that the case is about. */
    liaisonPoint: true;
  }
}

/** What cases of centres read of the records. */
export interface EcCentreReadings {
  /** The entries of the directory of the centre that the case is about (EC-CENTRE-07.2). */
  readonly directory: readonly { readonly provider: PartyKey; readonly status: EntryStatus }[];
}

export const contract = contractsOf<{ rules: EcCentreValues; readings: EcCentreReadings; writes: object }>(
  'EC_CENTRE',
  {
    rules: ecCentreRules.values,
    bodies: Object.fromEntries(centreBodies.map(({ id, name }) => [id, name])),
  },
);

/** Who runs an e-commerce public service centre. */
export const centre = { title: text('电子商务公共服务中心', 'Centre'), roles: ['provider'] } as const;

/** Who provides services through the directory of a centre. */
export const provider = { title: text('服务商', 'Provider'), roles: ['provider'] } as const;

/** Who asks a centre for a service; a contact has no account and was verified by a code. */
export const enterprise = {
  title: text('企业和个人', 'Enterprise or person'),
  roles: ['consumer', 'contact'],
} as const;

/** The registers of the regime: centres, their liaison points, and the entries of their directories. */
export const registers = {
  centres: 'ec-centre.centres',
  points: 'ec-centre.points',
  directory: 'ec-centre.directory',
} as const;

/** Why the cases around a centre end with it. */
export const centreHasLeft = text('中心已退出登记', 'The centre has left the register');

/** What the cases around a centre are about. */
export function centreReference(key: PartyKey): string {
  return `ec-centre:${key}`;
}

/** Key of the centre that a case is about; null if it is about none. */
export function centreOf(about: string | null): PartyKey | null {
  return about?.startsWith('ec-centre:') === true ? about.slice('ec-centre:'.length) : null;
}

/**
 * A body of the regime, with the region it answers for.
 * @throws Error if none has this id
 */
export function centreBody(id: string): Body {
  const found = centreBodies.find((body) => body.id === id);
  if (found === undefined) throw new Error(`There is no body '${id}' of centres.`);
  return { bodyId: found.id, region: found.region };
}

/** The commerce authorities above one, the nearest first (EC-CENTRE-08.2). */
export function authoritiesAbove(id: string): readonly string[] {
  const { region } = centreBody(id);
  return centreBodies
    .filter((body) => body.id !== EVALUATOR && body.id !== id && region.startsWith(`${body.region}/`))
    .sort((a, b) => b.region.length - a.region.length)
    .map((body) => body.id);
}
