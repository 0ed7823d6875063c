/** Input schemas of the actions of an evaluation. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { figures } from '../../../rules/ah/figures.ts';
import { indicators, memberKinds, type IndicatorName } from '../../../rules/ah/indicators.ts';
import { norms, summaryParts, summarySubjects, type SummaryPart } from '../../../rules/ah/norms.ts';
import { grades } from '../../../rules/ah/scoring.ts';
import { titleLevels } from '../../../rules/ah/titles.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { files, note, reason } from '../../engine/input.ts';
import { refersTo, titled, titledBy } from '../../engine/titled.ts';
import { id, line, paragraphs, webAddress } from '../../engine/typed.ts';
import { count, partyKey } from '../member-input.ts';

function part(name: SummaryPart) {
  return titledBy(paragraphs(4000), summaryParts[name], summarySubjects[name]);
}

function mark(name: IndicatorName) {
  return titledBy(z.number().min(0).max(1000).optional(), indicators[name].title);
}

export const annualEvaluationInputs = {
  yearEnded: z.strictObject({ kind: choice(memberKinds), year: z.int(), introducer: partyKey.nullable() }),
  complaintCounts: z.strictObject({ complaint: line(60), counts: z.boolean() }),
  submitSummary: z.strictObject({
    parts: titled(
      z.strictObject({
        basics: part('basics'),
        team: part('team'),
        finances: part('finances'),
        standards: part('standards'),
        results: part('results'),
        resources: part('resources'),
        plans: part('plans'),
      }),
      '年度工作总结',
      'Yearly work summary',
      text('七部分均须填写。', 'All seven parts are needed.'),
    ),
    mediaReports: titled(
      z
        .array(
          z.strictObject({
            heading: titled(line(200), '报道标题', 'Heading of the report'),
            link: webAddress.optional(),
          }),
        )
        .max(200)
        .default([]),
      '宣传报道',
      'Media reports',
      text('有链接的计入加分。', 'Those with a link count for the bonus.'),
    ),
    titles: titled(
      z
        .array(
          z.strictObject({
            title: titled(line(200), '称号或者资质', 'Title or qualification'),
            level: titled(choice(titleLevels), '级别', 'Level'),
          }),
        )
        .max(100)
        .default([]),
      '称号资质',
      'Titles and qualifications',
    ),
    serviceFileIds: titled(files(50).min(1), '服务开展情况证明', 'Proof of services'),
    publicityFileIds: titled(
      files(50).default([]),
      '宣传、称号、资质证明',
      'Proof of publicity, titles, qualifications',
    ),
  }),
  sendData: z.strictObject({ note: note.optional() }),
  commentData: z.strictObject({
    comment: titled(paragraphs(4000), '意见', 'Comment'),
    fileIds: files(10).default([]),
  }),
  closeComments: z.strictObject({ answer: titled(paragraphs(4000), '答复', 'Answer') }),
  correctData: z.strictObject({
    figure: titled(choice(figures), '数据项', 'Figure'),
    to: titled(count, '更正为', 'Corrected to'),
    cases: titled(
      z
        .array(refersTo(id.max(64), 'case', 'memberComplaint'))
        .max(100)
        .refine(
          (cases) => new Set(cases).size === cases.length,
          bilingual('同一投诉只能列一次。', 'name each complaint once'),
        )
        .optional(),
      '所涉投诉',
      'Complaints it is about',
      text(
        '更正投诉件数时填：选择已计入的，不再计入；选择其他经核实的，另行计入。',
        'Where the number of complaints is corrected: those that were counted are left out, others that were verified are taken in.',
      ),
    ),
    reason,
  }),
  scoreSheet: z.strictObject({
    marks: titled(
      z.strictObject({
        satisfaction: mark('satisfaction'),
        matching: mark('matching'),
        served: mark('served'),
        activities: mark('activities'),
        users: mark('users'),
        resources: mark('resources'),
        cultivation: mark('cultivation'),
        cooperation: mark('cooperation'),
        collections: mark('collections'),
        upload: mark('upload'),
        facilities: mark('facilities'),
        norms: mark('norms'),
        internet: mark('internet'),
        products: mark('products'),
      }),
      '各项得分',
      'Marks',
    ),
    norms: titled(
      z.array(choice(norms)).max(9).default([]),
      '已达到的服务规范',
      'Norms that are met',
      text('三统一、五公开和快速响应。', 'Three unified, five open, quick response.'),
    ),
    reason: titled(
      reason.optional(),
      '改分理由',
      'Reason for the change',
      text('已计分后再次计分时必填。', 'Needed where it was scored before.'),
    ),
    note: note.optional(),
  }),
  rank: z.strictObject({
    reason: titled(
      reason.optional(),
      '逾后排序的理由',
      'Reason for ranking it late',
      text('同类成员的结果已有通知时必填。', 'Needed where results of its kind were notified before.'),
    ),
  }),
  giveGrade: z.strictObject({ grade: titled(choice(grades), '等次', 'Grade'), reason }),
  confirmGrade: z.strictObject({ reason }),
  returnGrade: z.strictObject({ reason }),
  notifyResult: z.strictObject({ reason }),
};

export type AnnualEvaluationInputs = {
  [A in keyof typeof annualEvaluationInputs]: z.output<(typeof annualEvaluationInputs)[A]>;
};
