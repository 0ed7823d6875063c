/** What the notices of this process are told with in tests. */
import { packageFields, packageRecipients } from '../../../rules/hn-net/data-package.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import type { authorityRequest, AuthorityRequestFacts } from './contract.ts';

export const authorityRequestSamples: SamplesOf<typeof authorityRequest> = {
  dataReleased: {
    recipient: packageRecipients.COURT.title,
    requesterName: '长沙市岳麓区人民法院',
    fields: [packageFields.providerName.title, packageFields.order.title],
    basis: '《中华人民共和国民事诉讼法》第七十条',
    purpose: '审理服务合同纠纷',
    suppliedAt: '2025-09-28T10:00:00.000+08:00',
  },
};

/** What a request remembers, for the sentences of its timeline. */
export const authorityRequestRemembered: Partial<AuthorityRequestFacts> = {
  requester: 'COURT',
  requesterName: 'zz-court',
  requestNumber: 'zz-45',
  legalBasis: 'zz-70',
};
