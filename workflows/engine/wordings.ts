/** What lies beside a contract for its mails, as the compiler knows it: the wording of each notice of its own, and a sample of it. */
import type { NoticeCommon } from '../../rules/notices.ts';
import type { Wording } from '../../rules/notices/content.ts';
import type { CommonNotices } from './common-contract.ts';
import type { ProcessContract } from './contract.ts';
import type { NoticeDataOf, NoticeOf } from './types.ts';

/** Notices that a process declares itself; those common to all are worded once. */
export type OwnNoticeOf<C extends ProcessContract> = Exclude<NoticeOf<C>, keyof CommonNotices>;

/** `wording.ts` beside a contract exports these as `<kind>Wording`. */
export type WordingsOf<C extends ProcessContract> = {
  readonly [N in OwnNoticeOf<C>]: Wording<NoticeDataOf<C, N>>;
};

/** `samples.ts` beside a contract exports these as `<kind>Samples`: what each notice is told with in tests. */
export type SamplesOf<C extends ProcessContract> = {
  readonly [N in OwnNoticeOf<C>]: NoticeDataOf<C, N> & Partial<NoticeCommon>;
};
