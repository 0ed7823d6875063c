/** How a member enters enterprises that it led in, or a product (AH-EVAL-02.5, 02.7, 02.14). Not for workflow code. */
import { z } from 'zod';
import { entryKinds } from '../../../rules/ah/entries.ts';
import { provincialPlatform } from '../../../rules/ah/members.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { files } from '../../engine/input.ts';
import { intake, type Filing, type FoundEntry } from '../../engine/intake.ts';
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
      text(
        '引导入驻或者关注的企业，或者认定为示范平台的机构；产品不填。',
        'Those that were led in, or institutions that were recognised; none for a product.',
      ),
    ),
    product: titled(
      line(200).optional(),
      '产品名称',
      'Name of the product',
      text('录入服务产品时填写。', 'Given for a product.'),
    ),
    benefit: titled(z.boolean().default(false), '公益性或者低收费', 'Public benefit or low fee'),
    fileIds: titled(
      files(10).default([]),
      '证明材料',
      'Proof',
      text('示范平台须附认定文件。', 'Of a demonstration platform the document that recognises it.'),
    ),
  }),

  lookUp: () => ({ registers: [registers.members] }),

  file({ form: { entry, enterprises, product, benefit, fileIds }, filer, party, entries }): Filing {
    const member = filerMember(filer, party);
    const { name } = memberEntryOf(entries, member);
    if (entry === 'PRODUCT' && product === undefined) {
      refuse('INVALID_INPUT', '请填写产品名称。', 'Give the name of the product.', { field: 'product' });
    }
    if (entry !== 'PRODUCT' && enterprises.length === 0) {
      refuse('INVALID_INPUT', '请填写企业。', 'Give the enterprises.', { field: 'enterprises' });
    }
    if (entry === 'DEMONSTRATION') {
      if (fileIds.length === 0) {
        refuse('INVALID_INPUT', '请附认定文件。', 'Add the document that recognises them.', { field: 'fileIds' });
      }
      refuseOthers(member, enterprises, entries);
    }
    const listed = entry === 'PRODUCT' ? [] : [...new Set(enterprises)];
    const opening: ServiceEntryOpening = { entry, enterprises: listed, benefit: entry === 'PRODUCT' && benefit };
    return {
      ...{ subject: member, title: name, parties: { member: [member] }, body: provincialPlatform },
      ...{ bodies: { platform: provincialPlatform }, about: memberReference(member), opening },
    };
  },
});

/** @throws Refusal INVALID_INPUT for an institution that the city platform has not led in (AH-EVAL-02.7) */
function refuseOthers(member: PartyKey, institutions: readonly PartyKey[], entries: readonly FoundEntry[]): void {
  const ledIn = entries.filter(({ register, data }) => register === registers.members && introducerIn(data) === member);
  const others = institutions.filter((code) => !ledIn.some(({ party }) => party === code));
  if (others.length === 0) return;
  refuse(
    'INVALID_INPUT',
    `${others.join('、')} 不是本平台引导入驻的机构。`,
    `${others.join(', ')} were not led in by this platform.`,
    { field: 'enterprises' },
  );
}

function introducerIn(data: unknown): PartyKey | null {
  return (data as { readonly introducer?: PartyKey | null } | null)?.introducer ?? null;
}
