/** Input schemas of the actions of a supervision. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { areas } from '../../../rules/sh-store/areas.ts';
import { choice } from '../../engine/choice.ts';
import { day, fileId, reason, shortText } from '../../engine/input.ts';
import { id, line, nameLine, paragraphs } from '../../engine/typed.ts';
import { conducts } from '../conducts.ts';
import { endedByClearanceInputs, groundDismissed } from '../ended-by-clearance-input.ts';
import { courses, creditResults, incapacities, shareholderKinds } from './titles.ts';

const evidence = z.array(fileId).min(1).max(20).describe('Evidence');
const result = choice(creditResults);

const known = z
  .literal(true, bilingual('须确认知悉后才能提出退出。', 'confirm that you know it before you ask to leave'))
  .describe('True: the store knows it');

export const storeSupervisionInputs = {
  recordShareholders: z.strictObject({
    shareholders: z
      .array(
        z.strictObject({
          name: nameLine(200),
          kind: choice(shareholderKinds),
          share: z.number().gt(0).max(100).multipleOf(0.01).nullable().default(null).describe('Percent of the capital'),
        }),
      )
      .max(50)
      .describe(
        'All main shareholders: those whom the store names as such, and any with the share that the rules name',
      ),
    noneBecause: shortText.optional().describe('Why there are none, e.g. an association or a law firm'),
  }),
  recordCreditCheck: z.strictObject({
    source: shortText.describe('Where it was looked up, e.g. 信用中国'),
    checkedOn: day,
    company: result,
    shareholders: z
      .array(z.strictObject({ shareholderId: id.describe('Id of a main shareholder'), result }))
      .max(50)
      .default([]),
    note: shortText.optional(),
    fileIds: z.array(fileId).max(20).default([]).describe('Screenshots; needed where a list was hit'),
  }),
  confirmHit: z.strictObject({
    hitId: id.describe('COMPANY, or the id of the main shareholder'),
    listedAs: line(200).describe('Who is listed, as the published list has it'),
    list: line(200).describe('The list, and the number of the decision'),
    listedOn: day,
    reason,
    fileIds: evidence,
  }),
  dismissHit: z.strictObject({ hitId: id.describe('COMPANY, or the id of the main shareholder'), reason }),
  recordIncapacity: z.strictObject({
    shownBy: choice(incapacities),
    foundOn: day,
    contacts: z
      .array(z.strictObject({ on: day, how: line(200).describe('E.g. by telephone, by registered letter') }))
      .max(20)
      .default([])
      .describe('Contacts that had no answer; needed if that shows it'),
    reason,
    fileIds: evidence,
  }),
  requestExit: z.strictObject({
    reason,
    knowsOfSealing: known.describe('True: the store knows that its service records are sealed'),
    knowsOfBar: known.describe('True: the store knows that, in principle, no application is accepted for a year'),
  }),
  withdrawExit: z.strictObject({ reason: reason.optional() }),
  findViolation: z.strictObject({
    conduct: choice(conducts),
    course: choice(courses).describe('What follows, as the reviewer judges malice and refusal'),
    foundOn: day,
    refusedOn: day.optional().describe('When the store refused to revise; needed for a rectification'),
    malice: paragraphs(2000).optional().describe('Why it was malicious or disruptive; needed for a clearance'),
    orders: z
      .array(line(100))
      .max(2000)
      .default([])
      .describe('Ids of the orders that were brushed; their points are taken back'),
    reason,
    fileIds: evidence,
  }),
  withdrawFinding: z.strictObject({
    findingId: id.describe('The finding, as the supervision of the store lists it'),
    reason: reason.describe('What was wrong with it, or which authority has reversed it'),
    fileIds: z.array(fileId).max(20).default([]).describe('Evidence, e.g. the decision of the authority'),
  }),
  recordInspection: z.strictObject({
    area: choice(areas),
    inspectedOn: day,
    found: paragraphs(2000).describe('What was looked at and found'),
    fileIds: z.array(fileId).max(20).default([]),
  }),
  complaintsChanged: z.strictObject({}),
  clearanceDismissed: groundDismissed,
  ...endedByClearanceInputs,
};

export type StoreSupervisionInputs = {
  [A in keyof typeof storeSupervisionInputs]: z.output<(typeof storeSupervisionInputs)[A]>;
};
