/** The passages that notices of infringement rest on. */
export const clauses = {
  /** Trademarks, enterprise names and other rights are protected; the necessary measures are taken. */
  rights: 'HN-NET 第八条第七项',
  /** Joint liability of a platform that knew and did nothing. */
  liability: 'HN-NET 第八条第十三项',
} as const;
