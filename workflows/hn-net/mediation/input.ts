/** Input schemas of the actions of a mediation. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { packageFieldKeys, packageFields, packageRecipients } from '../../../rules/hn-net/data-package.ts';
import { failureReasons } from '../../../rules/hn-net/mediation.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { confirmOutsideHours, fileId, day, instant, reason, shortText } from '../../engine/input.ts';
import { fileIds, words } from '../dispute-input.ts';

const appointment = {
  at: instant,
  minutes: z.int().min(10).max(480).default(60),
  confirmOutsideHours,
  place: shortText.describe('Room, or the link of an online session'),
  requirements: z.array(shortText).max(10).default([]).describe('What to bring or prepare'),
};

const recipient = choice(packageRecipients);
const sides = { consumer: text('消费者', 'the consumer'), provider: text('服务商', 'the provider') };

export const mediationInputs = {
  startMediation: z.strictObject({}),
  statePosition: z.strictObject({ position: words, fileIds }),
  recordPosition: z.strictObject({ side: choice(sides), position: words }),
  scheduleSession: z.strictObject(appointment),
  moveSession: z.strictObject({ ...appointment, reason }),
  cancelSession: z.strictObject({ reason }),
  recordSession: z.strictObject({
    consumerPresent: z.boolean(),
    providerPresent: z.boolean(),
    record: words.describe('What was said and proposed'),
    fileIds,
  }),
  recordSettlement: z.strictObject({
    terms: words.describe('What each side does'),
    fileId: fileId.describe('The written settlement, signed by both'),
    signedByConsumerOn: day,
    signedByProviderOn: day,
    performBy: day,
  }),
  declareFailure: z.strictObject({
    ground: choice(failureReasons),
    reason: reason.describe('What was tried and what stays in dispute; told to both sides'),
  }),
  applyToDepartment: z.strictObject({ note: words.optional() }),
  waiveDepartment: z.strictObject({}),
  withdrawApplication: z.strictObject({ reason: reason.optional() }),
  reportPerformance: z.strictObject({ performed: z.boolean(), note: words, fileIds }),
  recordPerformance: z.strictObject({ performed: z.boolean(), note: words, fileIds }),
  requestData: z.strictObject({ recipient, note: words.describe('Which channel is used, and what is needed') }),
  releaseData: z.strictObject({
    recipient,
    recipientName: shortText.optional().describe('Name of the court, body or authority; none for the consumer'),
    legalBasis: shortText.optional(),
    requestNumber: shortText.optional().describe('Number of the written request'),
    fields: z.array(choice(packageFields)).max(packageFieldKeys.length),
    purpose: shortText.optional().describe('What personal information is needed for'),
  }),
};

export type MediationInputs = { [A in keyof typeof mediationInputs]: z.output<(typeof mediationInputs)[A]> };
