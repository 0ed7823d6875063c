/** Anhui 1+16+X SME public service platform network. */
import { anhuiBodies, anhuiRegions, anhuiRegionNames } from '../../rules/ah/bodies.ts';
import { ahRules, ahValues } from '../../rules/ah/config.ts';
import { text } from '../../rules/text.ts';
import type { Regime } from '../engine/regime.ts';
import { annualEvaluation } from './annual-evaluation/process.ts';
import { changeFiling } from './change-filing/process.ts';
import { listing } from './listing/process.ts';
import { memberActivity } from './member-activity/process.ts';
import { memberComplaint } from './member-complaint/process.ts';
import { memberSurvey } from './member-survey/process.ts';
import { membership } from './membership/process.ts';
import { periodicReport } from './periodic-report/process.ts';
import { quarterlyBulletin } from './quarterly-bulletin/process.ts';
import { serviceEntry } from './service-entry/process.ts';
import { serviceNeed } from './service-need/process.ts';
import { yearlyTasks } from './yearly-tasks/process.ts';

export const ah: Regime = {
  code: 'AH',
  title: text('安徽省“1+16+X”中小企业公共服务平台网络', 'Anhui 1+16+X SME public service platform network'),
  roles: ['manager', 'reviewer', 'provider', 'consumer'],
  bodies: anhuiBodies,
  regions: anhuiRegions,
  regionTitles: anhuiRegionNames,
  rules: ahRules,
  values: ahValues(),
  citations: {
    'AH-OPS': {
      name: text(
        '《安徽省“1+16+X”中小企业公共服务平台网络运营管理办法（试行）》',
        'the Anhui 1+16+X network operation measures (trial)',
      ),
      short: text('《运营管理办法》', 'the Operation Measures'),
      objections: text(
        '《运营管理办法》没有规定专门的异议程序和期限',
        'the Operation Measures lays down neither a procedure nor a time limit for it',
      ),
      edition: text('皖经信服务〔2019〕107号', '皖经信服务〔2019〕107号'),
    },
    'AH-EVAL': {
      name: text(
        '《安徽省“1+16+X”中小企业公共服务平台网络综合评价办法（试行）》',
        'the Anhui 1+16+X network evaluation measures (trial)',
      ),
      short: text('《综合评价办法》', 'the Evaluation Measures'),
      objections: text(
        '《综合评价办法》没有规定专门的异议程序和期限',
        'the Evaluation Measures lays down neither a procedure nor a time limit for it',
      ),
      edition: text('皖经信服务〔2019〕107号', '皖经信服务〔2019〕107号'),
    },
  },
  caseNumbers: '{body}{kind}〔{year}〕{number}号',
  processes: [
    membership,
    periodicReport,
    changeFiling,
    annualEvaluation,
    listing,
    quarterlyBulletin,
    memberComplaint,
    memberActivity,
    serviceNeed,
    yearlyTasks,
    serviceEntry,
    memberSurvey,
  ],
};
