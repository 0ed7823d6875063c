/** How a rights holder gives notice, with proof of the right and links to the items (HN-NET-09.1). */
import { z } from 'zod';
import { protectedRights } from '../../../rules/hn-net/infringement.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { files, shortText } from '../../engine/input.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { webAddress } from '../../engine/typed.ts';
import { partyKey, words } from '../dispute-input.ts';
import { namesOfOffers } from '../offers-named.ts';
import { itemOrOffer, offersNamed } from '../offers-named-input.ts';
import { answeringBody, registers } from '../words.ts';

export const infringementNoticeIntake = intake({
  form: z
    .strictObject({
      provider: titled(partyKey, '服务商', 'Provider'),
      right: titled(choice(protectedRights), '权利类型', 'Kind of right'),
      certificate: titled(
        shortText,
        '权利名称和证书编号',
        'The right and its number',
        text('例如第 12345678 号注册商标。', 'E.g. registered trademark no. 12345678.'),
      ),
      items: titled(
        z.array(webAddress).max(20).default([]),
        '侵权商品的链接',
        'Links to the items',
        text(
          '每条一个网址；本平台展示的服务(商品)可在下一项填写。',
          'One address each; offers on this platform can be named below.',
        ),
      ),
      offers: offersNamed,
      account: titled(words, '侵权说明', 'How they infringe it'),
      fileIds: titled(
        files(10).default([]),
        '权属和侵权证据',
        'Proof of the right and of the infringement',
        text(
          '证书和对比材料；无账户提交的，立案后凭查询码补充。',
          'Certificate and comparison; without an account, add them with the tracking code once the case is open.',
        ),
      ),
    })
    .refine(({ items, offers }) => items.length + offers.length > 0, itemOrOffer),

  lookUp: ({ provider: party }) => ({
    entries: [{ register: registers.providers, party }],
    cases: [{ kind: 'offerReview', subject: party }],
  }),

  file({ form, filer, party, entries: [entry], cases }): Filing {
    const { provider, right, certificate, items, offers, fileIds } = form;
    if (entry === undefined) {
      refuse('INVALID_INPUT', '该服务商未在平台登记。', 'No such provider is registered.', { field: 'provider' });
    }
    if (party === provider) {
      refuse('INVALID_INPUT', '不能对自己提出侵权通知。', 'You cannot give notice against yourself.', {
        field: 'provider',
      });
    }
    // Without an account files come with the tracking code, and nothing is done before there is proof.
    const hasAccount = filer.offices.some(({ role }) => role !== 'contact');
    if (hasAccount && fileIds.length === 0) {
      refuse('INVALID_INPUT', '请附权属和侵权证据。', 'Attach proof of the right and of the infringement.', {
        field: 'fileIds',
        facts: { requirement: 'HN-NET-09.1' },
      });
    }
    return {
      subject: provider,
      title: entry.name,
      parties: { holder: [party], provider: [provider] },
      body: answeringBody(entry),
      opening: {
        ...{ right, certificate, items: [...items, ...namesOfOffers(offers, cases)], proven: fileIds.length > 0 },
        ...(offers.length > 0 && { offers }),
      },
    };
  },
});
