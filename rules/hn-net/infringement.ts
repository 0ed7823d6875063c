/** Notices of rights holders: which rights they are about, and what is done about the items (HN-NET-09). */
import { text, type Text } from '../text.ts';

/** The rights that the platform protects (第八条第七项). */
export const protectedRights = {
  TRADEMARK: text('商标权', 'Trademark'),
  ENTERPRISE_NAME: text('企业名称权', 'Enterprise name'),
  PATENT: text('专利权', 'Patent'),
  COPYRIGHT: text('著作权', 'Copyright'),
  FAIR_COMPETITION: text('反不正当竞争权益', 'Protection against unfair competition'),
  OTHER: text('其他合法权益', 'Other right'),
} as const satisfies Readonly<Record<string, Text>>;

export type ProtectedRight = keyof typeof protectedRights;

/** The necessary measures (第八条第七项). */
export const infringementMeasures = {
  DELETE: text('删除', 'Deleted'),
  BLOCK: text('屏蔽', 'Blocked'),
  DISCONNECT: text('断开链接', 'Links removed'),
  STOP_TRADING: text('终止交易和服务', 'Trading stopped'),
} as const satisfies Readonly<Record<string, Text>>;

export type InfringementMeasure = keyof typeof infringementMeasures;
