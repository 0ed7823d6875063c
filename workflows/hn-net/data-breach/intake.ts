/** How a leak is reported: by the provider itself, by a platform of the network, or by anybody who filed by code (HN-NET-15.8). */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { checkStatedAt } from '../../../rules/hn-net/data-breach.ts';
import { HUB } from '../../../rules/hn-net/network.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { text } from '../../../rules/text.ts';
import { instant } from '../../engine/input.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { id } from '../../engine/typed.ts';
import { fileIds, partyKey, words } from '../dispute-input.ts';
import { everPlatform } from '../named-platform.ts';
import { conductOf, networkBody, registers, windowsIn } from '../words.ts';
import type { DataBreachOpening } from './contract.ts';
import { data } from './input.ts';

const formSchema = z
  .strictObject({
    provider: titled(
      partyKey.optional(),
      '泄露信息的服务商',
      'Provider that held the data',
      text('服务商泄露的填写。', 'Where a provider held it.'),
    ),
    platform: titled(
      refersTo(id.max(64), 'everPlatform').optional(),
      '泄露信息的平台',
      'Platform that held the data',
      text(
        '枢纽平台或者窗口平台泄露的填写；已取消资格的窗口也可以填写。',
        'Where the hub or a window held it, also one that has lost its qualification.',
      ),
    ),
    data,
    foundAt: titled(
      instant.optional(),
      '发现时间',
      'Found at',
      text('不填则为提交时间。', 'The time of filing if left out.'),
    ),
    account: titled(
      words,
      '情况说明',
      'What happened',
      text(
        '疑似泄露也请立即报告；不写泄露的信息本身。',
        'Report it at once even if you are not sure; do not write the data itself.',
      ),
    ),
    concerned: titled(
      z.boolean().default(false),
      '涉及本人的信息',
      'My own data is concerned',
      text('勾选的，告知所涉个人时一并通知您。', 'You are told when the persons concerned are.'),
    ),
    fileIds,
  })
  .refine(({ provider, platform }) => (provider === undefined) !== (platform === undefined), {
    path: ['provider'],
    error: bilingual(
      '请填写泄露信息的服务商或者平台，二者填一。',
      'name either the provider or the platform that held it',
    ),
  });

export const dataBreachIntake = intake({
  form: formSchema,

  lookUp: ({ provider }) => ({
    registers: [registers.windows],
    entries: provider === undefined ? [] : [{ register: registers.providers, party: provider }],
  }),

  file({ form, now, party, filer, entries }): Filing {
    const { provider = null, platform = null, foundAt = now, concerned } = form;
    refuseIssues(checkStatedAt('foundAt', foundAt, now));
    const entry = entries.find(({ register }) => register === registers.providers);
    if (provider !== null && entry === undefined) {
      refuse('INVALID_INPUT', '该服务商未在平台登记。', 'No such provider is registered.', { field: 'provider' });
    }
    // A window that has lost its qualification may have leaked data all the same: the hub looks into it.
    const held = platform === null ? null : everPlatform(platform, windowsIn(entries), 'platform');
    // Staff report for their platform, a provider for itself; only whoever else does is a party as who reported it.
    const reports = party !== provider && !filer.offices.some(({ role }) => role === 'reviewer');
    const opening: DataBreachOpening = {
      ...{ provider, platform, data: form.data, foundAt },
      reporterConcerned: reports && concerned,
    };
    return {
      subject: provider ?? party,
      title: entry?.name ?? held?.name.zh ?? party,
      parties: { ...(provider !== null && { provider: [provider] }), ...(reports && { reporter: [party] }) },
      // The hub looks into it, also where a window held the data: nobody looks into a leak of their own alone.
      body: networkBody(HUB),
      about: provider === null ? `platform:${platform}` : conductOf(provider),
      opening,
    };
  },
});
