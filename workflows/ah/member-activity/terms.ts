/** What of service activities is this regime's: the passages they rest on. */
import type { ActivityTerms, EvidenceTerms } from '../../cooperation/service-activity/terms.ts';

const upload = 'AH-EVAL 附件1(服务数据上传)';

/** Activities under the measures (AH-OPS-02.3, AH-EVAL-03). */
export const terms = {
  held: { clause: 'AH-OPS 重大服务活动', requirement: 'AH-OPS-02.3' },
  published: { clause: upload, requirement: 'AH-EVAL-03.1' },
  attended: { clause: 'AH-EVAL 附件1(服务活动)', requirement: 'AH-EVAL-03.4' },
  evidence: { clause: upload, requirement: 'AH-EVAL-03.2' },
} as const satisfies ActivityTerms & EvidenceTerms;
