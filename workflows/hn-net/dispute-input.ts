/** Pieces of input schemas that complaints and mediations of the network share. Not for workflow code. */
import { isPlatform, trainingNetwork, type Network } from '../../rules/hn-net/network.ts';
import { bilingual } from '../../rules/bilingual.ts';
import type { Text } from '../../rules/text.ts';
import { choice } from '../engine/choice.ts';
import { refersTo, titled } from '../engine/titled.ts';
import { id } from '../engine/typed.ts';

export { disputeFields, eventDay, fileIds, words } from '../disputes/input.ts';
export { partyKey } from '../engine/party-input.ts';

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
