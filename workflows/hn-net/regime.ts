/** The Hunan SME public service platform network. */
import { hnNetRules, hnNetValues } from '../../rules/hn-net/config.ts';
import { trainingNetwork, regionNames } from '../../rules/hn-net/network.ts';
import { text } from '../../rules/text.ts';
import type { Regime } from '../engine/regime.ts';
import { agreementSignature } from './agreement-signature/process.ts';
import { authorityRequest } from './authority-request/process.ts';
import { complaint } from './complaint/process.ts';
import { consumerEvaluation } from './consumer-evaluation/process.ts';
import { consumerRegistration } from './consumer-registration/process.ts';
import { contentMonitoring } from './content-monitoring/process.ts';
import { dataBreach } from './data-breach/process.ts';
import { dataDeletion } from './data-deletion/process.ts';
import { fraudSanction } from './fraud-sanction/process.ts';
import { guaranteeDeposit } from './guarantee-deposit/process.ts';
import { illegalContent } from './illegal-content/process.ts';
import { infringementNotice } from './infringement-notice/process.ts';
import { mediation } from './mediation/process.ts';
import { needsAnswer } from './needs-answer/process.ts';
import { needsSurvey } from './needs-survey/process.ts';
import { offerReview } from './offer-review/process.ts';
import { planExchange } from './plan-exchange/process.ts';
import { platformDisclosure } from './platform-disclosure/process.ts';
import { platformOperation } from './platform-operation/process.ts';
import { platformTermination } from './platform-termination/process.ts';
import { promotion } from './promotion/process.ts';
import { providerRegistration } from './provider-registration/process.ts';
import { publicInformation } from './public-information/process.ts';
import { serviceActivity } from './service-activity/process.ts';
import { serviceRecord } from './service-record/process.ts';
import { serviceRequest } from './service-request/process.ts';
import { supervision } from './supervision/process.ts';
import { userAgreement } from './user-agreement/process.ts';
import { windowMinimums } from './window-minimums/process.ts';
import { windowQualification } from './window-qualification/process.ts';

export const hnNet: Regime = {
  code: 'HN_NET',
  title: text('湖南省中小企业公共服务平台网络', 'Hunan SME public service platform network'),
  roles: ['manager', 'reviewer', 'provider', 'consumer'],
  bodies: trainingNetwork,
  // A case is in the region of the body that handles it.
  regions: [...new Set(trainingNetwork.map(({ region }) => region))],
  regionTitles: regionNames,
  rules: hnNetRules,
  values: hnNetValues(),
  citations: {
    'HN-NET': {
      name: text(
        '《湖南省中小企业公共服务平台网络运行管理办法》',
        'the Hunan SME public service platform network operation measures',
      ),
      short: text('《办法》', 'the Measures'),
      objections: text(
        '《办法》没有规定专门的异议程序和期限',
        'the Measures lay down neither a procedure nor a time limit for it',
      ),
      edition: text('湘经信中小服务〔2015〕33号', '湘经信中小服务〔2015〕33号'),
    },
  },
  caseNumbers: '{body}{kind}〔{year}〕{number}号',
  processes: [
    providerRegistration,
    consumerRegistration,
    consumerEvaluation,
    complaint,
    mediation,
    windowQualification,
    windowMinimums,
    planExchange,
    needsSurvey,
    needsAnswer,
    serviceActivity,
    publicInformation,
    platformOperation,
    offerReview,
    userAgreement,
    agreementSignature,
    platformDisclosure,
    serviceRequest,
    serviceRecord,
    fraudSanction,
    contentMonitoring,
    illegalContent,
    dataBreach,
    authorityRequest,
    infringementNotice,
    supervision,
    promotion,
    guaranteeDeposit,
    platformTermination,
    dataDeletion,
  ],
};
