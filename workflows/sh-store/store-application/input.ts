/** Input schemas of the actions of a store application. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { applicationFigures } from './figures-schema.ts';
import { eligibilityItems, judgementKeys, limbKeys } from '../../../rules/sh-store/eligibility-items.ts';
import { routeTitles, trialMerits } from '../../../rules/sh-store/routes.ts';
import { text, type Text } from '../../../rules/text.ts';
import { choice, some } from '../../engine/choice.ts';
import {
  checkResults,
  confirmOutsideHours,
  contactInput,
  day,
  evidenceFiles,
  fileId,
  files,
  instant,
  liftBarInput,
  minutes,
  note,
  reason,
  shortLine,
  shortText,
  serviceProof,
} from '../../engine/input.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { line, nameLine } from '../../engine/typed.ts';
import { filedFiles } from './files-schema.ts';
import { institutionFields, mainShareholders } from './institution-schema.ts';
import { materialTitles, REJECTION_CLAUSES } from './facts.ts';

const interview = titled(
  z.strictObject({
    at: titled(instant, '面审时间', 'Time of the interview', text('面审开始的时间。', 'When the interview begins.')),
    minutes,
    confirmOutsideHours,
    place: titled(shortLine, '面审地点', 'Place'),
    requirements: titled(
      z.array(shortText).max(20).default([]),
      '面审要求',
      'Requirements',
      text('告知申请机构的要求，每条一项。', 'What the applicant is asked for, one entry each.'),
    ),
    originals: titled(
      z.array(shortText).max(40).default([]),
      '另需携带的原件',
      'Further originals',
      text('除通常须带的原件以外的。', 'Originals to bring beside the usual ones.'),
    ),
  }),
  '线下面审',
  'Offline interview',
);

const item = titled(
  choice(eligibilityItems),
  '准入条件',
  'Entry condition',
  text('《办法》一.1 所列的一项。', 'An item of Measures 一.1.'),
);
const limbs = choice(some(eligibilityItems, ...limbKeys));
const checked = choice(some(checkResults, 'OK', 'DEFICIENT'));
const creditResults = { CLEAR: text('未发现问题', 'nothing found'), HIT: text('发现问题', 'something found') };
const movedFor = { APPLICANT: text('申请机构', 'the applicant'), CENTRE: text('中心', 'the centre') };
const clauses = Object.fromEntries(
  REJECTION_CLAUSES.map((clause) => [clause, citation(clause.replace('SH-STORE ', ''))]),
) as Readonly<Record<(typeof REJECTION_CLAUSES)[number], Text>>;

function citation(place: string): Text {
  return text(`《办法》${place}`, `Measures ${place}`);
}

export const storeApplicationInputs = {
  correctContact: contactInput,
  liftBar: liftBarInput,
  checkMaterials: z.strictObject({
    items: titled(
      z
        .partialRecord(choice(materialTitles), checked)
        .refine((items) => Object.keys(items).length > 0, bilingual('至少写明一项。', 'Name at least one item')),
      '资料复核',
      'Re-check of materials',
      text('逐项核对，至少写明一项。', 'Item by item; at least one.'),
    ),
    note: note.optional(),
  }),
  recordCreditCheck: z.strictObject({
    result: titled(choice(creditResults), '核查结果', 'Result'),
    source: titled(shortLine, '查询渠道', 'Where it was looked up', text('例如“信用中国”。', 'E.g. Credit China.')),
    checkedOn: titled(day, '核查日期', 'Day of the check'),
    operatingRisk: titled(
      z.boolean().default(false),
      '存在实质经营性风险',
      'Substantive operating risk',
      text('是否发现实质经营性风险。', 'Whether a substantive operating risk was found.'),
    ),
    touches: titled(
      z.array(limbs).max(limbKeys.length).optional(),
      '涉及的条件（5）事项',
      'What of condition (5) it touches',
      text(
        '发现的问题涉及条件（5）的哪几项；都不涉及的留空，并在备注中说明原因。',
        'Which of its items a hit touches; empty, with a note that says why, if it touches none.',
      ),
    ),
    note: note.optional(),
  }),
  judgeCondition: z.strictObject({
    item: titled(
      choice({ ...some(eligibilityItems, ...judgementKeys), ...trialMerits }),
      '评定事项',
      'What is judged',
      text(
        '须由审核人员评定的准入条件；试运行途径的，为《办法》一.2 所要求的事项。',
        'An entry condition that is judged or, on the trial route, what Measures 一.2 asks for.',
      ),
    ),
    met: titled(z.boolean(), '符合', 'Met'),
    reason,
  }),
  recordFinding: z.strictObject({
    limb: titled(limbs, '条件（5）事项', 'Item of condition (5)'),
    found: titled(
      z.boolean(),
      '查明属实',
      'Found to be so',
      text('不论申请机构如何声明，以查明为准。', 'Whether it is so, whatever the applicant declared.'),
    ),
    reason,
    fileIds: evidenceFiles(10).default([]),
  }),
  changeRoute: z.strictObject({
    route: titled(choice(some(routeTitles, 'STANDARD', 'TRIAL')), '准入途径', 'Route'),
    reason,
  }),
  waiveCondition: z.strictObject({ item, reason }),
  overrideCondition: z.strictObject({ item, reason }),
  requestSupplement: z.strictObject({
    items: titled(
      z.array(shortText).min(1).max(30),
      '补充事项',
      'What to supplement',
      text('须补充或者更正的内容，每条一项。', 'What is to be added or put right, one entry each.'),
    ),
    reason,
  }),
  answerSupplement: z.strictObject({
    note: titled(shortText.optional(), '补充说明', 'Note'),
    institution: titled(
      z.strictObject(institutionFields).partial().optional(),
      '机构信息',
      'Institution',
      text(
        '名称和联系方式；统一社会信用代码、所属区域不能更改。',
        'Its name, and whom to reach; its credit code and its region stay as they were filed.',
      ),
    ),
    mainShareholders: titled(
      mainShareholders.optional(),
      '主要股东',
      'Main shareholders',
      text('全部主要股东，取代原先填报的。', 'All of them, in place of those filed.'),
    ),
    figures: titled(applicationFigures.partial().optional(), '经营数据', 'Figures'),
    files: titled(z.strictObject(filedFiles).partial().optional(), '申请材料', 'Files'),
  }),
  passPreliminaryReview: z.strictObject({ interview, reason: reason.optional() }),
  rejectApplication: z.strictObject({
    reason,
    clause: titled(
      choice(clauses).optional(),
      '依据条款',
      'Clause relied on',
      text('不填则为未符合的各项条件的条款，或者二.2。', 'Without it the clauses of what is not met, or 二.2.'),
    ),
  }),
  withdraw: z.strictObject({ reason: reason.optional() }),
  requestReschedule: z.strictObject({ reason }),
  rescheduleInterview: z.strictObject({
    interview,
    reason,
    onBehalfOf: titled(
      choice(movedFor).optional(),
      '因谁改期',
      'For whom it is moved',
      text(
        '只计申请机构的改期次数；不填时，申请机构提出过的视为其改期。',
        "Only the applicant's moves are counted; left out, it is the applicant's if it has asked.",
      ),
    ),
  }),
  declineReschedule: z.strictObject({ reason }),
  recordAttendance: z.strictObject({
    attendees: titled(
      z
        .array(
          titled(
            z.strictObject({
              name: titled(nameLine(60), '姓名', 'Name'),
              capacity: titled(
                line(120),
                '身份',
                'Capacity',
                text(
                  '例如法定代表人、持授权书的代理人。',
                  'E.g. legal representative, or deputy with a letter of authority.',
                ),
              ),
            }),
            '到场人员',
            'Attendee',
          ),
        )
        .min(1)
        .max(50),
      '到场人员',
      'Attendees',
      text('代表申请机构到场的人员。', 'Who came for the applicant.'),
    ),
    note: note.optional(),
  }),
  recordAbsence: z.strictObject({ note: note.optional() }),
  explainAbsence: z.strictObject({
    explanation: titled(reason, '缺席说明', 'Explanation'),
    fileIds: files(10).default([]),
  }),
  excuseAbsence: z.strictObject({ interview, reason }),
  endExcused: z.strictObject({ reason }),
  findAbsenceWithoutCause: z.strictObject({
    reason,
    serviceProof,
  }),
  verifyMaterials: z.strictObject({
    items: titled(
      z
        .array(
          z.strictObject({
            item: titled(refersTo(line(60), 'material'), '原件', 'Original'),
            result: titled(choice(checkResults), '验核结果', 'Result'),
            note: note.optional(),
          }),
        )
        .min(1)
        .max(60),
      '材料验核',
      'Verification of materials',
      text('对照原件逐项验核。', 'Each item against its original.'),
    ),
  }),
  signCommitment: z.strictObject({
    fileId: titled(fileId, '已签署的承诺书', 'Signed commitment letter', text('扫描件。', 'The scan.')),
  }),
  passInterview: z.strictObject({ note: note.optional() }),
  failInterview: z.strictObject({ reason }),
};

export type StoreApplicationInputs = {
  [A in keyof typeof storeApplicationInputs]: z.output<(typeof storeApplicationInputs)[A]>;
};
