/** The body that handles store applications (SH-STORE-04). */
export const CENTRE = 'sh-centre';
