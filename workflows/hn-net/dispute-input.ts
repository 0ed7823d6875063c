/** Pieces of input schemas that complaints and mediations of the network share. Not for workflow code. */
import { isPlatform, trainingNetwork, type Network } from '../../rules/hn-net/network.ts';
import { isPartyKey } from '../../rules/parties/party.ts';
import { bilingual } from '../../rules/bilingual.ts';
import { creditCodeOf } from '../../rules/parties/credit-code.ts';
import { text, type Text } from '../../rules/text.ts';
import { choice } from '../engine/choice.ts';
import { refersTo, titled } from '../engine/titled.ts';
import { id, line } from '../engine/typed.ts';

export { disputeFields, eventDay, fileIds, words } from '../disputes/input.ts';

/** A body of the network. */
export const bodyId = titled(
  refersTo(
    choice(
      namesOf(trainingNetwork),
      bilingual('没有这个机构，请选择平台网络的机构。', 'there is no such body; choose one of the network'),
    ),
    'body',
  ),
  '机构',
  'Body',
);

/** A platform of the network: departments are none. */
export const platformId = titled(
  refersTo(
    choice(
      namesOf(trainingNetwork.filter(isPlatform)),
      bilingual(
        '没有这个服务平台，请选择枢纽平台或者窗口平台。',
        'there is no such platform; choose the hub or a window',
      ),
    ),
    'platform',
  ),
  '服务平台',
  'Platform',
);

function namesOf(bodies: Network): Readonly<Record<string, Text>> {
  return Object.fromEntries(bodies.map((body) => [body.id, body.name]));
}

export const caseId = id.max(64);

/** Key of a party: credit code of an organisation, `person:<id>` of a natural person, `contact:<id>` of somebody without an account. */
export const partyKey = titled(
  refersTo(
    line(80)
      .overwrite((key) => (key.includes(':') ? key : creditCodeOf(key)))
      .refine(
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
  text(
    '单位的统一社会信用代码，或者 person:<编号>、contact:<编号>。',
    'Credit code of an organisation, person:<id> or contact:<id>.',
  ),
);
