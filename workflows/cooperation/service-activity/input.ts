/** Input schemas of the actions of every service activity, and the fields of its form. Not for workflow code. */
import { z } from 'zod';
import { activityKinds, activityModes, evidencePieces } from '../../../rules/cooperation/activity.ts';
import { text } from '../../../rules/text.ts';
import { fileIds, words } from '../../disputes/input.ts';
import { choice } from '../../engine/choice.ts';
import { day, files, note, reason } from '../../engine/input.ts';
import { inUnit, titled } from '../../engine/titled.ts';
import { line } from '../../engine/typed.ts';

const enterprises = inUnit(z.int().min(0).max(100_000), '家', 'enterprises');

const plannedOn = titled(day, '计划举办日期', 'Day on which it is to be held');

/** What an activity is filed with in every regime. */
export const activityFields = {
  name: titled(line(100), '活动名称', 'Name of the activity'),
  kind: titled(choice(activityKinds), '活动类别', 'Kind of activity'),
  mode: titled(choice(activityModes), '举办方式', 'How it is held'),
  plannedOn,
  content: titled(
    words,
    '活动内容',
    'Content',
    text('面向哪些企业、安排哪些内容、在何处举办。', 'For which enterprises, with what, and where.'),
  ),
  fileIds,
};

/**
 * The schemas of the actions that every activity has.
 * @param body schema of the id of a body of the regime; @param partner of the key of a party
 */
export function activityInputSchemas<B extends z.ZodType<string>, P extends z.ZodType<string>>(body: B, partner: P) {
  const attendance = z.strictObject({
    body: titled(body, '单位', 'Body'),
    enterprises: titled(enterprises, '参加企业数', 'Enterprises that came'),
    persons: titled(inUnit(z.int().min(0).max(1_000_000), '人', 'persons'), '参加人数', 'Persons that came'),
  });
  return {
    publishActivity: z.strictObject({ note: note.optional() }),
    openSignUp: z.strictObject({ note: note.optional() }),
    recordSignUps: z.strictObject({ enterprises: titled(enterprises, '报名企业数', 'Enterprises that signed up') }),
    rescheduleActivity: z.strictObject({ plannedOn, reason }),
    addPartner: z.strictObject({ partner: titled(partner, '参与单位', 'Body that takes part') }),
    recordHeld: z.strictObject({
      heldOn: titled(day, '举办日期', 'Day on which it was held'),
      checkedIn: titled(enterprises.default(0), '签到企业数', 'Enterprises that checked in'),
      attendance: titled(
        z.array(attendance).min(1).max(200),
        '各单位参加情况',
        'Attendance by body',
        text('按单位分别填写参加的企业数和人数。', 'How many enterprises and persons came from each body.'),
      ),
    }),
    recordEvaluations: z.strictObject({
      evaluations: titled(inUnit(z.int().min(0).max(100_000), '份', 'evaluations'), '评价数', 'Evaluations'),
      satisfied: titled(inUnit(z.int().min(0).max(100_000), '份', 'evaluations'), '其中满意', 'Of these satisfied'),
    }),
    cancelActivity: z.strictObject({ reason }),
  };
}

/** Where no evidence is wanted within a time of its own. */
export const closingInputSchemas = {
  closeActivity: z.strictObject({ summary: titled(words, '活动总结', 'Summary'), fileIds }),
};

/** Where it is. */
export const evidenceInputSchemas = {
  uploadEvidence: z.strictObject({
    piece: titled(choice(evidencePieces), '材料种类', 'Piece of evidence'),
    fileIds: files(20).min(1),
    note: note.optional(),
  }),
  acceptEvidence: z.strictObject({
    onPlan: titled(
      z.boolean().default(false),
      '重点服务活动',
      'Key activity',
      text('经核对列入全省活动计划的，勾选。', 'Ticked where it was found on the activity plan of the province.'),
    ),
    note: note.optional(),
  }),
  returnEvidence: z.strictObject({
    pieces: titled(z.array(choice(evidencePieces)).min(1).max(3), '须补充的材料', 'Pieces to be supplied anew'),
    reason,
  }),
  closeMissing: z.strictObject({ reason }),
};
