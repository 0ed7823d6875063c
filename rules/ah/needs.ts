/** What enterprises need, by category (AH-OPS-02). */
import { text } from '../text.ts';

export const needCategories = {
  FINANCE: text('投融资', 'Finance'),
  TECHNOLOGY: text('技术创新', 'Technology and innovation'),
  TRAINING: text('人才培训', 'Training'),
  MARKET: text('市场开拓', 'Market development'),
  MANAGEMENT: text('管理咨询', 'Management advice'),
  STARTUP: text('创业辅导', 'Start-up guidance'),
  LEGAL: text('法律维权', 'Legal aid'),
  INFORMATION: text('信息咨询', 'Information'),
  OTHER: text('其他', 'Other'),
} as const;

export type NeedCategory = keyof typeof needCategories;
