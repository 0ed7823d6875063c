/** Input schemas of the actions of the review of an offer. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { offerBreaches } from '../../../rules/hn-net/offer.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { evidenceFiles, note, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { offerForm } from './offer-form.ts';

export const offerReviewInputs = {
  listOffer: z.strictObject({ note: note.optional() }),
  returnOffer: z.strictObject({ reason }),
  reviseOffer: z.strictObject({ offer: titled(offerForm, '修改后的信息', 'The offer as revised') }),
  delistOffer: z.strictObject({ note: note.optional() }),
  registrationEnded: z.strictObject({}),
  findBreach: z.strictObject({
    breach: titled(choice(offerBreaches), '违反的义务', 'Duty breached'),
    fileIds: evidenceFiles(10).min(1),
    reason,
  }),
  passOnAsUnlawful: z.strictObject({ reason }),
  takeOutOfView: z.strictObject({
    deleted: titled(
      z.boolean(),
      '删除',
      'Deleted',
      text('否则为屏蔽或者停止交易。', 'Blocked, or its trade stopped, if not.'),
    ),
    reason,
  }),
  restoreOffer: z.strictObject({ reason }),
  liftFinding: z.strictObject({ reason }),
};

export type OfferReviewInputs = { [A in keyof typeof offerReviewInputs]: z.output<(typeof offerReviewInputs)[A]> };
