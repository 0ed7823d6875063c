/** How an enterprise complains about a member: to the provincial platform, or to the platform of a city (AH-EVAL-08). Not for workflow code. */
import { z } from 'zod';
import { PLATFORM } from '../../../rules/ah/bodies.ts';
import { anhuiBody, anhuiBodyOf, bodiesOf, partyOfBody } from '../../../rules/ah/members.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { disputeFields, eventDay, fileIds } from '../../disputes/input.ts';
import { choice } from '../../engine/choice.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { partyKey } from '../member-input.ts';
import { memberReference, registers } from '../words.ts';
import type { MemberComplaintOpening } from './contract.ts';
import { reasonCode } from './input.ts';

const platforms = { [PLATFORM]: anhuiBody(PLATFORM).name, ...bodiesOf('CITY_PLATFORM') };

export const memberComplaintIntake = intake({
  form: z.strictObject({
    platform: titled(
      choice(platforms).default(PLATFORM),
      '受理平台',
      'Platform',
      text('不填则为省综合服务平台。', 'The provincial platform if left out.'),
    ),
    member: titled(refersTo(partyKey, 'member'), '被投诉的服务机构', 'Member complained about'),
    reason: reasonCode,
    ...disputeFields,
    happenedOn: eventDay,
    fileIds,
  }),

  lookUp: ({ member }) => ({ entries: [{ register: registers.members, party: member }] }),

  file({ form, party, now, entries: [entry] }): Filing {
    const { platform, member, reason, orderNumber, happenedOn } = form;
    if (entry === undefined) {
      refuse('INVALID_INPUT', '平台网络没有这个服务机构。', 'The network has no such member.', { field: 'member' });
    }
    if (happenedOn > dayOf(now)) {
      refuse('INVALID_INPUT', '事件发生日不能晚于今天。', 'The day of the event cannot lie in the future.', {
        field: 'happenedOn',
      });
    }
    if (member === party) {
      refuse('INVALID_INPUT', '不能投诉自己。', 'You cannot complain about yourself.', { field: 'member' });
    }
    if (member === partyOfBody(platform)) {
      refuse(
        'INVALID_INPUT',
        '被投诉的市平台不能受理对自己的投诉，请选择省综合服务平台。',
        'A city platform does not handle a complaint about itself: choose the provincial platform.',
        { field: 'platform' },
      );
    }
    const opening: MemberComplaintOpening = { orderNumber: orderNumber ?? null, reason, happenedOn };
    return {
      ...{ subject: member, title: entry.name, parties: { respondent: [member], complainant: [party] } },
      ...{ body: anhuiBodyOf(platform), about: memberReference(member), opening },
    };
  },
});
