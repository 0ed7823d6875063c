/** How a service is asked for: by its consumer, without an account, or by a call agent of the platform for a caller or visitor (HN-NET-05.3). */
import { HUB } from '../../../rules/hn-net/network.ts';
import { z } from 'zod';
import { channels, freeServices, serviceCategories, type Channel } from '../../../rules/hn-net/service-request.ts';
import { personKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { choice, some } from '../../engine/choice.ts';
import { reachable } from '../../engine/contact-fields.ts';
import { intake, type Filed, type Filing } from '../../engine/intake.ts';
import { filledInBy, titled } from '../../engine/titled.ts';
import { fileIds, partyKey, platformId, words } from '../dispute-input.ts';
import { namedPlatform, type Named } from '../named-platform.ts';
import { worksFor } from '../staff-filing.ts';
import { entryIn, registers, windowsIn } from '../words.ts';
import type { ServiceRequestOpening } from './contract.ts';

const formSchema = z.strictObject({
  platform: titled(
    platformId.default(HUB),
    '受理平台',
    'Platform',
    text('向哪个平台提出；不填则为枢纽平台。', 'Which platform is asked; the hub if left out.'),
  ),
  category: titled(choice(serviceCategories), '服务类别', 'Category of the service'),
  publicService: titled(
    choice(
      Object.fromEntries(Object.entries(freeServices).map(([code, { title }]) => [code, title])) as Titles,
    ).optional(),
    '公共服务事项',
    'Public service',
    text('属于免费公共服务的，选择其事项。', 'Which of the free public services it is, if it is one.'),
  ),
  need: titled(
    words,
    '服务需求',
    'What is needed',
    text('需要什么服务、何时需要。', 'Which service is needed, and when.'),
  ),
  requester: titled(
    reachable(text('联系人', 'Contact')).optional(),
    '联系人',
    'Contact',
    text(
      '服务商据此联系，仅用于本次服务；工作人员代为登记的必填。',
      'Whom the provider calls, for this service alone; needed where staff enter the request for somebody.',
    ),
  ),
  channel: titled(
    filledInBy(choice(some(channels, 'HOTLINE', 'ON_SITE')).optional(), 'reviewer'),
    '受理渠道',
    'Channel',
    text('由工作人员代为登记时填写；不填则为电话。', 'Where staff enter it for somebody; telephone if left out.'),
  ),
  consumer: titled(
    filledInBy(partyKey.optional(), 'reviewer'),
    '已注册的消费者',
    'Registered consumer',
    text('来电人已注册的，按名称查找。', 'The caller, if registered as a consumer.'),
  ),
  fileIds,
});

type Titles = Readonly<Record<keyof typeof freeServices, (typeof freeServices)[keyof typeof freeServices]['title']>>;
type Asked = Filed<z.output<typeof formSchema>>;

export const serviceRequestIntake = intake({
  form: formSchema,

  lookUp: ({ consumer }) => ({
    registers: [registers.windows],
    entries: consumer === undefined ? [] : [{ register: registers.consumers, party: consumer }],
  }),

  file(filed): Filing {
    const { platform, category, publicService = null } = filed.form;
    const asked = namedPlatform(platform, windowsIn(filed.entries), 'platform');
    const { channel, consumer, name } = isOwn(filed) ? ownRequest(filed) : enteredFor(filed, asked);
    const { body, party } = asked;
    const opening: ServiceRequestOpening = { channel, category, publicService, platform };
    // A caller without an account is nobody of the records: the platform that was called stands in the place.
    const subject = consumer ?? party;
    return {
      subject,
      title: name,
      parties: { consumer: [subject] },
      body,
      bodies: { platform: body },
      opening,
    };
  },
});

interface Requested {
  readonly channel: Channel;
  readonly consumer: string | null;
  readonly name: string;
}

function isOwn({ filer, party }: Asked): boolean {
  return filer.offices.some(
    ({ role, party: of }) => (role === 'consumer' || role === 'contact') && (of ?? personKey(filer.id)) === party,
  );
}

function ownRequest({ form, party, filerName }: Asked): Requested {
  const field = form.channel !== undefined ? 'channel' : form.consumer !== undefined ? 'consumer' : null;
  if (field !== null) {
    refuse(
      'INVALID_INPUT',
      '受理渠道和已注册的消费者由工作人员代为登记时填写。',
      'Channel and registered consumer are filled in by staff alone.',
      { field },
    );
  }
  return { channel: 'ONLINE', consumer: party, name: filerName };
}

/** A call agent enters it for a caller, or somebody at the counter for a visitor. */
function enteredFor({ form, filer, entries }: Asked, { named, body }: Named): Requested {
  const { requester: contact, consumer, channel = 'HOTLINE' } = form;
  if (!worksFor(filer, body)) {
    refuse(
      'OUT_OF_SCOPE',
      '工作人员只能在本平台代他人登记服务需求。',
      'Staff enter requests for others at their own platform alone.',
      { field: 'platform' },
    );
  }
  if (contact === undefined) {
    refuse('INVALID_INPUT', '请填写联系人。', 'Name whom the request is entered for.', { field: 'requester' });
  }
  if (consumer === undefined) return { channel, consumer: null, name: named.name.zh };
  const entry = entryIn(entries, registers.consumers);
  if (entry === undefined) {
    refuse('INVALID_INPUT', '没有登记该消费者；未注册的不填。', 'No such consumer is registered; leave it out.', {
      field: 'consumer',
    });
  }
  return { channel, consumer, name: entry.name };
}
