/** The notices of this process, all to the accused. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import { CLAUSE } from './terms.ts';

export const fraudSanctionNotices = {
  fraudSuspected: asksFor(
    'giveStatement',
    adverse(
      sentWhile(
        notice<{ readonly suspicion: string; readonly records: number; readonly openedAt: Instant }>(
          'HN-NET-26.1',
          '涉嫌编造服务记录，请陈述申辩',
          'Suspected fabrication: state your case',
          CLAUSE,
        ),
        { stages: ['SUSPECTED'] },
      ),
      'stated',
    ),
  ),
  fraudConfirmed: adverse(
    notice<{ readonly falseRecords: number; readonly reason: Phrase; readonly on: Day }>(
      'HN-NET-26.4',
      '编造、篡改服务记录的认定',
      'Fabrication confirmed',
      CLAUSE,
    ),
  ),
  fraudNotConfirmed: notice<{ readonly reason: Phrase; readonly decidedAt: Instant }>(
    'HN-NET-26.4',
    '涉嫌编造服务记录未予认定',
    'Suspicion not confirmed',
    CLAUSE,
  ),
  /** One for each sanction; `deadlines[0]` of a recovery: the day by which to pay. */
  sanctionDecided: adverse(
    notice<{
      readonly sanction: Text;
      readonly what?: Phrase;
      readonly reason: Phrase;
      readonly decidedAt: Instant;
    }>('HN-NET-26.1', '处理决定', 'Sanction decided', CLAUSE),
  ),
  recoveryOverdue: adverse(
    sentWhile(
      notice<{ readonly outstanding: number; readonly passedAt: Instant }>(
        'HN-NET-26.1',
        '财政资金逾期未返还',
        'Public funds are overdue',
        CLAUSE,
      ),
      { tasks: ['enforceRecovery'], latest: true },
    ),
  ),
  recoveryPaid: notice<{ readonly amount: number; readonly outstanding: number; readonly recordedAt: Instant }>(
    'HN-NET-26.1',
    '财政资金返还已登记',
    'Your payment is on record',
    CLAUSE,
  ),
  recoveryEnded: notice<{ readonly outstanding: number; readonly reason: Phrase; readonly decidedAt: Instant }>(
    'HN-NET-26.1',
    '财政资金追回已终止',
    'The recovery of public funds has ended',
    CLAUSE,
  ),
  fraudReferred: adverse(
    notice<{ readonly addressee: string; readonly reason: Phrase; readonly referredAt: Instant }>(
      'HN-NET-26.3',
      '案件移送告知',
      'Your case has been referred',
      CLAUSE,
    ),
  ),
};
