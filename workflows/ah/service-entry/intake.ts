/** How a member enters enterprises that it led in, or a product (AH-EVAL-02.5, 02.14). Not for workflow code. */
import { z } from 'zod';
import { entryKinds } from '../../../rules/ah/entries.ts';
import { provincialPlatform } from '../../../rules/ah/members.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { files } from '../../engine/input.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { creditCode, line } from '../../engine/typed.ts';
import { filerMember, memberEntryOf } from '../member-input.ts';
import { memberReference, registers } from '../words.ts';
import type { ServiceEntryOpening } from './contract.ts';

export const serviceEntryIntake = intake({
  form: z.strictObject({
    entry: titled(choice(entryKinds), '录入内容', 'What is entered'),
    enterprises: titled(
      z.array(creditCode).max(200).default([]),
      '企业',
      'Enterprises',
      text('引导入驻或者关注的企业；产品不填。', 'Those that were led in; none for a product.'),
    ),
    product: titled(
      line(200).optional(),
      '产品名称',
      'Name of the product',
      text('录入服务产品时填写。', 'Given for a product.'),
    ),
    benefit: titled(z.boolean().default(false), '公益性或者低收费', 'Public benefit or low fee'),
    fileIds: titled(files(10).default([]), '证明材料', 'Proof'),
  }),

  lookUp: () => ({ registers: [registers.members] }),

  file({ form: { entry, enterprises, product, benefit }, filer, party, entries }): Filing {
    const member = filerMember(filer, party);
    const { name } = memberEntryOf(entries, member);
    if (entry === 'PRODUCT' && product === undefined) {
      refuse('INVALID_INPUT', '请填写产品名称。', 'Give the name of the product.', { field: 'product' });
    }
    if (entry !== 'PRODUCT' && enterprises.length === 0) {
      refuse('INVALID_INPUT', '请填写企业。', 'Give the enterprises.', { field: 'enterprises' });
    }
    const listed = entry === 'PRODUCT' ? [] : [...new Set(enterprises)];
    const opening: ServiceEntryOpening = { entry, enterprises: listed, benefit: entry === 'PRODUCT' && benefit };
    return {
      ...{ subject: member, title: name, parties: { member: [member] }, body: provincialPlatform },
      ...{ bodies: { platform: provincialPlatform }, about: memberReference(member), opening },
    };
  },
});
