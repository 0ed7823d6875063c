/** What our own pages may show in a frame, and nobody else's: nothing of it is loaded from elsewhere, and it hands nothing in (ASVS 3.2). */

/** Directives of the policy of such an answer, to which it adds what it needs. */
export const FRAMED_BY_US = "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
