/** What the timeline says of each action of a clearance (XC-05.3): which grounds it is about, and what was done. */
import { listed, parts, remarked } from '../../../rules/phrases.ts';
import { counted, text, type Text } from '../../../rules/text.ts';
import { dayInWords, momentInWords } from '../../../rules/time/index.ts';
import { liftedBar, shortenedBar } from '../../engine/bars.ts';
import type { SentencesOf, Told } from '../../engine/sentences.ts';
import type { clearance, ClearanceFacts, GroundState } from './contract.ts';
import { groundOrigins, groundTitles, type ClearanceGround } from './grounds.ts';

export const clearanceSentences: SentencesOf<typeof clearance> = {
  addGround: ({ ground, origin, detectedAt, facts }) => {
    const at = momentInWords(detectedAt);
    const by = groundOrigins[origin];
    const found = text(`${at.zh} 由“${by.zh}”发现`, `found by ${by.en} at ${at.en}`);
    return parts(remarked(groundTitles[ground], found), ...facts);
  },
  confirmGround: ({ barApplies, grounds }, told) =>
    parts(grounds === undefined ? changedTo(told) : named(grounds), barApplies === false ? withoutBar : undefined),
  dismissGround: ({ grounds }, told) => (grounds === undefined ? changedTo(told) : named(grounds)),
  countersign: (_input, told) => changedTo(told),
  returnForConfirmation: (_input, told) => changedTo(told),
  correctFacts: ({ ground, facts }) => remarked(groundTitles[ground], parts(...facts)),
  withdrawGround: ({ ground, why }) => remarked(groundTitles[ground], why),
  tellBuyers: (_input, { reading }) =>
    reading.length === 0
      ? text('没有尚未完成的订单', 'no order was under way')
      : parts(
          text(
            `尚未完成的订单 ${reading.length} 笔，已逐一告知买家`,
            `${counted(reading.length, 'order')} under way, each buyer told`,
          ),
          listed(reading.map(({ orderId }) => orderId)),
        ),
  delistProducts: (_input, { reading }) =>
    parts(
      text(`共 ${reading.length} 个`, counted(reading.length, 'product')),
      reading.length === 0 ? undefined : listed(reading.map(({ name, productId }) => name ?? productId)),
    ),
  sealRecords: (_input, { reading: { facts, entries, digest } }) =>
    text(
      `平台记录 ${facts} 条，积分记录 ${entries} 条，SHA-256 ${digest}`,
      `${counted(facts, 'fact')} and ${counted(entries, 'line')} of the points ledger, SHA-256 ${digest}`,
    ),
  imposeBar: (_input, { after }) => {
    const { bar } = after.facts;
    if (bar === null) return withoutBar;
    const [first, last] = [dayInWords(bar.firstDay), dayInWords(bar.lastDay)];
    return text(
      `自${first.zh}起至${last.zh}止，原则上不再受理开店申请`,
      `in principle no store application is accepted from ${first.en} to ${last.en}`,
    );
  },
  liftBar: liftedBar,
  shortenBar: shortenedBar,
};

const withoutBar = text('不适用不受理期', 'no bar is applied');

function named(grounds: readonly ClearanceGround[]): Text {
  return listed(grounds.map((ground) => groundTitles[ground]));
}

/** The grounds of which the action has changed how they stand. */
function changedTo({ before, after }: Told<ClearanceFacts>): Text {
  const changed = after.facts.grounds.filter((one: GroundState, at) => before.facts.grounds[at]?.status !== one.status);
  return named(changed.map(({ ground }) => ground));
}
