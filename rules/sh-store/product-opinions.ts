/** What a product may be returned or taken down for: each opinion with the passage it rests on (SH-STORE 一.3, 三.1, 三.2, 四.1, 四.4). */
import { text, type Text } from '../text.ts';

/** The four subjects about which nothing false or misleading may be claimed (SH-STORE-08.2). */
export const claimSubjects = {
  SERVICE_EFFECT: text('服务效果', 'service effect'),
  SALES: text('销售状况', 'sales'),
  USER_RATINGS: text('用户评价', 'user ratings'),
  PAST_HONOURS: text('曾获荣誉', 'past honours'),
} as const satisfies Readonly<Record<string, Text>>;

export type ClaimSubject = keyof typeof claimSubjects;

/** One thing that may be wrong with a product. */
export interface ProductOpinion {
  readonly title: Text;
  readonly clause: string;
  readonly requirement: string;
  /** True where refusing to revise it leads to rectification: misappropriation, false advertising, splitting (SH-STORE-08.7). */
  readonly rectifies: boolean;
  /** True where the points of the product were not earned and are taken back (SH-STORE-08.8). */
  readonly takesPointsBack: boolean;
}

const claims = {
  clause: 'SH-STORE 三.1',
  requirement: 'SH-STORE-08.2',
  rectifies: true,
  takesPointsBack: false,
} as const;
const rights = {
  clause: 'SH-STORE 三.2',
  requirement: 'SH-STORE-08.3',
  rectifies: true,
  takesPointsBack: true,
} as const;

export const productOpinions = {
  OUT_OF_SCOPE: {
    title: text('超出营业执照的经营范围', 'outside the business scope of the licence'),
    clause: 'SH-STORE 三.1',
    requirement: 'SH-STORE-08.1',
    rectifies: false,
    takesPointsBack: false,
  },
  CLAIM_SERVICE_EFFECT: {
    title: text('对服务效果作虚假或者引人误解的宣传', 'false or misleading claim about the service effect'),
    ...claims,
  },
  CLAIM_SALES: {
    title: text('对销售状况作虚假或者引人误解的宣传', 'false or misleading claim about sales'),
    ...claims,
  },
  CLAIM_USER_RATINGS: {
    title: text('对用户评价作虚假或者引人误解的宣传', 'false or misleading claim about user ratings'),
    ...claims,
  },
  CLAIM_PAST_HONOURS: {
    title: text('对曾获荣誉作虚假或者引人误解的宣传', 'false or misleading claim about past honours'),
    ...claims,
  },
  OVERPRICED: {
    title: text('价格偏高，未保持高性价比', 'overpriced: no good value for money'),
    clause: 'SH-STORE 一.3',
    requirement: 'SH-STORE-01.19',
    rectifies: false,
    takesPointsBack: false,
  },
  INTELLECTUAL_PROPERTY: {
    title: text('侵犯他人的知识产权', 'infringes the intellectual property of others'),
    ...rights,
  },
  TRADE_SECRET: { title: text('侵犯他人的商业秘密', 'infringes the trade secrets of others'), ...rights },
  MISAPPROPRIATION: {
    title: text('盗用他人的产品信息', 'misappropriates the products of others'),
    clause: 'SH-STORE 四.4',
    requirement: 'SH-STORE-08.7',
    rectifies: true,
    takesPointsBack: true,
  },
  SPLITTING: {
    title: text('以骗取积分为目的拆分产品', 'a product split to gain points'),
    clause: 'SH-STORE 四.4',
    requirement: 'SH-STORE-08.7',
    rectifies: true,
    takesPointsBack: true,
  },
  INCOMPLETE: {
    title: text('产品信息不完整或者不规范', 'the information is incomplete or not in order'),
    clause: 'SH-STORE 四.1',
    requirement: 'SH-STORE-08.5',
    rectifies: false,
    takesPointsBack: false,
  },
} as const satisfies Readonly<Record<string, ProductOpinion>>;

export type OpinionCode = keyof typeof productOpinions;

/** An opinion as a reviewer gives it: what is wrong, and with what. */
export interface GivenOpinion {
  readonly issue: OpinionCode;
  readonly finding: string;
}

/** Whether refusing to revise for any of these opinions leads to rectification (SH-STORE-08.7). */
export function leadsToRectification(codes: readonly OpinionCode[]): boolean {
  return codes.some((code) => productOpinions[code].rectifies);
}
