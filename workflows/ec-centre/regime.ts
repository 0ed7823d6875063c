/** Management and service of e-commerce public service centres. */
import { centreBodies, centreRegionNames } from '../../rules/ec-centre/bodies.ts';
import { ecCentreRules, ecCentreValues } from '../../rules/ec-centre/config.ts';
import { text } from '../../rules/text.ts';
import type { Regime } from '../engine/regime.ts';
import { centreRegistration } from './centre-registration/process.ts';
import { centreRequest } from './centre-request/process.ts';
import { centreReview } from './centre-review/process.ts';
import { directoryEntry } from './directory-entry/process.ts';

export const ecCentre: Regime = {
  code: 'EC_CENTRE',
  title: text('电子商务公共服务中心管理与服务', 'Management and service of e-commerce public service centres'),
  roles: ['manager', 'reviewer', 'provider', 'consumer'],
  bodies: centreBodies,
  regions: [...new Set(centreBodies.map(({ region }) => region))],
  regionTitles: centreRegionNames,
  rules: ecCentreRules,
  values: ecCentreValues(),
  citations: {
    'EC-CENTRE': {
      name: text(
        '《电子商务公共服务中心管理与服务规范》',
        'the management and service standard for e-commerce public service centres',
      ),
      short: text('《规范》', 'the Standard'),
      objections: text(
        '《规范》没有规定专门的异议程序和期限',
        'the Standard lays down neither a procedure nor a time limit for it',
      ),
      edition: text('联盟标准', '联盟标准'),
    },
  },
  caseNumbers: '{body}{kind}〔{year}〕{number}号',
  processes: [centreRegistration, directoryEntry, centreRequest, centreReview],
};
