/** Mails of sample notices, for the tests of their wording. */
import { issuerOf, issuersOf } from '../../activities/notices/issuers.ts';
import { renderNotice, type RenderedNotice } from '../../activities/notices/render-notice.ts';
import type { NoticeData } from '../../activities/notices/wordings.ts';
import type { Channel } from '../../rules/notices.ts';
import type { Locale } from '../../rules/text.ts';
import { sampleOf } from '../../activities/notices/sample-notices.ts';

export const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/**
 * Renders the sample of a notice.
 * @param changes laid over the sample
 */
export function renderSample(
  kind: string,
  template: string,
  locale: Locale,
  changes: object = {},
  recipientName = '李晓',
): Promise<RenderedNotice> {
  return renderData(template, locale, { ...sampleOf(template, kind), ...changes }, recipientName);
}

/** Renders a notice from its data. */
export function renderData(
  template: string,
  locale: Locale,
  data: NoticeData,
  recipientName = '李晓',
  channel: Channel = 'EMAIL',
): Promise<RenderedNotice> {
  const issuer = issuerOf(issuersOf(true), data);
  const render = () =>
    renderNotice({
      template,
      channel,
      ...(issuer && { issuer }),
      locale,
      data,
      recipientName,
      recipientEmail: 'li.xiao@example.org',
      baseUrl: 'https://anjuan.example.org/',
      sender: { name: '案卷', address: 'notices@example.org' },
    });
  return new Promise((resolve) => resolve(render()));
}

/** The words a reader of the HTML sees, in one line. */
export function visible(html: string): string {
  const body = html.slice(html.indexOf('<h1'));
  return body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}
