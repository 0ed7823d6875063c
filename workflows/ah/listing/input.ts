/** Input schemas of the actions of a listing. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { day, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';

export const listingInputs = {
  enlist: z.strictObject({
    until: titled(
      day.optional(),
      '名单截止日',
      'Last day on the list',
      text('不填则至移出为止。', 'Until it is taken off, if left out.'),
    ),
    reason,
  }),
  dismissListing: z.strictObject({ reason }),
  removeListing: z.strictObject({ reason }),
  listedAnew: z.strictObject({}),
};

export type ListingInputs = { [A in keyof typeof listingInputs]: z.output<(typeof listingInputs)[A]> };
