import type { EntryKind } from '../../../rules/ah/entries.ts';
import { text } from '../../../rules/text.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, member } from '../words.ts';
import type { ServiceEntryInputs } from './input.ts';
import { serviceEntryNotices } from './notices.ts';

export interface ServiceEntryOpening {
  readonly entry: EntryKind;
  /** Credit codes of the enterprises that were led in, or of the institutions that were recognised; none for a product. */
  readonly enterprises: readonly string[];
  /** True for a product of public benefit or low fee. */
  readonly benefit: boolean;
}

export type ServiceEntryFacts = ServiceEntryOpening;

const products = { clause: 'AH-EVAL 附件1(自身建设)', requirement: 'AH-EVAL-02.14' } as const;
const users = { clause: 'AH-EVAL 附件1(注册用户)', requirement: 'AH-EVAL-02.5' } as const;

/** What a member enters of its service: enterprises led in, of which each counts once, and products, which count as long as they are in service. */
export const serviceEntry = contract<{
  opening: ServiceEntryOpening;
  facts: ServiceEntryFacts;
  inputs: ServiceEntryInputs;
}>()({
  kind: 'serviceEntry',
  prefix: 'sen',
  mark: '数据',
  title: text('服务数据录入', 'Entry of service data'),
  parties: { member },
  bodies: { platform: text('省综合服务平台', 'Provincial platform') },
  intake: { by: ['provider', 'reviewer'] },
  stages: { IN_SERVICE: text('在服务', 'In service') },
  outcomes: {
    WITHDRAWN: text('已停止服务', 'Out of service'),
    EXCLUDED: text('核查不实，不计入', 'Found untrue: it does not count'),
  },
  notices: serviceEntryNotices,
  tasks: {},
  deadlines: {},
  actions: {
    withdrawProduct: {
      ...products,
      title: text('停止服务', 'Take out of service'),
      done: text('产品已停止服务', 'Product out of service'),
      event: 'PRODUCT_WITHDRAWN',
      by: [party('member')],
      at: ['IN_SERVICE'],
    },
    excludeEntry: {
      ...users,
      title: text('核查不实，不计入', 'Exclude what is untrue'),
      done: text('核查不实，不计入', 'Found untrue: it does not count'),
      event: 'ENTRY_EXCLUDED',
      by: [handling('reviewer')],
      at: ['IN_SERVICE'],
      adverse: true,
      notBy: ['filer'],
    },
  },
});

/** A step of an entry. */
export type Entry = StepOf<typeof serviceEntry>;
