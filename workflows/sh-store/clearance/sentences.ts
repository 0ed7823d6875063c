/** What the timeline says of each action of a clearance (XC-05.3): which ground it is about. */
import { parts } from '../../../rules/phrases.ts';
import type { Text } from '../../../rules/text.ts';
import { liftedBar } from '../../engine/bars.ts';
import type { SentencesOf, Told } from '../../engine/sentences.ts';
import { clearanceGrounds, type clearance, type ClearanceFacts } from './contract.ts';

export const clearanceSentences: SentencesOf<typeof clearance> = {
  confirmGround: (_input, told) => ground(told),
  dismissGround: (_input, told) => ground(told),
  correctFacts: ({ facts }) => parts(...facts),
  withdrawGround: (_input, told) => ground(told),
  liftBar: liftedBar,
};

function ground({ before }: Told<ClearanceFacts>): Text {
  return clearanceGrounds[before.facts.ground].title;
}
