/** Conduct that disturbs the platform, 四.5(8); the one list of it, for whoever finds it (SH-STORE-10.8, 10.10). */
import { text, type Text } from '../../rules/text.ts';

interface ConductWords {
  readonly title: Text;
  /** What it is called as a ground for clearance, where that takes malice. */
  readonly malicious?: Text;
}

const words = {
  PROHIBITED_CONTENT: {
    title: text('发布国家法律法规禁止的内容', 'content prohibited by law'),
    malicious: text('恶意发布国家法律法规禁止的内容', 'malicious publication of content prohibited by law'),
  },
  FALSE_ADVERTISING: {
    title: text('虚假宣传', 'false advertising'),
    malicious: text('恶意虚假宣传', 'malicious false advertising'),
  },
  BRUSHING: { title: text('欺骗性刷单', 'deceptive order brushing') },
  DISRUPTION: { title: text('其他扰乱平台秩序的行为', 'other conduct that disturbs the platform') },
} as const satisfies Readonly<Record<string, ConductWords>>;

export type Conduct = keyof typeof words;

/** What the codes are called. */
export const conducts = Object.fromEntries(Object.entries(words).map(([code, { title }]) => [code, title])) as Readonly<
  Record<Conduct, Text>
>;

/** What a conduct is called as a ground for clearance. */
export function asGround(conduct: Conduct): Text {
  const { title, malicious = title }: ConductWords = words[conduct];
  return malicious;
}
