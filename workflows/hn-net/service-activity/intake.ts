/** How a platform plans a service activity (HN-NET-05.6, 16.5, 16.6). Not for workflow code. */
import { z } from 'zod';
import { HUB } from '../../../rules/hn-net/network.ts';
import { namedPlatformIssues } from '../../../rules/hn-net/named-platform.ts';
import { partnerIssues } from '../../../rules/hn-net/provider-entry.ts';
import type { Issue } from '../../../rules/issue.ts';
import { partyId, partyKind, type PartyKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import type { ActivityOpening } from '../../cooperation/service-activity/facts.ts';
import { activityFields } from '../../cooperation/service-activity/input.ts';
import { intake, type Filing, type FoundEntry } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { partyKey, platformId } from '../dispute-input.ts';
import { filedFor } from '../staff-filing.ts';
import { registers, windowsIn } from '../words.ts';

export const serviceActivityIntake = intake({
  form: z.strictObject({
    platform: titled(platformId, '组织活动的平台', 'Platform that organises it'),
    onPlan: titled(
      z.boolean().default(false),
      '全省重点活动',
      'Major activity of the province',
      text('列入省枢纽服务平台计划的活动，由枢纽平台登记。', 'One on the plan of the hub, entered by the hub.'),
    ),
    partners: titled(
      z.array(partyKey).max(100).default([]),
      '参与单位',
      'Bodies that take part',
      text('参与的窗口平台或者已登记的服务商。', 'Windows or registered providers that take part.'),
    ),
    ...activityFields,
  }),

  lookUp: ({ partners }) => ({
    registers: [registers.windows],
    entries: partners.map((party) => ({ register: registers.providers, party })),
  }),

  file({ form, filer, now, entries }): Filing {
    const { platform, onPlan, partners, name, kind, mode, plannedOn } = form;
    const { named, subject, body, party } = filedFor(filer, platform, windowsIn(entries), 'platform');
    if (onPlan && platform !== HUB) {
      refuse(
        'OUT_OF_SCOPE',
        '全省重点活动由省枢纽服务平台登记，请不要勾选。',
        'Major activities of the province are entered by the hub: leave this out.',
        { field: 'onPlan' },
      );
    }
    if (plannedOn < dayOf(now)) {
      refuse('INVALID_INPUT', '计划举办日期不能早于今天。', 'An activity is planned for a day to come.', {
        field: 'plannedOn',
      });
    }
    refuseIssues(partners.flatMap((partner, nth) => partnersIssues(`partners.${nth}`, partner, entries)));
    const opening: ActivityOpening = { name, kind, mode, plannedOn, onPlan };
    return {
      subject,
      title: named.name.zh,
      parties: { organiser: [party], partners: [...new Set(partners)].filter((key) => key !== subject) },
      body,
      bodies: { platform: body },
      opening,
    };
  },
});

/** A window takes part as long as it is one, a provider as long as it is on the register (HN-NET-16.6). */
function partnersIssues(field: string, partner: PartyKey, entries: readonly FoundEntry[]): Issue[] {
  if (partyKind(partner) === 'UNIT') return namedPlatformIssues(field, partyId(partner), windowsIn(entries));
  return partnerIssues(
    field,
    entries.find(({ register, party }) => register === registers.providers && party === partner),
  );
}
