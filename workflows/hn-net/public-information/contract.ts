import type { Publication } from '../../../rules/hn-net/publication.ts';
import { text } from '../../../rules/text.ts';
import type { Day } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract } from '../words.ts';
import type { PublicInformationInputs } from './input.ts';

/** What is known of it beside its words, which stand in the form. */
export interface PublicInformationOpening extends Publication {
  /** Id of the publication that it takes the place of. */
  readonly replaces: string | null;
}

export interface PublicInformationFacts extends PublicInformationOpening {
  /** What took its place, and since when. */
  replacedBy: { readonly caseId: string; readonly on: Day } | null;
}

const published = { clause: 'HN-NET 第七条第二项', requirement: 'HN-NET-05.2' } as const;

/**
 * What a body of the network publishes for everybody: information with its source and date, rules with scope and days, standards and
 * interfaces with their version (HN-NET-05.2, 16.2, 16.4, 16.6, 27.1). What was taken back or replaced stays on record.
 */
export const publicInformation = contract<{
  opening: PublicInformationOpening;
  facts: PublicInformationFacts;
  inputs: PublicInformationInputs;
}>()({
  kind: 'publicInformation',
  prefix: 'pub',
  mark: '信息',
  title: text('公开信息', 'Public information'),
  parties: { publisher: { title: text('发布机构', 'Publisher'), roles: ['reviewer', 'manager'] } },
  intake: { by: ['reviewer'] },
  stages: { PUBLISHED: text('已发布', 'Published') },
  outcomes: {
    REPLACED: text('已由新版取代', 'Replaced by a newer one'),
    EXPIRED: text('有效期届满', 'No longer in force'),
    WITHDRAWN: text('已撤回', 'Taken back'),
  },
  notices: {},
  tasks: {},
  deadlines: {
    inForce: {
      ...published,
      title: text('开始施行', 'It is in force from then on'),
      consequence: text('自施行之日起取代旧版', 'It takes the place of the one before from that day on'),
      duty: false,
      ladder: [],
    },
    expiry: {
      ...published,
      title: text('有效期届满', 'It is in force until then'),
      consequence: text('不再作为现行内容公开', 'It is not shown as in force any more'),
      duty: false,
      ladder: [],
    },
  },
  actions: {
    takeBack: {
      ...published,
      title: text('撤回', 'Take it back'),
      done: text('已撤回', 'Taken back'),
      event: 'INFORMATION_WITHDRAWN',
      by: [handling('reviewer'), handling('manager')],
      at: ['PUBLISHED'],
      adverse: true,
    },
    beReplaced: {
      ...published,
      title: text('由新版取代', 'Replaced by a newer one'),
      event: 'INFORMATION_REPLACED',
      by: ['case'],
      at: ['PUBLISHED'],
    },
  },
});

/** A step of a publication. */
export type PublishedStep = StepOf<typeof publicInformation>;
