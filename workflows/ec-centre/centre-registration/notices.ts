/** The notices of this process. Findings are told as what they are: nothing follows from them (EC-CENTRE-08.6). */
import { adverse, notice, type Phrase } from '../../../rules/notices.ts';
import type { Text } from '../../../rules/text.ts';

interface Standing {
  readonly name: string;
  readonly class: Text;
  /** What is not as the standard has it. */
  readonly findings: readonly Phrase[];
}

export const centreRegistrationNotices = {
  /** To the centre. */
  centreRegistered: notice<Standing>('EC-CENTRE-01.6', '中心已登记', 'Your centre is registered', 'EC-CENTRE 3.2'),
  /** To the centre. */
  centreDeclined: adverse(
    notice<{ readonly name: string; readonly reason: Phrase }>(
      'EC-CENTRE-01.6',
      '中心不予登记',
      'Your centre is not registered',
      'EC-CENTRE 3.2',
    ),
  ),
  /** To the centre; its class or what was found has changed. */
  standingChanged: notice<Standing & { readonly before: Text }>(
    'EC-CENTRE-01.6',
    '中心类别和核对情况更新',
    'Class and findings of your centre',
    'EC-CENTRE 3.2',
  ),
};
