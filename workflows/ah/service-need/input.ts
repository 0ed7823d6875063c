/** Input schemas of the actions of a need. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { day, files, note, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { paragraphs } from '../../engine/typed.ts';
import { partyKey } from '../member-input.ts';

export const serviceNeedInputs = {
  offerNeed: z.strictObject({ provider: titled(partyKey, '机构', 'Member') }),
  recallNeed: z.strictObject({ reason }),
  takeOrder: z.strictObject({ note: note.optional() }),
  declineOrder: z.strictObject({ reason }),
  completeService: z.strictObject({
    completedOn: titled(day, '完成日期', 'Day of completion'),
    publicBenefit: titled(z.boolean().default(false), '公益性服务', 'For public benefit'),
    fileIds: files(10).default([]),
  }),
  evaluateService: z.strictObject({
    satisfied: titled(z.boolean(), '满意', 'Satisfied'),
    words: titled(paragraphs(2000).optional(), '评价内容', 'What you say of it'),
  }),
  recordVisit: z.strictObject({
    visitedOn: titled(day, '回访日期', 'Day of the visit'),
    account: titled(paragraphs(2000), '回访情况', 'What was found'),
  }),
  withdrawNeed: z.strictObject({ note: note.optional() }),
};

export type ServiceNeedInputs = {
  [A in keyof typeof serviceNeedInputs]: z.output<(typeof serviceNeedInputs)[A]>;
};
