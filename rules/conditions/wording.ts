/** A number with its thousands apart and its decimals as they are: 4,999,999.99. */
export function grouped(figure: number): string {
  const [whole = '', decimals] = String(figure).split('.');
  const apart = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimals === undefined ? apart : `${apart}.${decimals}`;
}
