/** Shanghai third-party assessment of SME service quality. */
import { assessmentBodies } from '../../rules/sh-eval/bodies.ts';
import { DISTRICTS, regionTitles } from '../../rules/sh-store/districts.ts';
import { shEvalRules, shEvalValues } from '../../rules/sh-eval/config.ts';
import { text } from '../../rules/text.ts';
import type { Regime } from '../engine/regime.ts';
import { assessmentCampaign } from './assessment-campaign/process.ts';
import { assessmentEntry } from './assessment-entry/process.ts';

export const shEval: Regime = {
  code: 'SH_EVAL',
  title: text('上海市中小企业服务质量第三方测评', 'Shanghai third-party assessment of SME service quality'),
  roles: ['manager', 'reviewer', 'provider'],
  bodies: assessmentBodies,
  regions: ['SH', ...DISTRICTS],
  regionTitles,
  rules: shEvalRules,
  values: shEvalValues(),
  citations: {
    'SH-EVAL': {
      name: text(
        '《上海市2020年中小企业服务质量第三方测评通知》',
        'the notice on the Shanghai 2020 third-party assessment of SME service quality',
      ),
      short: text('《测评通知》', 'the Assessment Notice'),
      objections: text(
        '《测评通知》没有规定专门的异议程序和期限',
        'the Assessment Notice lays down neither a procedure nor a time limit for it',
      ),
      edition: text('沪经信企〔2020〕991号', '沪经信企〔2020〕991号'),
    },
  },
  caseNumbers: '{body}{kind}〔{year}〕{number}号',
  processes: [assessmentCampaign, assessmentEntry],
};
