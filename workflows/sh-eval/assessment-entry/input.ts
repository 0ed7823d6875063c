/** Input schemas of the actions of an entry. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { gradeTitles } from '../../../rules/sh-eval/grades.ts';
import { indicatorTitles, FULL_MARKS, sheetOrder } from '../../../rules/sh-eval/scores.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { evidenceFiles, instant, note, reason, shortLine } from '../../engine/input.ts';
import { inUnit, titled, titledBy } from '../../engine/titled.ts';
import { paragraphs, webAddress } from '../../engine/typed.ts';
import { entryContent } from './entry-form.ts';
import { paperChecks } from './paper.ts';
import { districtOfRegistration } from './registered-in.ts';

const yesOrNo = z.boolean(bilingual('请选择是或否。', 'say yes or no'));
const grade = titled(
  choice(gradeTitles),
  '等次',
  'Grade',
  text('优秀、良好、不合格，没有“合格”。', 'There is no plain pass.'),
);
const day = z.iso.date();

const mark = z
  .number(bilingual('请填写分数。', 'enter the marks'))
  .min(0)
  .max(FULL_MARKS, bilingual(`分数为 0 至 ${FULL_MARKS}。`, `marks are from 0 to ${FULL_MARKS}`));

/** All thirteen indicators, each with its marks. */
const scores = z.strictObject(
  Object.fromEntries(
    Object.entries(indicatorTitles).map(([code, title]) => [code, titledBy(inUnit(mark, '分', 'marks'), title)]),
  ) as Readonly<Record<keyof typeof indicatorTitles, typeof mark>>,
);

export const assessmentEntryInputs = {
  reviseEntry: z.strictObject({ changes: titled(entryContent, '申报材料', 'Entry') }),
  submitEntry: z.strictObject({ note: note.optional() }),
  withdrawEntry: z.strictObject({ note: note.optional() }),
  recordPaper: z.strictObject({
    receivedAt: titled(
      instant,
      '收到时间',
      'Received at',
      text('纸质材料送达的时间；以送达为准。', 'When the paper set arrived; arrival counts.'),
    ),
    ...paperChecks,
    note: note.optional(),
  }),
  returnEntry: z.strictObject({ reason }),
  nameDistrict: z.strictObject({ registeredIn: districtOfRegistration, note: note.optional() }),
  handOver: z.strictObject({ registeredIn: districtOfRegistration, reason }),
  allowLate: z.strictObject({ reason }),
  recommend: z.strictObject({ note: note.optional() }),
  waiveHeadcount: z.strictObject({ reason }),
  notRecommend: z.strictObject({ reason }),
  recordDispatch: z.strictObject({
    letter: titled(
      shortLine,
      '文号',
      'Number of the letter',
      text('推荐函的文号。', 'The number of the official letter.'),
    ),
    postedAt: titled(instant, '寄出时间', 'Posted at', text('以寄出时间为准。', 'The time of dispatch counts.')),
    arrivedAt: titled(
      instant.optional(),
      '到达时间',
      'Arrived at',
      text('规则以到达为准时必填。', 'Needed where the rules go by arrival.'),
    ),
  }),
  takeUpLate: z.strictObject({ reason }),
  leaveOut: z.strictObject({ reason }),
  admit: z.strictObject({ note: note.optional() }),
  refuseAdmission: z.strictObject({ reason }),
  finishDocuments: z.strictObject({ note: note.optional() }),
  askClarification: z.strictObject({
    question: titled(
      paragraphs(2000, bilingual('请填写要求说明的事项。', 'say what is to be clarified')),
      '要求说明的事项',
      'What is asked',
    ),
  }),
  answerClarification: z.strictObject({
    answer: titled(paragraphs(2000, bilingual('请填写说明。', 'write the answer')), '说明', 'Answer'),
    fileIds: evidenceFiles(10).default([]),
  }),
  recordVerification: z.strictObject({
    authentic: titled(yesOrNo, '材料真实', 'Materials are true'),
    asked: titled(inUnit(z.int().min(1).max(100_000), '家', 'enterprises'), '回访企业数', 'Enterprises asked'),
    satisfaction: titled(inUnit(z.number().min(0).max(100), '%', '%'), '满意度', 'Satisfaction'),
    findings: titled(
      paragraphs(2000, bilingual('请填写核验情况。', 'say what was found')),
      '核验情况',
      'What was found',
    ),
    fileIds: evidenceFiles(20).default([]),
  }),
  fileSheet: z.strictObject({ scores: titled(scores, '评分', 'Marks'), note: note.optional() }),
  correctScore: z.strictObject({
    indicator: titled(choice(indicatorTitles), '指标', 'Indicator'),
    marks: titled(inUnit(mark, '分', 'marks'), '更正后的分数', 'Marks from now on'),
    reason,
  }),
  replaceSheet: z.strictObject({
    sheet: titled(choice(sheetOrder), '被替换的评分表', 'Sheet that is replaced'),
    scores: titled(scores, '评分', 'Marks'),
    reason,
  }),
  submitAssessment: z.strictObject({ note: note.optional() }),
  recordInterference: z.strictObject({ reason, fileIds: evidenceFiles(10).default([]) }),
  setGrade: z.strictObject({ grade, reason }),
  returnToAssessor: z.strictObject({ reason }),
  publishResult: z.strictObject({ publishedAt: instant, link: webAddress, validFrom: day, validTo: day }),
  objectToResult: z.strictObject({
    explanation: titled(reason, '异议理由', 'Explanation', text('记入时间线。', 'Stands on the timeline.')),
    fileIds: evidenceFiles(10).default([]),
  }),
  upholdResult: z.strictObject({ reason }),
  changeResult: z.strictObject({ grade, reason }),
};

export type AssessmentEntryInputs = {
  [A in keyof typeof assessmentEntryInputs]: z.output<(typeof assessmentEntryInputs)[A]>;
};
