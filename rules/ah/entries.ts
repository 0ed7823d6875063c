/** What a member enters of its service beside activities and matches: enterprises that it led in, products that it offers (AH-EVAL-02.5, 02.14). */
import { text } from '../text.ts';

export const entryKinds = {
  REGISTERED: text('引导入驻平台网络的企业', 'Enterprises led to the platform'),
  FOLLOWED: text('引导关注公众号的企业', 'Enterprises led to the WeChat account'),
  PRODUCT: text('服务产品', 'Service product'),
} as const;

export type EntryKind = keyof typeof entryKinds;
