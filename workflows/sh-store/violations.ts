/** Conduct for which a store is cleared under 四.5(8): it is malicious or disturbs the platform (SH-STORE-10.8, 10.10). */
import { text, type Text } from '../../rules/text.ts';

export const violations = {
  PROHIBITED_CONTENT: text('恶意发布法律法规禁止的内容', 'malicious publication of content prohibited by law'),
  FALSE_ADVERTISING: text('恶意虚假宣传', 'malicious false advertising'),
  ORDER_BRUSHING: text('欺骗性刷单', 'deceptive order brushing'),
  DISRUPTION: text('其他扰乱平台秩序的行为', 'other conduct that disturbs the platform'),
} as const satisfies Readonly<Record<string, Text>>;

export type Violation = keyof typeof violations;
