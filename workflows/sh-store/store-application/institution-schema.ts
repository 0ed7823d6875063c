/** What an institution says of itself in its application (SH-STORE-03). Not for workflow code. */
import { z } from 'zod';
import { inUnit, titled } from '../../engine/titled.ts';
import { creditCode, email, nameLine, telephone } from '../../engine/typed.ts';

/** Its name and whom to reach. Its code and its region, by which it is known and handled, are no part of this. */
export const institutionFields = {
  name: titled(nameLine(120), '机构名称', 'Name of the institution'),
  contactName: titled(nameLine(60), '联系人', 'Person to contact'),
  contactPhone: telephone,
  contactEmail: email,
};

/** A shareholder of weight. */
export const mainShareholder = titled(
  z.strictObject({
    name: titled(nameLine(120), '姓名或者名称', 'Name'),
    creditCode: creditCode.optional(),
    share: titled(inUnit(z.number().min(0).max(100).optional(), '%', '%'), '持股比例', 'Share of the capital'),
  }),
  '主要股东',
  'Main shareholder',
);

/** All shareholders of weight that an institution names. */
export const mainShareholders = titled(z.array(mainShareholder).max(50), '主要股东', 'Main shareholders');
