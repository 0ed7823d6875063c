/** What the notices of a complaint are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { Text } from '../../../rules/text.ts';
import { text } from '../../../rules/text.ts';
import type { ComplaintTerms } from './terms.ts';

/** Of what a regime makes its samples. */
export interface ComplaintSample {
  readonly terms: ComplaintTerms;
  /** Code of a reason that can be complained of. */
  readonly reason: string;
  /** The title of the respondent as a party. */
  readonly respondent: Text;
  /** What follows from a finding, and from its being reopened. */
  readonly effects: { readonly found: Text; readonly reopened: Text };
  /** What happened and what is asked for, as the complaint and the finding say it. */
  readonly account: string;
  readonly claim: string;
  readonly found: string;
}

/** A sample of each notice that every complaint has. */
export function complaintSamplesOf({ terms, reason, respondent, effects, account, claim, found }: ComplaintSample) {
  const { clause, law } = terms;
  const duty = law.reasons[reason];
  if (duty === undefined) throw new Error(`There is no reason '${reason}'.`);
  const limit = { clause, platformRule: true } as const;
  const registration = sampleDeadline({
    ...limit,
    name: 'registration',
    title: text('登记投诉', 'Register the complaint'),
    lastDay: '2026-02-14',
    dueAt: '2026-02-15T00:00:00.000+08:00',
    workingDaysLeft: 1,
    consequence: text('逾期未登记的，提请负责人督办', 'It goes to the manager'),
  });
  const handling = sampleDeadline({
    ...limit,
    name: 'handling',
    title: text('办结投诉', 'Handle the complaint'),
    lastDay: '2026-03-13',
    dueAt: '2026-03-14T00:00:00.000+08:00',
    workingDaysLeft: 15,
    consequence: text('逾期未办结的，提请负责人督办', 'It goes to the manager'),
  });
  return {
    complaintReceived: {
      plannedAt: '2026-02-13T18:00:00.000+08:00',
      deadlines: [registration],
      ground: duty.title,
      orderNumber: 'DD-2026-0017',
      receivedAt: '2026-02-13T18:00:00.000+08:00',
    },
    complaintRegistered: {
      plannedAt: '2026-02-14T10:00:00.000+08:00',
      deadlines: [handling],
      registeredAt: '2026-02-14T10:00:00.000+08:00',
    },
    complaintAgainstProvider: {
      plannedAt: '2026-02-14T10:00:00.000+08:00',
      ground: duty.title,
      orderNumber: 'DD-2026-0017',
      happenedOn: '2026-02-03',
      account,
      claim,
    },
    complaintFileGrew: {
      by: respondent,
      what: text('答复说明', 'an answer to the complaint'),
      words: '发票已于2月10日寄出。',
      files: 2,
      at: '2026-02-25T15:00:00.000+08:00',
    },
    complaintFinding: {
      verdict: text('投诉成立', 'Upheld'),
      responsible: law.parties[law.respondent] ?? terms.respondent,
      breached: [duty.title],
      clause: duty.clause,
      reason: found,
      decidedAt: '2026-02-26T10:00:00.000+08:00',
      effect: effects.found,
      former: text('投诉不成立', 'Not upheld'),
      mediationOpen: true,
    },
    complaintReopened: {
      plannedAt: '2026-02-20T10:00:00.000+08:00',
      deadlines: [handling],
      former: text('投诉成立', 'Upheld'),
      reason: '被投诉方补交了寄送凭证',
      reopenedAt: '2026-02-20T10:00:00.000+08:00',
      effect: effects.reopened,
    },
    complaintWithdrawn: {
      withdrawnAt: '2026-02-26T10:00:00.000+08:00',
      reason: '问题已经解决',
      mediationGoesOn: true,
    },
    complaintOverdue: {
      duty: text('办结投诉', 'Handle the complaint'),
      overdueSince: '2026-03-14T00:00:00.000+08:00',
    },
  };
}
