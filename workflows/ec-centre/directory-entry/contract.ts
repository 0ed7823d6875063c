import type { PartyKey } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import { monthsLadder, type Day, type Instant } from '../../../rules/time/index.ts';
import { correctContactBy } from '../../engine/contact.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { centre, contract, provider } from '../words.ts';
import type { DirectoryEntryInputs } from './input.ts';
import { directoryEntryNotices } from './notices.ts';

/** A service as the directory shows it; null where it is not said yet. */
export interface ListedService {
  readonly content: string;
  /** In words, e.g. 每月 800 元起: prices of services are seldom one amount. */
  readonly price: string | null;
}

/** What the directory says of a provider; public words of an institution. */
export interface Listing {
  readonly introduction: string | null;
  readonly services: readonly ListedService[];
}

export interface DirectoryEntryOpening {
  /** Name of the provider. */
  readonly name: string;
  /** Key and name of the centre whose directory it is. */
  readonly centre: PartyKey;
  readonly centreName: string;
  readonly listing: Listing;
}

export interface DirectoryEntryFacts extends DirectoryEntryOpening {
  admittedOn: Day | null;
  /** What the provider wants to be shown; null where it is what is published. */
  draft: Listing | null;
  published: (Listing & { readonly version: number; readonly at: Instant }) | null;
  confirmedOn: Day | null;
  removedOn: Day | null;
}

const entry = { clause: 'EC-CENTRE 4.5', requirement: 'EC-CENTRE-04.2' } as const;
const listing = { clause: 'EC-CENTRE 4.4', requirement: 'EC-CENTRE-03.1' } as const;
const dynamic = { clause: 'EC-CENTRE 4.4', requirement: 'EC-CENTRE-03.2' } as const;
const confirmation = { clause: 'EC-CENTRE 4.4', requirement: 'EC-CENTRE-03.3' } as const;
const stages = ['DRAFT', 'PUBLISHED', 'OUTDATED'] as const;
const shown = ['PUBLISHED', 'OUTDATED'] as const;

/** A provider in the directory of a centre, from entry to exit: EC-CENTRE-03, 04.2. */
export const directoryEntry = contract<{
  opening: DirectoryEntryOpening;
  facts: DirectoryEntryFacts;
  inputs: DirectoryEntryInputs;
}>()({
  kind: 'directoryEntry',
  prefix: 'ecd',
  mark: '电录',
  title: text('服务与服务商名录条目', 'Entry of the directory of a centre'),
  parties: { provider, centre },
  bodies: { authority: text('中心所在地商务主管部门', 'Commerce authority of the centre') },
  intake: { by: ['provider'] },
  stages: {
    DRAFT: text('拟订', 'Draft'),
    PUBLISHED: text('已公布', 'Published'),
    OUTDATED: text('待更新', 'Outdated'),
  },
  outcomes: {
    NOT_ADMITTED: text('未准入', 'Not admitted'),
    REMOVED: text('已移出名录', 'Removed'),
  },
  notices: directoryEntryNotices,
  tasks: { decideEntry: { title: text('决定服务商准入', 'Decide on the entry of a provider'), role: 'reviewer' } },
  deadlines: {
    confirmation: {
      ...confirmation,
      title: text('确认名录条目', 'Confirm the entry'),
      consequence: text('标记为待更新，不再安排服务', 'It is marked outdated, and no service is assigned to it'),
      platformRule: true,
      metBy: 'confirmEntry',
      servedBy: 'entryPublished',
      reading: 'unreached',
      ladder: monthsLadder,
    },
  },
  actions: {
    admitProvider: {
      ...entry,
      title: text('准入', 'Admit'),
      done: text('服务商已准入', 'Provider admitted'),
      event: 'PROVIDER_ADMITTED',
      by: [handling('reviewer')],
      at: ['DRAFT'],
      task: 'decideEntry',
      notBy: ['filer'],
    },
    refuseEntry: {
      ...entry,
      title: text('不予准入', 'Do not admit'),
      done: text('服务商未准入', 'Provider not admitted'),
      event: 'PROVIDER_NOT_ADMITTED',
      by: [handling('reviewer')],
      at: ['DRAFT'],
      adverse: true,
      task: 'decideEntry',
      notBy: ['filer'],
    },
    changeListing: {
      ...dynamic,
      title: text('修改条目内容', 'Change the entry'),
      done: text('条目内容已修改，待公布', 'Entry changed, to be published'),
      event: 'LISTING_CHANGED',
      by: [party('provider')],
      at: stages,
    },
    publishEntry: {
      ...listing,
      title: text('公布条目', 'Publish the entry'),
      done: text('条目已公布', 'Entry published'),
      event: 'ENTRY_PUBLISHED',
      by: [party('centre')],
      at: stages,
    },
    confirmEntry: {
      ...confirmation,
      title: text('确认条目仍然有效', 'Confirm that the entry is right'),
      done: text('条目已确认', 'Entry confirmed'),
      event: 'ENTRY_CONFIRMED',
      by: [party('provider'), party('centre')],
      at: shown,
    },
    exitProvider: {
      ...entry,
      title: text('退出名录', 'Decide on the exit'),
      done: text('服务商已退出名录', 'The provider has exited'),
      event: 'PROVIDER_EXITED',
      by: [handling('reviewer'), handling('manager')],
      at: stages,
      adverse: true,
      notBy: ['filer'],
    },
    leaveDirectory: {
      ...entry,
      title: text('自行退出', 'Leave the directory'),
      done: text('服务商自行退出', 'The provider has left'),
      event: 'PROVIDER_LEFT_DIRECTORY',
      by: [party('provider')],
      at: stages,
    },
    centreLeft: {
      ...entry,
      title: text('中心已退出', 'The centre has left'),
      event: 'CENTRE_LEFT',
      by: ['case'],
      at: stages,
    },
    correctContact: correctContactBy([party('provider')], entry.clause),
  },
});

/** A step of an entry. */
export type Entry = StepOf<typeof directoryEntry>;
