/** The Shanghai Enterprise Service Cloud store measures. */
import { bodies } from '../../rules/sh-store/bodies.ts';
import { shStoreRules, shStoreValues } from '../../rules/sh-store/config.ts';
import { DISTRICTS, regionTitles } from '../../rules/sh-store/districts.ts';
import { text } from '../../rules/text.ts';
import type { Regime } from '../engine/regime.ts';
import { clearance } from './clearance/process.ts';
import { productReview } from './product-review/process.ts';
import { productSplitting } from './product-splitting/process.ts';
import { rectification } from './rectification/process.ts';
import { storeApplication } from './store-application/process.ts';
import { storeComplaint } from './store-complaint/process.ts';
import { storeInvitation } from './store-invitation/process.ts';
import { storeRecommendation } from './store-recommendation/process.ts';
import { storeSetup } from './store-setup/process.ts';
import { storeSupervision } from './store-supervision/process.ts';
import { trialOperation } from './trial-operation/process.ts';

export const shStore: Regime = {
  code: 'SH_STORE',
  title: text('上海市企业服务云店铺管理', 'Shanghai Enterprise Service Cloud stores'),
  roles: ['manager', 'reviewer', 'district', 'authority', 'provider', 'consumer'],
  bodies,
  regions: ['SH', ...DISTRICTS],
  regionTitles,
  rules: shStoreRules,
  values: shStoreValues(),
  citations: {
    'SH-STORE': {
      name: text(
        '《上海市企业服务云店铺管理办法（试行）》',
        'the Shanghai Enterprise Service Cloud store measures (trial)',
      ),
      short: text('《办法》', 'the Measures'),
      objections: text(
        '《办法》没有规定专门的异议程序和期限',
        'the Measures lay down neither a procedure nor a time limit for it',
      ),
      edition: text('2020年7月征求意见稿', 'consultation draft of July 2020'),
    },
  },
  caseNumbers: '{body}{kind}〔{year}〕{number}号',
  processes: [
    ...[storeApplication, storeInvitation, storeSetup, trialOperation],
    ...[productReview, productSplitting, rectification],
    ...[storeComplaint, storeSupervision, clearance, storeRecommendation],
  ],
  funnel: [
    { title: text('提交开店申请', 'Application filed'), kind: 'storeApplication' },
    { title: text('通过开店审核', 'Review passed'), kind: 'storeApplication', outcomes: ['INTERVIEW_PASSED'] },
    { title: text('完成首次装修上架', 'Set up'), kind: 'storeSetup', outcomes: ['SETUP_DONE'] },
    { title: text('进入试运行', 'Trial begun'), kind: 'trialOperation' },
    { title: text('转正', 'Regularised'), kind: 'trialOperation', outcomes: ['REGULARISED'] },
    { title: text('清退', 'Cleared'), kind: 'clearance', outcomes: ['CLEARED'] },
  ],
};
