/** The notices of this process. */
import { asksFor, adverse, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';

interface OfEntry {
  readonly name: string;
  readonly centre: string;
}

export const directoryEntryNotices = {
  /** To provider and centre. */
  providerAdmitted: notice<OfEntry>('EC-CENTRE-04.2', '服务商准入', 'Admitted to the directory', 'EC-CENTRE 4.5'),
  /** To the provider. */
  entryRefused: adverse(
    notice<OfEntry & { readonly reason: Phrase }>(
      'EC-CENTRE-04.2',
      '服务商未准入',
      'Not admitted to the directory',
      'EC-CENTRE 4.5',
    ),
  ),
  /** To the centre, which publishes. */
  listingChanged: asksFor(
    'publishEntry',
    sentWhile(notice<OfEntry>('EC-CENTRE-03.2', '名录条目待公布', 'An entry is to be published', 'EC-CENTRE 4.4'), {
      fact: { at: 'draft', is: 'something' },
      latest: true,
    }),
  ),
  /** To the provider; `deadlines[0]`: the time to confirm it. */
  entryPublished: notice<OfEntry & { readonly version: number; readonly publishedAt: Instant }>(
    'EC-CENTRE-03.2',
    '名录条目已公布',
    'Your entry is published',
    'EC-CENTRE 4.4',
  ),
  /** To provider and centre: the entry is to be confirmed. */
  entryOutdated: asksFor(
    'confirmEntry',
    adverse(
      sentWhile(
        notice<OfEntry & { readonly confirmedOn: Day }>(
          'EC-CENTRE-03.3',
          '名录条目待更新，请确认',
          'Your entry is outdated: please confirm it',
          'EC-CENTRE 4.4',
        ),
        { stages: ['OUTDATED'] },
      ),
    ),
  ),
  /** To provider and centre. */
  providerExited: adverse(
    notice<OfEntry & { readonly reason: Phrase; readonly removedOn: Day }>(
      'EC-CENTRE-04.2',
      '退出服务商名录',
      'Exit from the directory',
      'EC-CENTRE 4.5',
    ),
  ),
};
