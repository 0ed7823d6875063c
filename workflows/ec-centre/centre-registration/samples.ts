/** What the notices of this process are told with in tests. */
import { centreClasses } from '../../../rules/ec-centre/centre.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { centreRegistration } from './contract.ts';

const name = '义乌市电子商务公共服务中心';
const findings = [text('专职工作人员：3 人，至少 4 人', 'full-time staff: 3, at least 4')];

export const centreRegistrationSamples: SamplesOf<typeof centreRegistration> = {
  centreRegistered: { name, class: centreClasses.C, findings },
  centreDeclined: { name, reason: '并非所在地的公共服务中心。' },
  standingChanged: { name, before: centreClasses.B, class: centreClasses.A, findings },
};
