/** The words of the declaration of bases: what its contracts and processes may name. */
import { declarationBodies, PROVINCE } from '../../rules/hn-base/bodies.ts';
import { hnBaseRules, type HnBaseValues } from '../../rules/hn-base/config.ts';
import { unitKey, type PartyKey } from '../../rules/parties/party.ts';
import type { Body } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { contractsOf } from '../engine/define.ts';

declare module '../engine/titled.ts' {
  /** What fields of this regime can name besides. */
  interface ReferredThings {
    expert: true;
  }
}

/** What cases of the declaration read of the records. */
export interface HnBaseReadings {
  /** The declarations of the call that are filed with the province and in no review yet, the oldest first (HN-BASE-02.4). */
  readonly filedDeclarations: readonly { readonly declaration: string; readonly name: string }[];
  /** Both of the above and below, for who makes the list. */
  readonly callRecord: {
    readonly filed: HnBaseReadings['filedDeclarations'];
    readonly interests: HnBaseReadings['interestsInBases'];
  };
  /** Whether the list of the call is still to be made, and who has an interest in one of its bases. */
  readonly selectionRecord: { readonly isOpen: boolean; readonly interests: HnBaseReadings['interestsInBases'] };
  /** Who has an interest on record in the bases of a call, or acts for one of them, `person:<id>`: reviews none of these (HN-BASE-03.1). */
  readonly interestsInBases: readonly { readonly base: PartyKey; readonly people: readonly PartyKey[] }[];
  /** The same of the base whose declaration an opinion is on. */
  readonly interestsInBase: readonly PartyKey[];
}

export const contract = contractsOf<{ rules: HnBaseValues; readings: HnBaseReadings; writes: object }>('HN_BASE', {
  rules: hnBaseRules.values,
  bodies: Object.fromEntries(declarationBodies.map(({ id, name }) => [id, name])),
});

/** Who runs a base for micro and small enterprises. */
export const base = { title: text('创业创新基地', 'Base'), roles: ['provider'] } as const;

/** Who reviews declarations: each expert acts in a case of their own. */
export const expert = { title: text('评审专家', 'Expert'), roles: ['expert'] } as const;

/** The registers of the declaration: one entry a call, one entry a base with a national title. */
export const registers = { calls: 'hn-base.calls', titles: 'hn-base.titles' } as const;

/** What the cases of a call are about. */
export function callReference(year: number): string {
  return `base-call:${year}`;
}

/** The key under which a call stands in the register. */
export function callKey(year: number): string {
  return unitKey(`base-call-${year}`);
}

/**
 * A department that takes part, with the region it answers for.
 * @throws Error if none has this id
 */
export function departmentBody(id: string): Body {
  const found = declarationBodies.find((body) => body.id === id);
  if (found === undefined) throw new Error(`No department '${id}' takes part in the declaration.`);
  return { bodyId: found.id, region: found.region };
}

/** The provincial department. */
export function provinceBody(): Body {
  return departmentBody(PROVINCE);
}
