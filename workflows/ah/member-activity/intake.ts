/** How a member, or the provincial platform, plans a service activity (AH-OPS-02.3, AH-EVAL-03). Not for workflow code. */
import { z } from 'zod';
import { PLATFORM } from '../../../rules/ah/bodies.ts';
import {
  anhuiBody,
  anhuiBodyOf,
  partyOfBody,
  provincialPlatform,
  type MemberEntry,
} from '../../../rules/ah/members.ts';
import { refuse } from '../../../rules/refusal.ts';
import { isOfBody } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import type { ActivityOpening } from '../../cooperation/service-activity/facts.ts';
import { activityFields } from '../../cooperation/service-activity/input.ts';
import { intake, type Filed, type Filing } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { filerMember, memberEntryOf, partyKey } from '../member-input.ts';
import { registers } from '../words.ts';

const formSchema = z.strictObject({
  onPlan: titled(
    z.boolean().default(false),
    '重点服务活动',
    'Key activity',
    text('列入省综合服务平台活动计划的活动。', 'One on the activity plan of the provincial platform.'),
  ),
  partners: titled(
    z.array(partyKey).max(200).default([]),
    '参与单位',
    'Bodies that take part',
    text(
      '参与的市平台或者入驻机构，均须在网。',
      'City platforms or institutions that take part; each a member of the network.',
    ),
  ),
  ...activityFields,
});

export const memberActivityIntake = intake({
  form: formSchema,

  lookUp: () => ({ registers: [registers.members] }),

  file(filed): Filing {
    const { form, now } = filed;
    const { onPlan, partners, name, kind, mode, plannedOn } = form;
    if (plannedOn < dayOf(now)) {
      refuse('INVALID_INPUT', '计划举办日期不能早于今天。', 'An activity is planned for a day to come.', {
        field: 'plannedOn',
      });
    }
    const { subject, title, host } = organiserOf(filed);
    const joining = [...new Set(partners)].filter((key) => key !== subject);
    for (const partner of joining) memberEntryOf(filed.entries, partner, `partners.${partners.indexOf(partner)}`);
    const opening: ActivityOpening = { name, kind, mode, plannedOn, onPlan };
    return {
      ...{ subject, title, parties: { organiser: [subject], partners: joining } },
      ...{ body: host, bodies: { host, platform: provincialPlatform }, opening },
    };
  },
});

function organiserOf({ filer, party, entries }: Filed<z.output<typeof formSchema>>) {
  if (filer.offices.some((office) => isOfBody(office, provincialPlatform))) {
    return { subject: partyOfBody(PLATFORM), title: anhuiBody(PLATFORM).name.zh, host: provincialPlatform };
  }
  const { party: subject, name, data } = memberEntryOf(entries, filerMember(filer, party));
  return { subject, title: name, host: anhuiBodyOf((data as unknown as MemberEntry).cityPlatform) };
}
