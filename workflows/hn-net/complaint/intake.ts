/** How a complaint is filed: by a consumer, or by somebody without an account whose address was verified (HN-NET-20.1). */
import { HUB } from '../../../rules/hn-net/network.ts';
import { z } from 'zod';
import { routeComplaint } from '../../../rules/hn-net/complaint.ts';
import { platformAt } from '../../../rules/hn-net/seats.ts';
import { everKnown, lostOf } from '../../../rules/hn-net/window.ts';
import { isCreditCode } from '../../../rules/parties/credit-code.ts';
import { partyKind } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { text } from '../../../rules/text.ts';
import { titled } from '../../engine/titled.ts';
import { nameLine } from '../../engine/typed.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { disputeFields, eventDay, fileIds, platformId } from '../dispute-input.ts';
import { namedPlatform } from '../named-platform.ts';
import { actingBody, entryIn, registers, windowsIn } from '../words.ts';
import type { ComplaintOpening } from './contract.ts';
import { provider as anyProvider, reasonCode } from './input.ts';

/** Key of a provider: an organisation by its credit code, or a natural person. */
export const providerKey = anyProvider.refine(
  (key) => isProviderKey(key),
  bilingual(
    '应为有效的统一社会信用代码，或者 person:<编号>。',
    'must be a valid unified social credit code, or person:<id>',
  ),
);

function isProviderKey(key: string): boolean {
  try {
    const kind = partyKind(key);
    return kind === 'PERSON' || (kind === 'ORGANISATION' && isCreditCode(key));
  } catch {
    return false;
  }
}

const formSchema = z
  .strictObject({
    platform: titled(
      platformId.default(HUB),
      '受理平台',
      'Platform',
      text('向哪个平台投诉；不填则为枢纽平台。', 'Where the complaint is filed; the hub if left out.'),
    ),
    provider: providerKey.optional(),
    providerName: titled(
      nameLine(500).optional(),
      '服务商名称',
      'Name of the provider',
      text('不知道其代码时填写，由平台查明。', 'If its code is not known: the platform finds it out.'),
    ),
    reason: reasonCode,
    ...disputeFields,
    happenedOn: eventDay,
    wantsMediation: titled(
      z.boolean().default(false),
      '同时申请调解',
      'Apply for mediation',
      text('随投诉一并申请调解。', 'Applies for mediation with the complaint.'),
    ),
    fileIds,
  })
  .refine(({ provider, providerName }) => provider !== undefined || providerName !== undefined, {
    path: ['provider'],
    error: bilingual(
      '请填写服务商的统一社会信用代码；不知道的，请填写其名称，由平台查明。',
      'give the key of the provider, or its name if you do not know it: the platform finds it out',
    ),
  });

export const complaintIntake = intake({
  form: formSchema,

  lookUp({ provider }, party) {
    const ofProvider = provider === undefined ? [] : [{ register: registers.providers, party: provider }];
    return {
      registers: [registers.windows],
      entries: [...ofProvider, { register: registers.consumers, party }],
    };
  },

  file({ form, party, filerName, now, entries }): Filing {
    const { platform, provider, orderNumber, reason, account, claim, happenedOn, wantsMediation } = form;
    if (happenedOn > dayOf(now)) {
      refuse('INVALID_INPUT', '事件发生日不能晚于今天。', 'The day of the event cannot lie in the future.', {
        field: 'happenedOn',
      });
    }
    if (provider === party) {
      refuse('INVALID_INPUT', '不能投诉自己。', 'You cannot complain about yourself.', { field: 'provider' });
    }
    const windows = windowsIn(entries);
    const { body, network } = namedPlatform(platform, windows, 'platform');
    const providerEntry = entryIn(entries, registers.providers);
    const broughtInBy = providerEntry === undefined ? null : platformAt(providerEntry, windows);
    const { handles } = routeComplaint(platform, broughtInBy, everKnown(windows), lostOf(windows));
    const opening: ComplaintOpening = {
      competent: provider === undefined ? null : actingBody(handles.id, network),
      providerRegion: providerEntry?.region ?? null,
      consumerRegion: entryIn(entries, registers.consumers)?.region ?? null,
      orderNumber: orderNumber ?? null,
      reason,
      account,
      claim,
      happenedOn,
      mediationWanted: wantsMediation,
    };
    return {
      subject: party,
      title: filerName,
      parties: { complainant: [party], ...(provider !== undefined && { respondent: [provider] }) },
      body,
      bodies: { platform: body },
      opening,
    };
  },
});
