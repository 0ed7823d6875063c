/** The notices of this process. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

/** A service that is not shown, by its code, and why. */
export interface Withheld {
  readonly service: string;
  readonly reason: Phrase;
}

/** What is to be put right, and why. */
interface Returned {
  readonly items: readonly Phrase[];
  readonly reason: Phrase;
}

export const providerRegistrationNotices = {
  registrationReceived: notice<{
    readonly filedAt: Instant;
    /** What stands in the way as the form was filed. */
    readonly grounds: readonly Text[];
  }>('HN-NET-06.1', '登记申请已受理', 'Registration received', 'HN-NET 第八条第二项'),
  /** `deadlines[0]`, if given: the time to correct. */
  registrationReturned: asksFor(
    'correctApplication',
    adverse(
      sentWhile(
        notice<Returned>(
          'HN-NET-06.2',
          '登记申请退回补正',
          'Registration returned for correction',
          'HN-NET 第九条第一项',
        ),
        { stages: ['RETURNED'], latest: true },
      ),
    ),
  ),
  correctionTimeOver: notice<{ readonly endedAt: Instant }>(
    'HN-NET-06.2',
    '补正期限已过',
    'The time to correct is over',
    'HN-NET 第九条第一项',
  ),
  /** `deadlines[0]`: the first verification. */
  providerRegistered: notice<{ readonly registeredOn: Day; readonly withheld: readonly Withheld[] }>(
    'HN-NET-06.1',
    '登记审查通过',
    'You are registered',
    'HN-NET 第八条第二项',
  ),
  registrationRefused: adverse(
    notice<{
      readonly ground: Text;
      readonly reason: Phrase;
      readonly decidedAt: Instant;
      readonly clause: string;
    }>('HN-NET-05.1', '登记申请不予通过', 'Registration refused', 'HN-NET 第八条第二项'),
    'stated',
  ),
  registrationWithdrawn: notice<{ readonly withdrawnAt: Instant; readonly reason?: Phrase }>(
    'HN-NET-06.1',
    '登记申请已撤回',
    'Registration withdrawn',
    'HN-NET 第八条第二项',
  ),
  /** `deadlines[0]`: the day by which it is to be answered. */
  verificationAsked: asksFor(
    'submitData',
    sentWhile(
      notice<{ readonly registeredOn: Day }>(
        'HN-NET-06.1',
        '请核实登记信息',
        'Please verify your registered data',
        'HN-NET 第八条第二项',
      ),
      { deadlines: 'open' },
    ),
  ),
  /** `deadlines[0]`: when the listing is suspended. */
  verificationOverdue: asksFor(
    'submitData',
    adverse(
      sentWhile(
        notice<{ readonly dueOn: Day }>(
          'HN-NET-06.7',
          '登记信息核实已逾期',
          'Verification overdue',
          'HN-NET 第八条第二项',
        ),
        { deadlines: 'open' },
      ),
    ),
  ),
  listingSuspended: adverse(
    notice<{
      readonly cause: Text;
      readonly suspendedAt: Instant;
      readonly clause: string;
      /** True if it comes back as soon as the data are verified. */
      readonly untilVerified: boolean;
      readonly reason?: Phrase;
    }>('HN-NET-06.7', '暂停展示通知', 'Your listing is suspended', 'HN-NET 第八条第二项'),
    'stated',
  ),
  listingRestored: notice<{
    readonly cause: Text;
    readonly reason: Phrase;
    readonly restoredAt: Instant;
    /** Causes for which it stays suspended all the same. */
    readonly remaining: readonly Text[];
    readonly clause: string;
  }>('HN-NET-06.7', '解除暂停展示', 'Suspension lifted', 'HN-NET 第八条第二项'),
  /** `deadlines[0]`: the next verification. */
  dataAccepted: notice<{
    readonly acceptedAt: Instant;
    /** True if it answers the verification that was asked for. */
    readonly verified: boolean;
    /** True if the listing, which was suspended until verification, is back. */
    readonly restored: boolean;
    readonly withheld: readonly Withheld[];
    readonly remaining: readonly Text[];
  }>('HN-NET-06.1', '登记信息核实通过', 'Your registered data are in order', 'HN-NET 第八条第二项'),
  /** `deadlines[0]`, if given: the time to answer again. */
  dataReturned: asksFor(
    'submitData',
    adverse(
      sentWhile(
        notice<Returned>(
          'HN-NET-06.1',
          '登记信息退回补正',
          'Your data were returned for correction',
          'HN-NET 第八条第二项',
        ),
        { latest: true },
      ),
    ),
  ),
  papersExpired: asksFor(
    'submitData',
    sentWhile(
      adverse(
        notice<{ readonly papers: readonly Text[]; readonly expiredSince: Day }>(
          'HN-NET-06.4',
          '证照已过有效期',
          'A licence or permit has expired',
          'HN-NET 第九条第二项',
        ),
      ),
      { tasks: ['expiredPapers'] },
    ),
  ),
  providerDeregistered: adverse(
    notice<{
      readonly ground: Text;
      readonly deregisteredOn: Day;
      readonly clause: string;
      readonly atOwnWish: boolean;
      readonly reason?: Phrase;
    }>('HN-NET-06.1', '登记已注销', 'Registration ended', 'HN-NET 第八条第二项'),
    'stated',
  ),
  contestDecided: adverse(
    notice<{ readonly result: Text; readonly entry: string; readonly reason: Phrase; readonly decidedAt: Instant }>(
      'HN-NET-12.2',
      '信用记录异议处理结果',
      'Decision on your contest of the credit record',
      'HN-NET 第八条第十一项',
    ),
  ),
  /** The registration ended before they were decided. */
  contestsEnded: adverse(
    notice<{ readonly entries: readonly string[]; readonly endedOn: Day }>(
      'HN-NET-12.2',
      '信用记录异议终止通知',
      'Your contests of the credit record have ended',
      'HN-NET 第八条第十一项',
    ),
  ),
  platformChanged: adverse(
    notice<{ readonly reason: Phrase; readonly movedAt: Instant }>(
      'HN-NET-16.7',
      '负责平台变更通知',
      'Another platform answers for you',
      'HN-NET 第十三条',
    ),
  ),
};
