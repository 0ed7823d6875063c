/** The notices of this process. */
import { notice } from '../../../rules/notices.ts';
import type { ToldOfRelease } from '../data-release.ts';

export const authorityRequestNotices = {
  /** To the provider, where it is told. */
  dataReleased: notice<ToldOfRelease & { readonly requesterName: string }>(
    'HN-NET-08.5',
    '依请求提供资料告知',
    'Your data were supplied on a written request',
    'HN-NET 第八条第六项',
  ),
};
