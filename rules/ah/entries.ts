/**
 * What a member enters of its service beside activities and matches: enterprises that it led in, products that it offers, and institutions that it led
 * in and that were recognised as demonstration platforms (AH-EVAL-02.5, 02.7, 02.14).
 */
import { text } from '../text.ts';

export const entryKinds = {
  REGISTERED: text('引导入驻平台网络的企业', 'Enterprises led to the platform'),
  FOLLOWED: text('引导关注公众号的企业', 'Enterprises led to the WeChat account'),
  PRODUCT: text('服务产品', 'Service product'),
  DEMONSTRATION: text(
    '所引导机构认定为省级或者市级示范平台',
    'Led-in institutions recognised as demonstration platforms',
  ),
} as const;

export type EntryKind = keyof typeof entryKinds;
