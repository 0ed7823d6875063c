/** The form of a registration; what it holds is checked by the rules (HN-NET-18.2). Not for workflow code. */
import { HUB } from '../../../rules/hn-net/network.ts';
import { z } from 'zod';
import { consumerKinds, contactItems } from '../../../rules/hn-net/consumer.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { creditCodeOf } from '../../../rules/parties/credit-code.ts';
import { emailOf, telephoneOf } from '../../../rules/parties/contact.ts';
import { identityNumberOf } from '../../../rules/parties/identity-number.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { consent } from '../../engine/consent.ts';
import { orNull, refersTo, titled, titledBy } from '../../engine/titled.ts';
import { id, maybeLine, nameLine } from '../../engine/typed.ts';

const reached = text(
  '便于回访，电话和邮箱至少填一项。',
  'For return visits; a telephone number or an e-mail address is needed.',
);

export const address = titledBy(
  optional(200),
  contactItems.address,
  text('单位或者个人所在的地址。', 'Where the unit or person is to be found.'),
);
// What cannot be read as one is judged by the rules.
export const telephone = titledBy(
  optional(60, (typed) => telephoneOf(typed) ?? typed),
  contactItems.telephone,
  reached,
);
export const email = titledBy(optional(254, emailOf), contactItems.email, reached).meta({ format: 'email' });

/** There is no field for a fee: registration is free (HN-NET-18.1). */
export const consumerForm = z.strictObject({
  kind: titled(choice(consumerKinds), '消费者类型', 'Kind of consumer'),
  name: titled(
    nameLine(100, bilingual('请填写单位名称或姓名。', 'enter the name of the unit or person')),
    '单位名称或者姓名',
    'Name',
  ),
  creditCode: titled(
    refersTo(optional(60, creditCodeOf), 'creditCode'),
    '统一社会信用代码',
    'Unified social credit code',
    text('单位填写。', 'Of an organisation.'),
  ),
  identityNumber: titled(
    optional(60, identityNumberOf),
    '公民身份号码',
    'Citizen identity number',
    text('个人填写。', 'Of an individual.'),
  ),
  address,
  telephone,
  email,
  platform: titled(
    refersTo(id.max(64).default(HUB), 'platform'),
    '注册平台',
    'Platform',
    text('在哪个枢纽或者窗口平台注册。', 'The hub or window platform at which the consumer registers.'),
  ),
  consent,
});

/** A line that may be left out, kept in one way of writing. */
function optional(longest: number, written: (typed: string) => string = (typed) => typed) {
  return orNull(maybeLine(longest).overwrite(written)).default(null);
}
