import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import type { ShStoreValues } from './config.ts';
import { shStoreValues } from './config.ts';

/** One band of table 4.5; both bounds belong to it, null is no upper bound. */
export interface RatingBand {
  readonly level: RatingLevel;
  readonly from: number;
  readonly to: number | null;
  readonly title: Text;
}

/** The levels from the lowest to the highest. */
export const ratingLevels: readonly RatingLevel[] = [
  'UNRATED',
  'STAR_1',
  'STAR_2',
  'STAR_3',
  'STAR_4',
  'STAR_5',
  'DIAMOND_1',
  'DIAMOND_2',
  'DIAMOND_3',
  'DIAMOND_4',
  'DIAMOND_5',
  'CROWN_1',
  'CROWN_2',
  'CROWN_3',
  'CROWN_4',
  'CROWN_5',
];

export type RatingLevel = 'UNRATED' | `${'STAR' | 'DIAMOND' | 'CROWN'}_${1 | 2 | 3 | 4 | 5}`;

/** Upper bound of every level but the last, as the rating table prints them; 0-99 is the gap of A-40. */
const upperBounds = [99, 100, 200, 300, 400, 500, 1000, 2000, 3000, 4000, 5000, 10_000, 20_000, 40_000, 80_000];

/** The 15 bands of the rating table and the gap below them (SH-EVAL-11.1 to .4). */
export const ratingBands: readonly RatingBand[] = ratingLevels.map((level, place) => ({
  level,
  from: place === 0 ? 0 : (upperBounds[place - 1] ?? 0) + 1,
  to: upperBounds[place] ?? null,
  title: titleOf(level),
}));

/** The band of a number of points; below 100 there is no star, unless set otherwise (SH-EVAL-11.3, A-40). */
export function ratingOf(points: number, values: ShStoreValues = shStoreValues()): RatingBand {
  const band = ratingBands.find(({ to }) => to === null || points <= to) as RatingBand;
  if (band.level !== 'UNRATED') return band;
  return { ...band, level: values['rating.below100'], title: titleOf(values['rating.below100']) };
}

/** Whether the rating is 2 stars or lower, unrated included (SH-STORE-13.2). */
export function isTwoStarsOrLower(points: number): boolean {
  return ratingLevels.indexOf(ratingOf(points).level) <= ratingLevels.indexOf('STAR_2');
}

/** The points missing to a level; 0 when it is reached (SH-STORE-13.5). */
export function pointsMissingTo(level: RatingLevel, points: number): number {
  const from = ratingBands.find((band) => band.level === level)?.from ?? 0;
  return Math.max(0, from - points);
}

/** The level above that of a number of points and the points missing to it; null at the top (SH-EVAL-11.1, .4). */
export function nextLevel(
  points: number,
  values: ShStoreValues = shStoreValues(),
): { readonly band: RatingBand; readonly missing: number } | null {
  const now = ratingLevels.indexOf(ratingOf(points, values).level);
  const band = ratingBands[now + 1];
  return band === undefined ? null : { band, missing: band.from - points };
}

/** A change of level with its day and the points that brought it (SH-EVAL-11.5). */
export interface LevelChange {
  readonly from: RatingBand;
  readonly to: RatingBand;
  readonly points: number;
  readonly on: Day;
}

/** The change of level between two totals, or null when the level is the same. */
export function levelChange(
  before: number,
  after: number,
  on: Day,
  values: ShStoreValues = shStoreValues(),
): LevelChange | null {
  const from = ratingOf(before, values);
  const to = ratingOf(after, values);
  return from.level === to.level ? null : { from, to, points: after, on };
}

function titleOf(level: RatingLevel): Text {
  if (level === 'UNRATED') return text('未评级', 'unrated');
  const [kind, count] = level.split('_') as ['STAR' | 'DIAMOND' | 'CROWN', string];
  const [zh, en] = { STAR: ['星', 'star'], DIAMOND: ['钻', 'diamond'], CROWN: ['冠', 'crown'] }[kind] as [
    string,
    string,
  ];
  return text(`${count}${zh}`, count === '1' ? `1 ${en}` : `${count} ${en}s`);
}
