/** Input schemas of the actions of an exchange. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { day, files } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { words } from '../dispute-input.ts';

const plan = z.strictObject({
  summary: titled(words, '计划要点', 'Main points', text('写入通知。', 'Stands in the notice.')),
  fileIds: titled(files(10).min(1), '工作计划', 'Work plan'),
});

export const planExchangeInputs = {
  sendWindowPlan: plan,
  sendHubPlan: plan,
  commentPlan: z.strictObject({ comment: titled(words, '意见', 'Comment') }),
  logContact: z.strictObject({
    contactOn: titled(day, '沟通日期', 'Day of the contact'),
    account: titled(words, '沟通情况', 'What was said'),
  }),
  windowEnded: z.strictObject({}),
};

export type PlanExchangeInputs = {
  [A in keyof typeof planExchangeInputs]: z.output<(typeof planExchangeInputs)[A]>;
};
