/** The samples of notices that go out as letters, as the pages of letters. */
import type { LetterHead } from '../../config/settings.ts';
import type { Locale } from '../../rules/text.ts';
import { contracts } from '../../workflows/regimes.ts';
import { issuerOf, issuersOf } from '../notices/issuers.ts';
import { noticeTextIn } from '../notices/notice-text.ts';
import { everyNotice } from '../notices/sample-notices.ts';
import type { NoticeData } from '../notices/wordings.ts';
import { letterPage, type LetterPage } from './page.ts';

/** Every notice that goes out as a letter. */
export const everyLetter = everyNotice.filter(({ kind, template }) =>
  contracts[kind]?.notices[template]?.channels.includes('LETTER'),
);

/** What a letter is set with. */
export interface SampleLetter {
  readonly locale: Locale;
  readonly number: string;
  /** Whom it goes to. */
  readonly to: string;
  readonly head?: LetterHead;
  readonly data: NoticeData;
}

/** A notice as the page of its letter. @throws Error if nobody signs it */
export function sampleLetter(template: string, { locale, number, to, head = 'red', data }: SampleLetter): LetterPage {
  const issuer = issuerOf(issuersOf(true), data);
  const content = noticeTextIn({
    ...{ template, locale, data, letterNumber: number },
    baseUrl: 'https://anjuan.example.org',
    ...(issuer && { issuer }),
  });
  if (content.signed === undefined) throw new Error(`Nobody signs '${template}'.`);
  return letterPage({ content, signed: content.signed, number, to: [to], head });
}
