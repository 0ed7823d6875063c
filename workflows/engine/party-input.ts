/** How a form names a party. Not for workflow code. */
import { bilingual } from '../../rules/bilingual.ts';
import { creditCodeOf } from '../../rules/parties/credit-code.ts';
import { isPartyKey } from '../../rules/parties/party.ts';
import { text } from '../../rules/text.ts';
import { refersTo, titled } from './titled.ts';
import { line } from './typed.ts';

/** Key of a party as somebody types it: a credit code in whatever width and case, or another key. Not held to be one: a filter may find nothing. */
export const partyInput = line(80).overwrite((key) => (key.includes(':') ? key : creditCodeOf(key)));

/** Key of a party: credit code of an organisation, `person:<id>` of a natural person, `contact:<id>` of somebody without an account. */
export const partyKey = titled(
  refersTo(
    partyInput.refine(
      isPartyKey,
      bilingual(
        '应为 18 位统一社会信用代码，或者 person:<编号>、contact:<编号>。',
        'must be a credit code of 18 characters, person:<id> or contact:<id>',
      ),
    ),
    'party',
  ),
  '当事人',
  'Party',
  text('按名称查找；单位也可以填统一社会信用代码。', 'Found by its name; an organisation by its credit code, too.'),
);
