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
  day,
  fileId,
  instant,
  reason,
  shortText,
  liftBarInput,
} from '../../engine/input.ts';
import { line, nameLine } from '../../engine/typed.ts';
import { institutionFields, mainShareholder } from './institution-schema.ts';
import { materialTitles, REJECTION_CLAUSES } from './facts.ts';

const appointment = z
  .strictObject({
    at: instant.describe('When the interview begins'),
    minutes: z.int().min(10).max(480).default(60),
    confirmOutsideHours,
    place: shortText,
    requirements: z.array(shortText).max(20).default([]),
    originals: z.array(shortText).max(40).default([]).describe('Originals to bring beside the usual ones'),
  })
  .describe('An appointment for the offline interview');

const item = choice(eligibilityItems).describe('Item of table 4.1');
const limb = choice(some(eligibilityItems, ...limbKeys));
const checked = choice(some(checkResults, 'OK', 'DEFICIENT'));
const verified = choice(checkResults);
const creditResults = { CLEAR: text('未发现问题', 'nothing found'), HIT: text('发现问题', 'something found') };
const movedFor = { APPLICANT: text('申请机构', 'the applicant'), CENTRE: text('中心', 'the centre') };
const clauses = Object.fromEntries(
  REJECTION_CLAUSES.map((clause) => [clause, citation(clause.replace('SH-STORE ', ''))]),
) as Readonly<Record<(typeof REJECTION_CLAUSES)[number], Text>>;

function citation(place: string): Text {
  return text(`《办法》${place}`, `Measures ${place}`);
}

export const storeApplicationInputs = {
  liftBar: liftBarInput,
  checkMaterials: z.strictObject({
    items: z
      .partialRecord(choice(materialTitles), checked)
      .refine((items) => Object.keys(items).length > 0, bilingual('至少写明一项。', 'Name at least one item')),
    note: shortText.optional(),
  }),
  recordCreditCheck: z.strictObject({
    result: choice(creditResults),
    source: shortText.describe('Where it was looked up, e.g. 信用中国'),
    checkedOn: day,
    operatingRisk: z.boolean().default(false).describe('A substantive operating risk was found (SH-STORE-07.2)'),
    touches: z
      .array(limb)
      .max(limbKeys.length)
      .optional()
      .describe('The limbs of condition (5) that a hit touches; empty, with a note that says why, if it touches none'),
    note: shortText.optional(),
  }),
  judgeCondition: z.strictObject({
    item: choice({ ...some(eligibilityItems, ...judgementKeys), ...trialMerits }).describe(
      'Item of table 4.1 that is judged or, on the trial route, what 07.1 asks for',
    ),
    met: z.boolean(),
    reason,
  }),
  recordFinding: z.strictObject({
    limb: limb.describe('Limb of condition (5)'),
    found: z.boolean().describe('Whether it is so, whatever the applicant declared'),
    reason,
    fileIds: z.array(fileId).max(10).default([]).describe('Evidence'),
  }),
  changeRoute: z.strictObject({ route: choice(some(routeTitles, 'STANDARD', 'TRIAL')), reason }),
  waiveCondition: z.strictObject({ item, reason }),
  overrideCondition: z.strictObject({ item, reason }),
  requestSupplement: z.strictObject({ items: z.array(shortText).min(1).max(30), reason }),
  answerSupplement: z.strictObject({
    note: shortText.optional(),
    institution: z
      .strictObject(institutionFields)
      .partial()
      .optional()
      .describe('Its name, and whom to reach; its credit code and its region stay as they were filed'),
    mainShareholders: z.array(mainShareholder).max(50).optional().describe('All of them, in place of those filed'),
    figures: applicationFigures.partial().optional(),
    files: z
      .strictObject({
        licence: fileId,
        creditScreenshot: fileId,
        practiceLicence: fileId,
        qualifications: z.array(fileId).max(20),
      })
      .partial()
      .optional(),
  }),
  passPreliminaryReview: z.strictObject({ interview: appointment, reason: reason.optional() }),
  rejectApplication: z.strictObject({
    reason,
    clause: choice(clauses).optional().describe('The ground; without it the clauses of what is not met, or 二.2'),
  }),
  withdraw: z.strictObject({ reason: reason.optional() }),
  requestReschedule: z.strictObject({ reason }),
  rescheduleInterview: z.strictObject({
    interview: appointment,
    reason,
    onBehalfOf: choice(movedFor)
      .optional()
      .describe(
        "For whom it is moved; only the applicant's moves are counted. By default the applicant's, if it has asked",
      ),
  }),
  declineReschedule: z.strictObject({ reason }),
  recordAttendance: z.strictObject({
    attendees: z
      .array(
        z.strictObject({
          name: nameLine(60),
          capacity: line(120).describe('E.g. 法定代表人, or deputy with a letter of authority'),
        }),
      )
      .min(1)
      .max(50)
      .describe('Who came for the applicant'),
    note: shortText.optional(),
  }),
  recordAbsence: z.strictObject({ note: shortText.optional() }),
  explainAbsence: z.strictObject({ explanation: reason, fileIds: z.array(fileId).max(10).default([]) }),
  excuseAbsence: z.strictObject({ interview: appointment, reason }),
  endExcused: z.strictObject({ reason }),
  findAbsenceWithoutCause: z.strictObject({
    reason,
    serviceProof: reason
      .optional()
      .describe('How the applicant learned of it all the same, where a notice could not be delivered (XC-04.3)'),
  }),
  verifyMaterials: z.strictObject({
    items: z
      .array(z.strictObject({ item: line(60), result: verified, note: shortText.optional() }))
      .min(1)
      .max(60),
  }),
  signCommitment: z.strictObject({ fileId: fileId.describe('The scan of the signed commitment letter') }),
  passInterview: z.strictObject({ note: shortText.optional() }),
  failInterview: z.strictObject({ reason }),
};

export type StoreApplicationInputs = {
  [A in keyof typeof storeApplicationInputs]: z.output<(typeof storeApplicationInputs)[A]>;
};
