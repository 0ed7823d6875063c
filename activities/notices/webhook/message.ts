/**
 * What is said in a room that many read: what the notice is, of which case, by when, and where to read the rest. No name, neither of the institution nor
 * of a person, and nothing that somebody typed: whoever is in the room need not be of the case (XC-05.3).
 */
import { NO_CASE, type NoticeCommon, type NoticeWithoutCase } from '../../../rules/notices.ts';
import { CHANNEL_TEST, channelTestWording, type ChannelTest } from '../../../rules/notices/webhook.ts';
import { inLocale, type Locale } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { wordsIn } from '../../../rules/notices/words.ts';
import { citations } from '../../../workflows/regimes.ts';
import { caseLink } from '../notice-text.ts';
import { noticeOf, type NoticeData } from '../wordings.ts';

/** A message as it is kept; the format of the channel decides how it is packed. */
export interface WebhookMessage {
  readonly subject: string;
  /** Lines below the subject. */
  readonly text: string;
}

/** Where the case of a message is; undefined where there is none. */
export function linkOf(data: NoticeData, baseUrl: string): string | undefined {
  return data.caseKind === NO_CASE ? undefined : caseLink(baseUrl, (data as NoticeCommon).caseUrlPath);
}

/** @throws RangeError if the kind of case has no such notice */
export function messageOf(template: string, locale: Locale, data: NoticeData): WebhookMessage {
  const { spec } = noticeOf(data.caseKind, template);
  const title = inLocale(spec.title, locale);
  if (data.caseKind === NO_CASE) return { subject: title, text: testText(template, locale, data) };
  const { caseNumber, plannedAt, deadlines = [] } = data as NoticeCommon;
  const zh = locale === 'zh-CN';
  const say = wordsIn(locale, citations);
  const [deadline] = deadlines;
  return {
    subject: title,
    text: [
      `${zh ? '案号：' : 'Case: '}${caseNumber}`,
      `${zh ? '日期：' : 'Date: '}${say.day(dayOf(plannedAt))}`,
      ...(deadline === undefined ? [] : [`${zh ? '截止：' : 'Ends: '}${inLocale(deadline.words, locale)}`]),
    ].join('\n'),
  };
}

/** A channel gets no other notice that is of no case. */
function testText(template: string, locale: Locale, data: NoticeData): string {
  if (template !== CHANNEL_TEST) throw new RangeError(`The notice '${template}' is for no channel.`);
  const { blocks } = channelTestWording[locale](data as NoticeWithoutCase & ChannelTest);
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [plain(block.words)] : [])).join('\n');
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ '<': '＜', '>': '＞', '[': '［', ']': '］', '(': '（', ')': '）', '*': '＊', '#': '＃' },
  ...{ '`': '｀', _: '＿', '~': '～', '@': '＠', '\\': '＼', '!': '！' },
};

/** Names as words and nothing else: a robot reads signs of Markdown in them, and would show a link or call people. */
function plain(name: string): string {
  return name.replace(/[<>[\]()*#`_~@\\!]/g, (sign) => SIGNS[sign] ?? sign);
}
