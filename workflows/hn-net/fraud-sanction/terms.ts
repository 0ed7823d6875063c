/** Fabricated records and altered statistics, and what is done about them. */
export const CLAUSE = 'HN-NET 第二十五条';
