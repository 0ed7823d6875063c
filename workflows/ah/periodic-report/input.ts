/** Input schemas of the actions of a member's reports. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { files, note, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { paragraphs } from '../../engine/typed.ts';
import { count, periodFields, reportedFigures } from '../member-input.ts';

export const periodicReportInputs = {
  submitReport: z.strictObject({
    ...periodFields,
    reported: reportedFigures,
    publicServed: titled(count, '其中公益性服务企业数', 'Enterprises served for public benefit'),
    account: titled(paragraphs(4000), '运营情况', 'Account of the operation'),
    fileIds: files(10).default([]),
  }),
  completeReport: z.strictObject({ ...periodFields, note: note.optional() }),
  returnReport: z.strictObject({ ...periodFields, reason }),
  membershipEnded: z.strictObject({}),
};

export type PeriodicReportInputs = {
  [A in keyof typeof periodicReportInputs]: z.output<(typeof periodicReportInputs)[A]>;
};
