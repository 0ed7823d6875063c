/** The passages that the handling of unlawful content rests on. */
export const clauses = {
  /** Monitoring, report to the authority, measures, stop of the service. */
  monitoring: 'HN-NET 第八条第六项',
  /** What was published is recorded and kept. */
  retention: 'HN-NET 第八条第八项',
  /** Joint liability of a platform that knew and did nothing. */
  liability: 'HN-NET 第八条第十三项',
} as const;
