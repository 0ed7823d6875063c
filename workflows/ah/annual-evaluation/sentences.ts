/** What the timeline says of an evaluation (XC-05.3). */
import { figures, type FigureName } from '../../../rules/ah/figures.ts';
import { indicators, type IndicatorName } from '../../../rules/ah/indicators.ts';
import { namedComplaints as namedWords } from '../../../rules/ah/named-complaints.ts';
import { norms, normsMet } from '../../../rules/ah/norms.ts';
import { periodInWords } from '../../../rules/ah/reports.ts';
import { grades } from '../../../rules/ah/scoring.ts';
import { titleLevels } from '../../../rules/ah/titles.ts';
import { changed, entry, listed, parts, remarked } from '../../../rules/phrases.ts';
import { counted, text, type Text } from '../../../rules/text.ts';
import { namedCase } from '../../engine/case-number.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { annualEvaluation } from './contract.ts';
import type { AnnualEvaluationFacts, NamedComplaints } from './facts.ts';

export const annualEvaluationSentences: SentencesOf<typeof annualEvaluation> = {
  yearEnded: ({ year }) => periodInWords(String(year)),
  submitSummary: ({ mediaReports, titles, serviceFileIds, publicityFileIds }) =>
    parts(
      mediaReports.length === 0
        ? undefined
        : entry(
            text('宣传报道', 'media reports'),
            listed(
              mediaReports.map(({ heading, link }) => remarked(heading, link ?? text('没有链接', 'without a link'))),
            ),
          ),
      titles.length === 0
        ? undefined
        : entry(
            text('称号资质', 'titles'),
            listed(titles.map(({ title, level }) => remarked(title, titleLevels[level]))),
          ),
      text(
        `服务证明 ${serviceFileIds.length} 份，宣传和资质证明 ${publicityFileIds.length} 份`,
        `${counted(serviceFileIds.length, 'proof')} of services, ${publicityFileIds.length} of publicity and titles`,
      ),
    ),
  commentData: ({ comment }) => comment,
  closeComments: ({ answer }) => answer,
  sendData: (_input, { after: { facts } }) => figuresInWords(facts.data?.figures ?? {}),
  correctData: ({ figure, to, cases = [] }, { before, after }) => {
    const becomes = (id: string) => whatBecomes(id, before.facts.data?.named, after.facts.data?.named);
    return parts(
      entry(figures[figure], changed(String(before.facts.data?.figures[figure] ?? 0), String(to))),
      ...[...new Set(cases.map(becomes))].map((what) =>
        entry(what, listed(cases.filter((id) => becomes(id) === what).map(namedCase))),
      ),
    );
  },
  scoreSheet: ({ marks, norms: ticked }, { after: { facts } }) => {
    const met = normsMet(ticked);
    return parts(
      totalInWords(facts),
      listed(
        (Object.entries(marks) as [IndicatorName, number | undefined][]).flatMap(([item, mark]) =>
          mark === undefined ? [] : [entry(indicators[item].title, String(mark))],
        ),
      ),
      entry(text('已达到的服务规范', 'norms met'), listed(ticked.map((norm) => norms[norm]))),
      text(`三统一 ${met.unified}/3，五公开 ${met.open}/5`, `${met.unified} of 3 unified, ${met.open} of 5 open`),
      entry(text('缺少', 'missing'), listed(met.missing.map((norm) => norms[norm]))),
    );
  },
  rank: (_input, { after: { facts } }) =>
    facts.rank === null
      ? undefined
      : parts(
          placeInWords(facts),
          facts.rank.late ? text('同类结果通知之后排序', 'ranked after results of its kind were notified') : undefined,
        ),
  giveGrade: ({ grade }) => grades[grade],
  notifyResult: (_input, { after: { facts } }) =>
    parts(facts.grade === null ? undefined : grades[facts.grade], totalInWords(facts), placeInWords(facts)),
};

/** What a correction has done with a complaint that it names. */
function whatBecomes(id: string, before?: NamedComplaints, after?: NamedComplaints): Text {
  if (after?.leftOut.includes(id) === true) return namedWords.leftOut;
  if (before?.leftOut.includes(id) === true) return namedWords.countedAgain;
  return before?.takenIn.includes(id) === true ? namedWords.takenBack : namedWords.takenIn;
}

function totalInWords({ total }: Pick<AnnualEvaluationFacts, 'total'>): Text | undefined {
  return total === null ? undefined : entry(text('总分', 'total'), String(total));
}

function placeInWords({ rank }: Pick<AnnualEvaluationFacts, 'rank'>): Text | undefined {
  return rank === null ? undefined : text(`第 ${rank.place} 名，共 ${rank.of} 家`, `place ${rank.place} of ${rank.of}`);
}

/** The figures that were counted, each by its name. */
function figuresInWords(of: Partial<Record<FigureName, number>>): Text {
  return listed((Object.entries(of) as [FigureName, number][]).map(([name, n]) => entry(figures[name], String(n))));
}
