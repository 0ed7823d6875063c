import type { Ground } from '../../engine/contract.ts';

/** A passage with the requirement that names it. */
type Passage = Required<Ground>;

/** What the measures of a regime say of service activities: plain data, which contract, process, notices and mails are made with. */
export interface ActivityTerms {
  /** Activities are planned and held. */
  readonly held: Passage;
  /** They are made public. */
  readonly published: Passage;
  /** Who took part is recorded. */
  readonly attended: Passage;
}

/** What they say of its evidence, where they ask for it within a time. */
export interface EvidenceTerms {
  readonly evidence: Passage;
  /** An activity is published before its evidence is taken. */
  readonly published: Passage;
}
