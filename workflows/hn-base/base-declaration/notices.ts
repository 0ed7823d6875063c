/** The notices of this process. Results go to the base and to the department of its city (HN-BASE-03.4). */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

interface OfBase {
  readonly base: string;
  readonly year: number;
}
type Reasoned = OfBase & { readonly reason: Phrase };
const call = 'HN-BASE 三';
const selection = 'HN-BASE 四';

export const baseDeclarationNotices = {
  /** To the base; `deadlines[0]`: the day by which the city files. */
  declarationOpened: notice<OfBase>('HN-BASE-02.1', '示范基地申报已建立', 'Your declaration is open', call),
  /** To the base. */
  applicantGuided: asksFor(
    'addMaterials',
    sentWhile(
      notice<OfBase & { readonly comment: string }>(
        'HN-BASE-02.1',
        '示范基地申报指导意见',
        'Guidance on your declaration',
        call,
      ),
      { stages: ['PREPARING'] },
    ),
  ),
  /** To the base. */
  declarationReturned: asksFor(
    'addMaterials',
    adverse(
      sentWhile(notice<Reasoned>('HN-BASE-02.1', '示范基地申报退回修改', 'Your declaration is to be corrected', call), {
        stages: ['PREPARING'],
        latest: true,
      }),
    ),
  ),
  /** To the base; `deadlines[0]`: the day by which the city files. */
  recommended: notice<OfBase>('HN-BASE-02.2', '示范基地申报已获市州推荐', 'Your city recommends your base', call),
  /** To the base. */
  notRecommended: adverse(
    notice<Reasoned>('HN-BASE-01.1', '示范基地申报未获推荐', 'Your city does not recommend your base', 'HN-BASE 一'),
  ),
  /** To the base. */
  filedWithProvince: notice<OfBase & { readonly filedAt: Instant; readonly copies: number }>(
    'HN-BASE-02.2',
    '示范基地申报已报送',
    'Your declaration was filed with the province',
    call,
  ),
  /** To the city. */
  paperIncomplete: sentWhile(
    notice<OfBase & { readonly received: number; readonly needed: number; readonly filingDay: Day }>(
      'HN-BASE-02.3',
      '示范基地申报纸质材料不齐',
      'Paper copies are missing',
      call,
    ),
    { tasks: ['checkPaper'], latest: true },
  ),
  /** To the base and the city. */
  lateRefused: adverse(
    notice<OfBase & { readonly filingDay: Day; readonly filedAt: Instant }>(
      'HN-BASE-02.4',
      '示范基地申报逾期，不予受理',
      'The declaration came late and is not accepted',
      call,
    ),
  ),
  /** To the base and the city; `deadlines[0]`: the day of the final materials. */
  selected: asksFor(
    'fileRevision',
    notice<OfBase & { readonly score: number }>('HN-BASE-03.4', '示范基地申报入选', 'The base is selected', selection),
  ),
  /** To the base and the city. */
  notSelected: adverse(
    notice<Reasoned & { readonly score: number }>(
      'HN-BASE-03.4',
      '示范基地申报未入选',
      'The base is not selected',
      selection,
    ),
  ),
  /** To the base. */
  revisionReturned: asksFor(
    'fileRevision',
    adverse(
      sentWhile(notice<Reasoned>('HN-BASE-04.1', '定稿材料退回', 'Your final materials are returned', selection), {
        stages: ['FINALISING', 'FINAL_LATE'],
        fact: { at: 'revisedAt', is: 'nothing' },
        latest: true,
      }),
    ),
  ),
  /** To the base. */
  finalIncomplete: sentWhile(
    notice<OfBase & { readonly received: number; readonly needed: number; readonly disc: boolean }>(
      'HN-BASE-04.1',
      '定稿材料不齐',
      'Final materials are missing',
      selection,
    ),
    { deadlines: 'open', fact: { at: 'finalPaper.copies', is: ['{received}'] }, latest: true },
  ),
  /** To the base. */
  finalFiled: notice<OfBase & { readonly late: boolean }>(
    'HN-BASE-04.2',
    '定稿材料已接收',
    'Your final materials were taken',
    selection,
  ),
  /** To the base. */
  finalLate: asksFor(
    'fileRevision',
    adverse(
      sentWhile(
        notice<OfBase & { readonly finalDay: Day }>(
          'HN-BASE-04.2',
          '定稿材料逾期',
          'Your final materials are late',
          selection,
        ),
        { stages: ['FINAL_LATE'] },
      ),
    ),
  ),
  /** To the base. */
  finalRefused: adverse(
    notice<Reasoned>('HN-BASE-04.2', '定稿材料逾期，不予接收', 'Your final materials were not taken', selection),
  ),
};
