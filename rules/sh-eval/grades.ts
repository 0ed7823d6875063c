import { text, type Text } from '../text.ts';

/** The three grades; there is no plain pass (SH-EVAL-01.2). */
export const gradeCodes = ['EXCELLENT', 'GOOD', 'UNQUALIFIED'] as const;

export type GradeCode = (typeof gradeCodes)[number];

/** What they are called. */
export const gradeTitles: Readonly<Record<GradeCode, Text>> = {
  EXCELLENT: text('优秀', 'excellent'),
  GOOD: text('良好', 'good'),
  UNQUALIFIED: text('不合格', 'unqualified'),
};
