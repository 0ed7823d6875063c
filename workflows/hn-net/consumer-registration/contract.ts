import type { ConsumerKind, ContactItem } from '../../../rules/hn-net/consumer.ts';
import { text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import { consumer, contract } from '../words.ts';
import type { ConsumerRegistrationInputs } from './input.ts';
import { consumerRegistrationNotices } from './notices.ts';

/** What a registration begins with; name, numbers and contacts stand in the record of its form alone. */
export interface ConsumerRegistrationOpening {
  readonly kind: ConsumerKind;
  /** The platform at which it registers: its members count for that one (HN-NET-03). */
  readonly platform: string;
}

/** What a registration remembers. */
export interface ConsumerRegistrationFacts {
  readonly kind: ConsumerKind;
  readonly platform: string;
  /** Day from which the registration holds. */
  registeredOn: Day | null;
  /** When a reviewer last found the identity plausible; null until then. The registration holds all the same. */
  identityCheckedAt: Instant | null;
  /** What was to be put right, and when the consumer did so; null if nothing was. */
  correction: { readonly items: readonly ContactItem[]; readonly askedAt: Instant; answeredAt: Instant | null } | null;
}

/** Registration of a consumer: HN-NET-01.3, 18. */
export const consumerRegistration = contract<{
  opening: ConsumerRegistrationOpening;
  facts: ConsumerRegistrationFacts;
  inputs: ConsumerRegistrationInputs;
}>()({
  kind: 'consumerRegistration',
  prefix: 'con',
  mark: '消登',
  retention: 'IDENTITY',
  title: text('消费者注册', 'Consumer registration'),
  parties: { consumer },
  intake: { by: ['consumer'] },
  stages: {
    REGISTERED: text('已注册', 'Registered'),
  },
  outcomes: {
    CLOSED: text('已由本人注销', 'Closed by the consumer'),
    ENDED_BY_PLATFORM: text('信息不实，平台已终止注册', 'Ended by the platform: information not true'),
  },
  notices: consumerRegistrationNotices,
  tasks: {
    checkIdentity: { title: text('核对注册信息', 'Check the information registered'), role: 'reviewer' },
  },
  deadlines: {},
  actions: {
    updateContact: {
      title: text('更新地址和联系方式', 'Bring address and contact up to date'),
      done: text('地址和联系方式已更新', 'Address and contact brought up to date'),
      event: 'CONSUMER_CONTACT_UPDATED',
      withholds: ['address', 'telephone', 'email'],
      personal: ['address', 'telephone', 'email'],
      by: [party('consumer')],
      at: ['REGISTERED'],
      clause: 'HN-NET 第十八条',
      requirement: 'HN-NET-18.2',
    },
    closeRegistration: {
      title: text('注销注册', 'Close the registration'),
      done: text('消费者注销注册', 'Registration closed by the consumer'),
      event: 'CONSUMER_REGISTRATION_CLOSED',
      by: [party('consumer')],
      at: ['REGISTERED'],
      clause: 'HN-NET 第十八条',
      requirement: 'HN-NET-18.1',
    },
    confirmIdentity: {
      title: text('确认信息可信', 'Find the information plausible'),
      done: text('注册信息经核对可信', 'Information found plausible'),
      event: 'CONSUMER_IDENTITY_CONFIRMED',
      by: [handling('reviewer')],
      at: ['REGISTERED'],
      clause: 'HN-NET 第十八条',
      requirement: 'HN-NET-18.2',
      task: 'checkIdentity',
      notBy: ['filer'],
    },
    requestCorrection: {
      title: text('要求更正联系信息', 'Ask for address or contact to be put right'),
      done: text('已要求更正联系信息', 'Address or contact asked to be put right'),
      event: 'CONSUMER_CORRECTION_REQUESTED',
      by: [handling('reviewer')],
      at: ['REGISTERED'],
      clause: 'HN-NET 第十八条',
      requirement: 'HN-NET-18.2',
      task: 'checkIdentity',
      notBy: ['filer'],
      adverse: true,
    },
    moveToPlatform: {
      title: text('转由另一平台服务', 'Move to another platform'),
      done: text('转由另一平台服务', 'Moved to another platform'),
      event: 'PLATFORM_CHANGED',
      by: ['case'],
      at: ['REGISTERED'],
      clause: 'HN-NET 第二十四条',
      requirement: 'HN-NET-25.2',
      reading: 'windows',
      adverse: true,
    },
    endRegistration: {
      title: text('终止注册（信息不实）', 'End the registration: information not true'),
      done: text('平台终止注册', 'Registration ended by the platform'),
      event: 'CONSUMER_REGISTRATION_ENDED',
      by: [handling('reviewer')],
      at: ['REGISTERED'],
      clause: 'HN-NET 第十八条',
      requirement: 'HN-NET-18.2',
      task: 'checkIdentity',
      notBy: ['filer'],
      adverse: true,
    },
  },
});
