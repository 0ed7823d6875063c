/** What the timeline says of each action of an entry (XC-05.3). Marks that are not opened yet are not said. */
import { changed, entry, listed, parts } from '../../../rules/phrases.ts';
import { districtInWords } from '../../../rules/sh-eval/bodies.ts';
import { paperCheckKeys, paperChecks } from '../../../rules/sh-eval/formats.ts';
import { gradeTitles } from '../../../rules/sh-eval/grades.ts';
import { indicatorTitles, sheetOrder, totalOf, weightsIn } from '../../../rules/sh-eval/scores.ts';
import { counted, text, type Text } from '../../../rules/text.ts';
import { dayInWords, momentInWords } from '../../../rules/time/index.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { gradeByLimits } from './assessment.ts';
import type { assessmentEntry } from './contract.ts';
import type { AssessmentEntryFacts } from './facts.ts';

interface Totalled {
  readonly facts: Pick<AssessmentEntryFacts, 'sheets'>;
  readonly rules: Parameters<typeof weightsIn>[0];
}

export const assessmentEntrySentences: SentencesOf<typeof assessmentEntry> = {
  submitEntry: (_input, { reading: { points } }) =>
    entry(text('店铺年度积分（暂计）', 'Points of the year so far'), String(points.year)),
  recordPaper: ({ receivedAt, checks }) =>
    parts(
      entry(text('收到时间', 'Received at'), momentInWords(receivedAt)),
      entry(
        text('检查', 'checked'),
        listed(paperCheckKeys.filter((check) => checks[check]).map((check) => paperChecks[check])),
      ),
    ),
  nameDistrict: ({ registeredIn }) => districtInWords(registeredIn),
  handOver: ({ registeredIn }) => districtInWords(registeredIn),
  recordDispatch: ({ letter, postedAt, arrivedAt }) =>
    parts(
      entry(text('文号', 'Letter'), letter),
      entry(text('寄出时间', 'posted at'), momentInWords(postedAt)),
      arrivedAt && entry(text('到达时间', 'arrived at'), momentInWords(arrivedAt)),
    ),
  askClarification: ({ question }) => question,
  answerClarification: ({ answer }) => answer,
  recordVerification: ({ authentic, asked, satisfaction, findings }) =>
    parts(
      authentic ? text('材料真实', 'Materials are true') : text('材料不实', 'Materials are not true'),
      text(
        `回访 ${asked} 家，满意度 ${satisfaction}%`,
        `${counted(asked, 'enterprise')} asked, ${satisfaction}% satisfied`,
      ),
      findings,
    ),
  fileSheet: (_input, { after }) => text(`第 ${after.facts.filedSheets} 份评分表`, `sheet ${after.facts.filedSheets}`),
  correctScore: ({ indicator, marks }, { before, after }) => {
    const sheets = before.facts.sheets ?? [];
    const nth = (after.facts.sheets ?? []).findIndex((sheet, index) => sheet !== sheets[index]);
    return parts(
      entry(indicatorTitles[indicator], changed(String(sheets[nth]?.scores[indicator] ?? '—'), String(marks))),
      totalChanged(before, after),
    );
  },
  replaceSheet: ({ sheet }, { before, after }) => parts(sheetOrder[sheet], totalChanged(before, after)),
  setGrade: ({ grade }) => gradeTitles[grade],
  publishResult: ({ link, publishedAt, validFrom, validTo }, { before }) =>
    parts(
      before.facts.grade === null ? undefined : gradeTitles[before.facts.grade.code],
      entry(text('公布时间', 'published'), momentInWords(publishedAt)),
      entry(text('公布网址', 'where'), link),
      entry(
        text('名单年度', 'term of the list'),
        text(
          `${dayInWords(validFrom).zh}至${dayInWords(validTo).zh}`,
          `${dayInWords(validFrom).en} to ${dayInWords(validTo).en}`,
        ),
      ),
    ),
  // Whoever decides on an objection is not held to the limits, whose marks may be what is objected to: but it is told.
  changeResult: ({ grade }, { before }) => {
    const { grade: earlier } = before.facts;
    const limits = gradeByLimits(before);
    return parts(
      earlier === null ? gradeTitles[grade] : changed(gradeTitles[earlier.code], gradeTitles[grade]),
      limits !== null && limits.grade !== grade
        ? entry(
            text(`总分 ${limits.total}，按分数线为`, `with a total of ${limits.total}, by the limits it is`),
            gradeTitles[limits.grade],
          )
        : undefined,
    );
  },
};

/** The total before and after a change of the marks, by the weights; nothing while none are set (SH-EVAL-08.6). */
function totalChanged(...states: readonly [Totalled, Totalled]): Text | undefined {
  const [was, is] = states.map(({ facts, rules }) =>
    totalOf(
      (facts.sheets ?? []).map(({ scores }) => scores),
      weightsIn(rules),
    ),
  );
  return was == null || is == null ? undefined : entry(text('总分', 'total'), changed(String(was), String(is)));
}
