import { text } from '../../../rules/text.ts';
import { contract } from '../words.ts';
import type { PlatformDisclosureInputs } from './input.ts';

/** What is published stands in the form alone: it names people, and the public page reads it there. */
export interface PlatformDisclosureOpening {
  /** How many liaison officers it names. */
  readonly officers: number;
  /** Working days within which a provider accepts a request that the platform gives it; null where it publishes none (HN-NET-04.1, 05.10). */
  readonly handlingDays: number | null;
}

export type PlatformDisclosureFacts = PlatformDisclosureOpening;

/**
 * What a platform publishes of its liaison officers and of the public services of government departments that it carries: HN-NET-05.7, 24.3.
 * Each filing takes the place of the one before on the public page; all of them are kept, and the register says when each stood.
 */
export const platformDisclosure = contract<{
  opening: PlatformDisclosureOpening;
  facts: PlatformDisclosureFacts;
  inputs: PlatformDisclosureInputs;
}>()({
  kind: 'platformDisclosure',
  prefix: 'pds',
  mark: '公开',
  title: text('服务平台公开信息', 'What a platform publishes'),
  parties: { platform: { title: text('服务平台', 'Platform'), roles: ['reviewer', 'manager'] } },
  intake: { by: ['reviewer'] },
  stages: { SUBMITTED: text('已提交', 'Submitted') },
  outcomes: { PUBLISHED: text('已公开', 'Published') },
  notices: {},
  tasks: {},
  deadlines: {},
  actions: {},
});
