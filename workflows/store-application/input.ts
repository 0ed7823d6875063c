/** Input schemas of the actions of a store application. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { said } from '../../rules/said.ts';
import { applicationFigures } from './figures-schema.ts';
import { itemKeys } from '../../rules/sh-store/eligibility-items.ts';
import { checked, day, instant, reason, shortText } from '../engine/input.ts';
import { MATERIALS } from './contract.ts';

const appointment = z
  .strictObject({
    at: instant.describe('When the interview begins'),
    minutes: z.int().min(10).max(480).default(60),
    place: shortText,
    requirements: z.array(shortText).max(20).default([]),
    originals: z.array(shortText).max(40).default([]).describe('Originals to bring; the usual list if empty'),
  })
  .describe('An appointment for the offline interview');

const item = z.enum(itemKeys as [string, ...string[]]).describe('Item of table 4.1');
const fileId = z.string().min(1).max(64).describe('Id of an uploaded file');

export const storeApplicationInputs = {
  checkMaterials: z.strictObject({
    items: z
      .partialRecord(z.enum(MATERIALS), checked)
      .refine((items) => Object.keys(items).length > 0, said('至少写明一项。', 'Name at least one item')),
    note: shortText.optional(),
  }),
  recordCreditCheck: z.strictObject({
    result: z.enum(['CLEAR', 'HIT']),
    source: shortText.describe('Where it was looked up, e.g. 信用中国'),
    checkedOn: day,
    operatingRisk: z.boolean().default(false).describe('A substantive operating risk was found (SH-STORE-07.2)'),
    note: shortText.optional(),
  }),
  judgeCondition: z.strictObject({
    item: z.enum(['qualification', 'prospects', 'reputation']),
    met: z.boolean(),
    reason,
  }),
  waiveCondition: z.strictObject({ item, reason }),
  overrideCondition: z.strictObject({ item, reason }),
  requestSupplement: z.strictObject({ items: z.array(shortText).min(1).max(30), reason }),
  answerSupplement: z.strictObject({
    note: shortText.optional(),
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
  rejectApplication: z.strictObject({ reason, clause: z.string().max(40).optional() }),
  withdraw: z.strictObject({ reason: reason.optional() }),
  requestReschedule: z.strictObject({ reason }),
  rescheduleInterview: z.strictObject({ interview: appointment, reason }),
  recordAttendance: z.strictObject({ attendees: z.int().min(1).max(50).default(1), note: shortText.optional() }),
  recordAbsence: z.strictObject({ note: shortText.optional() }),
  explainAbsence: z.strictObject({ explanation: reason, fileIds: z.array(fileId).max(10).default([]) }),
  excuseAbsence: z.strictObject({ interview: appointment, reason }),
  findAbsenceWithoutCause: z.strictObject({ reason }),
  verifyMaterials: z.strictObject({
    items: z
      .array(z.strictObject({ name: z.string().trim().min(1).max(120), result: checked, note: shortText.optional() }))
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
