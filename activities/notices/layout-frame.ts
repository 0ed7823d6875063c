/** What every mail and every letter stands in: whose it is at the top, small print at the end. */
import { Body, Container, Head, Html, Preview, Section, Text as Paragraph } from '@react-email/components';
import { createElement as h, type ReactNode } from 'react';
import type { Locale } from '../../rules/text.ts';
import { fontFamily, styles } from './styles.ts';

export interface Frame {
  readonly locale: Locale;
  readonly subject: string;
  /** The words that a mail program shows beside the subject. */
  readonly preview: string;
  /** Whose it is; the product's where it is of no body. */
  readonly issuer: string | undefined;
  readonly main: readonly ReactNode[];
  /** The lines of the small print. */
  readonly footer: readonly ReactNode[];
}

/** The mail as elements. Everything that came from people is a text child, which React escapes. */
export function framed({ locale, subject, preview, issuer, main, footer }: Frame): ReactNode {
  return h(
    Html,
    { lang: locale },
    h(
      Head,
      null,
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, subject),
    ),
    h(
      Body,
      { style: { ...styles.body, fontFamily: fontFamily(locale) } },
      h(Preview, null, preview),
      h(
        Container,
        { style: styles.container },
        h(Section, { style: styles.brand }, h(Paragraph, { style: styles.brandName }, issuer ?? '案卷 Anjuan')),
        h(Section, { style: styles.main }, ...main),
        h(
          Section,
          { style: styles.footer },
          ...footer.map((words, index) => h(Paragraph, { key: index, style: styles.small }, words)),
        ),
      ),
    ),
  );
}

/**
 * Who sent it, and what it is: XC-03.4 a service message, which a refusal of advertising does not stop, or HN-NET-15.9 advertising, which it
 * does stop. `by`: the body in whose name it is sent, if any.
 */
export function footerLines(locale: Locale, by: string | undefined, advertises = false): readonly string[] {
  const zh = locale === 'zh-CN';
  const [service, advertising] = zh
    ? ['这是与贵方办理事项有关的服务通知，不是商业信息，不因拒收商业信息而停发。', '这是商业信息，可以拒收。']
    : [
        'It is a service message about your case, not advertising, so refusing advertising does not stop it.',
        'It is advertising, which you can refuse.',
      ];
  return [
    zh
      ? `本邮件由${by === undefined ? '' : `${by}通过`}案卷（Anjuan）平台自动发出，请勿直接回复；办理事项请登录平台。`
      : `This mail was sent${by === undefined ? '' : ` by the ${by}`} through the 案卷 Anjuan platform. Please do not reply to it; sign in to the platform to act.`,
    advertises ? advertising : service,
  ];
}
