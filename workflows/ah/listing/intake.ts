/** How the department puts a member forward for a list (AH-OPS-06). Not for workflow code. */
import { z } from 'zod';
import { DEPARTMENT } from '../../../rules/ah/bodies.ts';
import { listingGrounds } from '../../../rules/ah/lists.ts';
import { anhuiBodyOf } from '../../../rules/ah/members.ts';
import { refuse } from '../../../rules/refusal.ts';
import { isOfBody } from '../../../rules/roles.ts';
import { choice } from '../../engine/choice.ts';
import { files } from '../../engine/input.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { paragraphs } from '../../engine/typed.ts';
import { partyKey } from '../member-input.ts';
import { memberReference, registers } from '../words.ts';
import type { ListingOpening } from './contract.ts';

const department = anhuiBodyOf(DEPARTMENT);

export const listingIntake = intake({
  form: z.strictObject({
    member: titled(partyKey, '成员', 'Member'),
    ground: titled(choice(listingGrounds), '列入理由', 'Ground'),
    account: titled(paragraphs(2000), '事实和依据', 'Facts and evidence'),
    fileIds: titled(files(10).default([]), '证明材料', 'Proof'),
  }),

  lookUp: ({ member }) => ({ entries: [{ register: registers.members, party: member }] }),

  file({ form: { member, ground }, filer, entries: [entry] }): Filing {
    if (!filer.offices.some((office) => isOfBody(office, department))) {
      refuse('OUT_OF_SCOPE', '名单由省经信厅管理。', 'The lists are kept by the provincial department.');
    }
    // Who was cancelled is no member any more, and is in the register all the same.
    if (entry === undefined) {
      refuse('INVALID_INPUT', '没有这个成员。', 'There is no such member.', { field: 'member' });
    }
    const opening: ListingOpening = { list: listingGrounds[ground].list, ground, year: null };
    return {
      ...{ subject: member, title: entry.name, parties: { member: [member] }, body: department },
      ...{ bodies: { department }, about: memberReference(member), opening },
    };
  },
});
