/** Somebody whom a form names to be reached, often without an account. Not for workflow code. */
import { z } from 'zod';
import { bilingual } from '../../rules/bilingual.ts';
import { locales } from '../../rules/locales.ts';
import { text, type Text } from '../../rules/text.ts';
import { choice } from './choice.ts';
import { titled } from './titled.ts';
import { email, nameLine, telephone } from './typed.ts';

/** Language in which somebody without an account is written to; Chinese if it is left out. */
const noticeLocale = titled(
  choice(locales).optional(),
  '通知语言',
  'Language of notices',
  text('发给该联系人的通知用何种语言；不填则用中文。', 'In which this contact is written to; Chinese if left out.'),
);

/** A name, and a telephone number or an e-mail address at least. @param who what the form calls this person */
export function reachable(who: Text, name: Text = text('姓名', 'Name')) {
  return z
    .strictObject({
      name: titled(nameLine(100), name.zh, name.en),
      telephone: telephone.optional(),
      email: email.optional(),
      locale: noticeLocale,
    })
    .refine((one) => one.telephone !== undefined || one.email !== undefined, {
      path: ['telephone'],
      error: bilingual(
        `请填写${who.zh}的电话或者邮箱。`,
        `give the telephone or the e-mail address of the ${who.en.toLowerCase()}`,
      ),
    });
}
