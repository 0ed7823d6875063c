/** Marks of the assessors: what a sheet has, what the sheets of an entry come to, and how entries stand in their category (SH-EVAL-08.1, 03.2). */
import { text, type Text } from '../text.ts';

/** Most marks of an indicator. Annex 2 names neither marks nor weights: each counts the same until they are set. */
export const FULL_MARKS = 100;

/** The thirteen indicators by code (table 4.8). */
export const indicatorTitles = {
  QUALIFICATION: text('机构资质', 'Standing of the institution'),
  EXPERIENCE: text('服务经验', 'Experience'),
  DEVELOPMENT: text('持续发展', 'Development'),
  STAFF: text('人员能力', 'Staff'),
  SYSTEMS: text('服务制度', 'Systems'),
  RECORDS: text('服务资料管理', 'Service records'),
  BENEFIT_SPENDING: text('公益性支出', 'Public-benefit spending'),
  PLANNING: text('服务策划', 'Planning'),
  PRODUCTS: text('服务产品', 'Products'),
  VOLUME: text('服务数量', 'Volume'),
  PROCESS: text('服务过程', 'Process'),
  INFLUENCE: text('服务影响', 'Influence'),
  AUTHENTICITY: text('真实性核验', 'Authenticity'),
} as const satisfies Readonly<Record<string, Text>>;

export type IndicatorCode = keyof typeof indicatorTitles;
