/** What the timeline says of the reports of a member (XC-05.3). */
import { bulletinFigures, figures as titles, type Difference } from '../../../rules/ah/figures.ts';
import { periodInWords, periodOf, reportStatuses } from '../../../rules/ah/reports.ts';
import { entry, listed, parts } from '../../../rules/phrases.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { periodicReport } from './contract.ts';

export const periodicReportSentences: SentencesOf<typeof periodicReport> = {
  submitReport: ({ year, month, reported, account, publicServed }, { after: { facts } }) => {
    const period = periodOf({ year, month });
    return parts(
      periodInWords(period),
      reportStatuses[facts.reports[period]?.status ?? 'DUE'],
      listed(bulletinFigures.map((name) => entry(titles[name], String(reported[name])))),
      text(`公益性服务 ${publicServed} 家`, `${publicServed} served for public benefit`),
      differing(facts.submitted[period]?.differences ?? []),
      account,
    );
  },
  completeReport: (period) => periodInWords(periodOf(period)),
  returnReport: (period) => periodInWords(periodOf(period)),
};

/** Where the records say otherwise (AH-EVAL-04.3). */
function differing(found: readonly Difference[]): Text | undefined {
  if (found.length === 0) return undefined;
  return entry(text('与记录不一致', 'not as recorded'), listed(found.map(differenceInWords)));
}

export function differenceInWords({ figure, reported, recorded }: Difference): Text {
  const { zh, en } = titles[figure];
  return text(`${zh}报 ${reported}、记录 ${recorded}`, `${en} ${reported} reported, ${recorded} recorded`);
}
