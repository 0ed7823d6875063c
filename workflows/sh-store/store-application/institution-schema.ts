/** What an institution says of itself in its application (SH-STORE-03). Not for workflow code. */
import { z } from 'zod';
import { creditCode, email, nameLine, telephone } from '../../engine/typed.ts';

/** Its name and whom to reach. Its code and its region, by which it is known and handled, are no part of this. */
export const institutionFields = {
  name: nameLine(120),
  contactName: nameLine(60),
  contactPhone: telephone,
  contactEmail: email,
};

/** A shareholder of weight. */
export const mainShareholder = z.strictObject({
  name: nameLine(120),
  creditCode: creditCode.optional(),
  share: z.number().min(0).max(100).optional(),
});
