/** How a title of a national demonstration base stands in the register (HN-BASE-05). */
import { text } from '../text.ts';

export const titleStatuses = {
  VALID: text('有效', 'Valid'),
  EXPIRING: text('即将期满', 'Expiring'),
  REDECLARED: text('已重新申报', 'Declared again'),
  EXPIRED: text('已期满', 'Expired'),
} as const;
