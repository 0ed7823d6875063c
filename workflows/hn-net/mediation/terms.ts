/** What of a mediation is this regime's: the passages it rests on. Who mediates is in `rules/hn-net/mediation.ts`. */
export const clauses = {
  /** The platform that brought the provider in mediates; if it fails, the local SME department; other channels stay open. */
  mediation: 'HN-NET 第十九条第四项',
} as const;
