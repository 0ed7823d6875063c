/** Passages of the measures on which requests rest. */
export const clauses = {
  /** Acceptance, transfer by telephone and internet, record and evaluation. */
  requests: 'HN-NET 第七条第三项',
  /** Handling times are published, and kept. */
  handlingTime: 'HN-NET 第六条',
  /** Return visits and evaluation are systems that must exist. */
  systems: 'HN-NET 第六条',
  /** Public services are free. */
  free: 'HN-NET 第七条第九项',
  /** Invoice or voucher. */
  vouchers: 'HN-NET 第九条第五项',
} as const;
