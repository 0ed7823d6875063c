import { text, type Locale, type Text } from './text.ts';

/** The languages in which people are written to. */
export const locales = {
  'zh-CN': text('中文', 'Chinese'),
  en: text('英文', 'English'),
} as const satisfies Readonly<Record<Locale, Text>>;
