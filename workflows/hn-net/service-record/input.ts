/** Input schemas of the actions of a service record. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { scores } from '../../../rules/hn-net/evaluation.ts';
import { evidenceGroups, evidenceKinds } from '../../../rules/hn-net/service-record.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { day, files, note, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { caseId } from '../dispute-input.ts';

const group = titled(choice(evidenceGroups), '资料类别', 'Group of evidence');

export const serviceRecordInputs = {
  recordPerformance: z.strictObject({
    performedOn: titled(
      day,
      '实施服务的日期',
      'Day of performance',
      text('实施服务的依据产生之日，例如验收日。', 'Day on which its proof arose, e.g. the acceptance.'),
    ),
  }),
  uploadEvidence: z.strictObject({
    kind: titled(choice(evidenceKinds), '资料种类', 'Kind of evidence'),
    format: titled(
      z.int().min(1).max(9999),
      '报表格式版本',
      'Version of the report format',
      text('须为现行版本，由枢纽平台统一规定。', 'The current one, which the hub lays down.'),
    ),
    fileIds: files(20).min(1),
    note: note.optional(),
  }),
  acceptEvidence: z.strictObject({ note: note.optional() }),
  returnEvidence: z.strictObject({
    group,
    isNone: titled(
      z.boolean().default(false),
      '不构成资料',
      'It is no evidence',
      text(
        '上传的内容与服务无关，不视为已上传。',
        'What was uploaded has nothing to do with the service and does not count.',
      ),
    ),
    reason,
  }),
  correctBasis: z.strictObject({
    group,
    to: titled(day, '依据产生日', 'Day of the basis', text('更正后的日期。', 'The day as it really was.')),
    reason,
  }),
  closeMissing: z.strictObject({ reason }),
  noteScore: z.strictObject({ score: z.literal(scores) }),
  excludeRecord: z.strictObject({ fraudCaseId: caseId, reason }),
};

export type ServiceRecordInputs = {
  [A in keyof typeof serviceRecordInputs]: z.output<(typeof serviceRecordInputs)[A]>;
};
