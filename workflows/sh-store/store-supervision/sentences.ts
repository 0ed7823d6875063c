/** What the timeline says of each action of a supervision (XC-05.3). */
import { entry, listed, parts, remarked } from '../../../rules/phrases.ts';
import { areas } from '../../../rules/sh-store/areas.ts';
import { counted, text, type Text } from '../../../rules/text.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { conducts } from '../conducts.ts';
import { endedByClearanceSentences, groundDismissedSentence } from '../ended-by-clearance.ts';
import type { storeSupervision } from './contract.ts';
import { COMPANY } from './credit.ts';
import { courses, creditResults, incapacities } from './titles.ts';

export const storeSupervisionSentences: SentencesOf<typeof storeSupervision> = {
  recordShareholders: ({ noneBecause }, { after }) => {
    const count = after.facts.shareholders?.ids.length ?? 0;
    return parts(
      text(`${count} 名`, count === 1 ? '1 main shareholder' : `${count} main shareholders`),
      noneBecause === undefined ? undefined : entry(text('没有的原因', 'Why none'), noneBecause),
    );
  },
  recordCreditCheck: ({ source, checkedOn, company, shareholders }, { after }) =>
    parts(
      remarked(source, dayInWords(checkedOn)),
      entry(text('企业', 'company'), creditResults[company]),
      ...shareholders.map(({ shareholderId, result }) => entry(ofWhom(shareholderId), creditResults[result])),
      after.facts.credit.last?.complete === false
        ? text('主要股东未登记，核查不完整', 'no main shareholders recorded: incomplete')
        : undefined,
    ),
  confirmHit: ({ hitId, listedAs, list, listedOn }) =>
    parts(remarked(ofWhom(hitId), listedAs), remarked(list, dayInWords(listedOn))),
  dismissHit: ({ hitId }) => ofWhom(hitId),
  recordIncapacity: ({ shownBy, foundOn, contacts }) =>
    parts(
      remarked(incapacities[shownBy], dayInWords(foundOn)),
      ...contacts.map(({ on, how }) => remarked(how, dayInWords(on))),
    ),
  requestExit: () => text('已知悉记录封存和一年不受理', 'knows of the sealing and the bar'),
  findViolation: ({ conduct, course, foundOn, refusedOn, malice, orders }) =>
    parts(
      remarked(conducts[conduct], dayInWords(foundOn)),
      courses[course],
      refusedOn === undefined ? undefined : entry(text('拒绝修改', 'refused to revise'), dayInWords(refusedOn)),
      malice === undefined ? undefined : entry(text('恶意或者扰乱的理由', 'malicious or disruptive since'), malice),
      orders.length === 0
        ? undefined
        : entry(text(`订单 ${orders.length} 笔`, counted(orders.length, 'order')), listed(orders)),
    ),
  withdrawFinding: ({ findingId }, { before }) => before.facts.findings?.find(({ id }) => id === findingId)?.what,
  recordInspection: ({ area, inspectedOn, found }) => parts(remarked(areas[area], dayInWords(inspectedOn)), found),
  complaintsChanged: (_input, { after }) =>
    text(`有责投诉 ${after.facts.complaints.upheld} 次`, `${after.facts.complaints.upheld} upheld`),
  clearanceDismissed: groundDismissedSentence,
  ...endedByClearanceSentences,
};

/** Main shareholders by their place on the list: the timeline does not name people. */
function ofWhom(of: string): Text {
  if (of === COMPANY) return text('企业', 'the company');
  const place = of.split('-').at(-1) ?? of;
  return text(`第 ${place} 位主要股东`, `main shareholder no. ${place}`);
}
