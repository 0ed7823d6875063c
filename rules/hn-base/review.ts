/** Why an expert is not needed any more (HN-BASE-03.1). */
import { text } from '../text.ts';

export const reviewEnds = {
  WITHDRAWN: text('申报单位撤回申报', 'The base has withdrawn its declaration'),
  INTEREST: text('您与申报单位存在登记在案的利益关系', 'You have an interest in the base on record'),
  REPLACED: text('组织评审的部门已更换专家', 'The department has asked another expert'),
} as const;

export type ReviewEnd = keyof typeof reviewEnds;
