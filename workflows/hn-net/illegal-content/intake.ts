/** How unlawful content comes to the hub: reported by anybody, found by its own monitoring, or demanded by an authority (HN-NET-08). */
import { HUB } from '../../../rules/hn-net/network.ts';
import { z } from 'zod';
import { checkKnownAt, contentSources, type ContentSource } from '../../../rules/hn-net/unlawful-content.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { text } from '../../../rules/text.ts';
import { choice, some } from '../../engine/choice.ts';
import { instant } from '../../engine/input.ts';
import { intake, type Filed, type Filing } from '../../engine/intake.ts';
import { filledInBy, titled } from '../../engine/titled.ts';
import { fileIds, partyKey, words } from '../dispute-input.ts';
import { worksFor } from '../staff-filing.ts';
import { conductOf, networkBody } from '../words.ts';
import type { IllegalContentOpening } from './contract.ts';
import { namesOfOffers } from '../offers-named.ts';
import { itemOrOffer, offersNamed } from '../offers-named-input.ts';
import { breachCode, itemsIfAny } from './input.ts';
import { knownOf, lookUpProvider } from './known.ts';

const formSchema = z
  .strictObject({
    provider: titled(partyKey, '服务商', 'Provider'),
    items: itemsIfAny,
    offers: offersNamed,
    breach: breachCode,
    account: titled(
      words,
      '情况说明',
      'What it is',
      text('内容及其违法之处。', 'The content, and what is wrong with it.'),
    ),
    source: titled(
      filledInBy(choice(some(contentSources, 'MONITORING', 'AUTHORITY')).optional(), 'reviewer'),
      '来源',
      'How it is known',
      text('仅由枢纽平台工作人员填写。', 'Filled in by staff of the hub alone.'),
    ),
    knownAt: titled(
      filledInBy(instant.optional(), 'reviewer'),
      '知悉时间',
      'Known since',
      text(
        '仅由枢纽平台工作人员填写；不填则为提交时间。',
        'By staff of the hub alone; the time of filing if left out.',
      ),
    ),
    fileIds,
  })
  .refine(({ items: addresses, offers }) => addresses.length + offers.length > 0, itemOrOffer);

type ContentForm = z.output<typeof formSchema>;

export const illegalContentIntake = intake({
  form: formSchema,

  lookUp: ({ provider }) => lookUpProvider(provider),

  file(filed): Filing {
    const { form, now, party, entries, cases } = filed;
    const [entry] = entries;
    if (entry === undefined) {
      refuse('INVALID_INPUT', '该服务商未在平台登记。', 'No such provider is registered.', { field: 'provider' });
    }
    if (party === form.provider) {
      refuse('INVALID_INPUT', '不能举报自己。', 'You cannot report yourself.', { field: 'provider' });
    }
    const source = sourceOf(filed);
    const { provider, items: addresses, offers, breach, knownAt = now } = form;
    refuseIssues(checkKnownAt(knownAt, now));
    const opening: IllegalContentOpening = {
      provider,
      items: [...addresses, ...namesOfOffers(offers, cases)],
      ...(offers.length > 0 && { offers }),
      alleged: breach,
      source,
      knownAt,
      ...knownOf(cases),
    };
    return {
      subject: provider,
      title: entry.name,
      parties: source === 'REPORT' ? { reporter: [party] } : {},
      // Duties of a trading platform are the hub's, whichever window brought the provider in.
      body: networkBody(HUB),
      about: conductOf(provider),
      opening,
    };
  },
});

/** Staff of the hub file what they have found or were told; whoever else files reports it, and at that moment. */
function sourceOf({ form: { source, knownAt }, filer }: Filed<ContentForm>): ContentSource {
  if (worksFor(filer, networkBody(HUB))) return source ?? 'MONITORING';
  const field = source !== undefined ? 'source' : knownAt !== undefined ? 'knownAt' : undefined;
  if (field === undefined) return 'REPORT';
  refuse('INVALID_INPUT', '此项仅由枢纽平台工作人员填写。', 'Leave this out: staff of the hub alone fill it in.', {
    field,
  });
}
