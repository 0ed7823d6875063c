import { z } from 'zod';
import type { NOTICE_STATUSES } from '../../rules/notices.ts';
import { text, type Text } from '../../rules/text.ts';

/** How far a notice has got (XC-04.1). */
export const NOTICE_STATES: Readonly<Record<(typeof NOTICE_STATUSES)[number], Text>> = {
  PLANNED: text('待发送', 'to be sent'),
  SENDING: text('发送中', 'being sent'),
  SENT: text('已发送', 'sent'),
  UNKNOWN: text('是否送出不明', 'not known whether sent'),
  FAILED: text('发送失败', 'could not be sent'),
  CANCELLED: text('已取消', 'cancelled'),
  TO_DISPATCH: text('待寄出', 'to be posted'),
  DISPATCHED: text('已寄出', 'posted'),
  DELIVERED: text('已送达', 'delivered'),
  RETURNED: text('被退回', 'returned'),
};

export const mayHaveArrivedSchema = z
  .boolean()
  .meta({ description: 'It does not count as sent and may have arrived all the same: one of its tries had no answer' });
