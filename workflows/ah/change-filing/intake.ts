/** How a change is reported by the member, or put on record by the bureau that found it (AH-OPS-05). Not for workflow code. */
import { z } from 'zod';
import { changeKinds, missingProofs } from '../../../rules/ah/changes.ts';
import { bureauOf, type MemberEntry } from '../../../rules/ah/members.ts';
import { refuseBefore } from '../../../rules/refuse-before.ts';
import { refuse } from '../../../rules/refusal.ts';
import { isOfBody } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { choice } from '../../engine/choice.ts';
import { day } from '../../engine/input.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { filledInBy, titled } from '../../engine/titled.ts';
import { paragraphs } from '../../engine/typed.ts';
import { filerMember, memberEntryOf, partyKey } from '../member-input.ts';
import { memberReference, registers } from '../words.ts';
import type { ChangeFilingOpening } from './contract.ts';
import { proofs } from './input.ts';

const formSchema = z.strictObject({
  member: filledInBy(
    titled(
      partyKey.optional(),
      '变更的成员',
      'Member that has changed',
      text(
        '由市经信局发现变更时填写；成员自行报备的不填。',
        'Given by a bureau that found the change; left out by the member.',
      ),
    ),
    'reviewer',
  ),
  change: titled(choice(changeKinds), '变更事项', 'What has changed'),
  oldValue: titled(paragraphs(500), '变更前', 'Before the change'),
  newValue: titled(paragraphs(500), '变更后', 'After the change'),
  effectiveOn: titled(day, '变更日期', 'Day of the change'),
  proofs: proofs.default([]),
});

export const changeFilingIntake = intake({
  form: formSchema,

  // The filer's own member is known by its offices: the entries of the register are few.
  lookUp: (form) =>
    form.member === undefined
      ? { registers: [registers.members] }
      : { entries: [{ register: registers.members, party: form.member }] },

  file({ form, filer, party, now, entries }): Filing {
    const member = form.member ?? filerMember(filer, party);
    const { name, data } = memberEntryOf(entries, member, 'member');
    const bureau = bureauOf((data as unknown as MemberEntry).cityPlatform);
    const found = form.member !== undefined && form.member !== filerMember(filer, party);
    if (found && !filer.offices.some((office) => office.role === 'reviewer' && isOfBody(office, bureau))) {
      refuse(
        'OUT_OF_SCOPE',
        '只有成员所在市的经信局可以登记其未报备的变更。',
        'Only the bureau of its city puts on record what a member did not report.',
        { field: 'member' },
      );
    }
    if (form.effectiveOn > dayOf(now)) {
      refuse('INVALID_INPUT', '变更日期不能晚于今天。', 'A change is reported once it was made.', {
        field: 'effectiveOn',
      });
    }
    const { joinedOn } = data as unknown as MemberEntry;
    refuseBefore('effectiveOn', form.effectiveOn, joinedOn, text('入网之日', 'the day on which it became a member'));
    const opening: ChangeFilingOpening = {
      change: form.change,
      effectiveOn: form.effectiveOn,
      missing: missingProofs(
        form.change,
        form.proofs.map(({ proof }) => proof),
      ),
      found,
      newName: form.change === 'NAME' ? form.newValue : null,
    };
    return {
      ...{ subject: member, title: name, parties: { member: [member] }, body: bureau, bodies: { bureau } },
      ...{ about: memberReference(member), opening },
    };
  },
});
