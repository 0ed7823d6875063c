/** What the timeline says of each action of a registration (XC-05.3); contacts stand in the form alone. */
import { contactItems, endGrounds } from '../../../rules/hn-net/consumer.ts';
import { listed } from '../../../rules/phrases.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import { movedPlatform } from '../moved-platform.ts';
import type { consumerRegistration } from './contract.ts';

export const consumerRegistrationSentences: SentencesOf<typeof consumerRegistration> = {
  moveToPlatform: ({ bodyId }, { before, reading }) => movedPlatform(before, bodyId, reading),
  requestCorrection: ({ items }) => listed(items.map((item) => contactItems[item])),
  endRegistration: ({ ground }) => endGrounds[ground],
};
