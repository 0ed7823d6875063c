/**
 * The code that verifies an e-mail address before there is a case, for somebody without an account (HN-NET-20.1): its notice, its
 * wording, and its row in the outbox.
 */
import type { NoticeSpec, NoticeWithoutCase } from '../notices.ts';
import { text, type Locale, type Text } from '../text.ts';
import type { Instant } from '../time/index.ts';
import { paragraph, type NoticeContent } from './content.ts';
import { rowWithoutCase } from './without-case.ts';
import type { Words } from './words.ts';

/** What the notice is told with. */
export interface AddressCode {
  readonly code: string;
  readonly validMinutes: number;
  /** What the address is verified for, e.g. "filing a complaint". */
  readonly purpose: Text;
}

/** Name of the notice. */
export const ADDRESS_CODE = 'addressCode';

export const addressCodeSpec: NoticeSpec = {
  class: 'service',
  channels: ['EMAIL'],
  title: text('邮箱验证码', 'Code to verify your address'),
  requirement: 'HN-NET-20.1',
  version: 1,
};

export const addressCodeWording: Readonly<
  Record<Locale, (data: AddressCode & NoticeWithoutCase, say: Words) => NoticeContent>
> = {
  'zh-CN': ({ code, validMinutes, purpose }, say) => ({
    subject: `邮箱验证码：${say.of(purpose)}`,
    blocks: [
      paragraph(`有人填写了您的邮箱，用于：${say.of(purpose)}。如系您本人操作，请在平台输入以下验证码。`),
      { kind: 'code', code },
      paragraph(`验证码 ${validMinutes} 分钟内有效，只能使用一次，请勿告诉他人。`),
      paragraph('如非您本人操作，请忽略本邮件，平台不会据此办理任何事项。'),
    ],
  }),
  en: ({ code, validMinutes, purpose }, say) => ({
    subject: `Your code: ${say.of(purpose)}`,
    blocks: [
      paragraph(
        `Somebody gave this address for: ${say.of(purpose)}. If it was you, enter the following code on the platform.`,
      ),
      { kind: 'code', code },
      paragraph(
        `The code holds for ${validMinutes} ${validMinutes === 1 ? 'minute' : 'minutes'} and works once. Do not pass it on.`,
      ),
      paragraph('If you did not ask for it, ignore this mail: nothing happens without the code.'),
    ],
  }),
};

export interface AddressCodeRequest extends AddressCode {
  /** Of the row; its Message-ID derives from it, so that each code needs one of its own. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly plannedAt: Instant;
}

/** The row of the outbox that sends a code. */
export function addressCodeRow({ code, validMinutes, purpose: { zh, en }, ...to }: AddressCodeRequest) {
  const data = { code, validMinutes, purpose: { zh, en } };
  return rowWithoutCase({ ...to, template: ADDRESS_CODE, spec: addressCodeSpec, recipientId: null, data });
}
