/** White list and black list of members, by decision alone (AH-OPS-06, A-87). */
import { text } from '../text.ts';

export const lists = {
  WHITE: text('白名单', 'White list'),
  BLACK: text('黑名单', 'Black list'),
} as const;

export type ListName = keyof typeof lists;

export const listingGrounds = {
  EXCELLENT: { list: 'WHITE', title: text('上年度综合评价优秀', 'Excellent in the last annual evaluation') },
  CANCELLED: { list: 'BLACK', title: text('称号或者入驻资格被取消', 'Title or residency was cancelled') },
  FABRICATED: { list: 'BLACK', title: text('数据或者材料造假', 'Fabricated data or papers') },
  SUPERVISION: { list: 'BLACK', title: text('日常监管发现的严重问题', 'Serious findings of supervision') },
} as const;

export type ListingGround = keyof typeof listingGrounds;

/** How a member stands in the register of lists. */
export const listingStatuses = { WHITE: 'WHITELISTED', BLACK: 'BLACKLISTED' } as const;
