/** What the timeline says of each action of a registration (XC-05.3); names, addresses and contacts stand in the form alone. */
import { contestResults } from '../../../rules/hn-net/credit.ts';
import { refusalReasons, type RefusalReasonCode } from '../../../rules/hn-net/refusal-reasons.ts';
import { entry, listed, parts, remarked } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import { namedCase } from '../../engine/case-number.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { movedPlatform } from '../moved-platform.ts';
import type { providerRegistration } from './contract.ts';
import type { Withheld } from './notices.ts';

export const providerRegistrationSentences: SentencesOf<typeof providerRegistration> = {
  register: ({ withheld }) => notShown(withheld),

  returnApplication: ({ items, until }) =>
    parts(
      listed(items),
      until === undefined ? undefined : entry(text('补正至', 'to be corrected by'), dayInWords(until)),
    ),

  refuseRegistration: ({ ground }) => groundTitle(ground),

  submitData: () => text('确认其余登记信息真实有效', 'all else that is registered is confirmed to be true and valid'),

  verify: ({ withheld }) => (withheld === undefined ? undefined : notShown(withheld)),
  returnData: ({ items }) => listed(items),
  suspendListing: ({ ground }) => groundTitle(ground),
  restoreListing: ({ ground }) => groundTitle(ground),
  deregister: ({ ground }) => groundTitle(ground),
  contestCredit: ({ entry: id, statement }) => parts(namedCase(id), statement),
  decideContest: ({ entry: id, decision }) => parts(namedCase(id), contestResults[decision]),
  moveToPlatform: ({ bodyId }, { before, reading }) => movedPlatform(before, bodyId, reading),
};

function groundTitle(ground: RefusalReasonCode): Text {
  return refusalReasons[ground].title;
}

/** The services that are not shown, each with why (HN-NET-06.5). */
function notShown(withheld: readonly Withheld[]): Text {
  if (withheld.length === 0) return text('所申报的服务均予展示', 'all services filed are shown');
  return entry(
    text('不予展示的服务', 'services not shown'),
    listed(withheld.map(({ service, reason }) => remarked(service, reason))),
  );
}
