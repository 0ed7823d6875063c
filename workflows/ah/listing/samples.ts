/** What the notices of this process are told with in tests. */
import { listingGrounds, lists } from '../../../rules/ah/lists.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { listing } from './contract.ts';

const white = { list: lists.WHITE, ground: listingGrounds.EXCELLENT.title, reason: '年度综合评价位列第一。' };
const black = { list: lists.BLACK, ground: listingGrounds.FABRICATED.title, reason: '活动图片系拼接伪造。' };

export const listingSamples: SamplesOf<typeof listing> = {
  whitelisted: { ...white, from: '2026-03-10', until: '2026-12-31' },
  blacklisted: { ...black, from: '2026-03-10', until: null },
  removed: { ...black, on: '2026-09-01' },
};
