/** Declaration of national demonstration bases for micro and small enterprises. */
import { declarationBodies } from '../../rules/hn-base/bodies.ts';
import { regionNames } from '../../rules/hn-net/network.ts';
import { hnBaseRules, hnBaseValues } from '../../rules/hn-base/config.ts';
import { text } from '../../rules/text.ts';
import type { Regime } from '../engine/regime.ts';
import { baseCall } from './base-call/process.ts';
import { baseDeclaration } from './base-declaration/process.ts';
import { baseOpinion } from './base-opinion/process.ts';
import { baseTitle } from './base-title/process.ts';

export const hnBase: Regime = {
  code: 'HN_BASE',
  title: text(
    '国家小型微型企业创业创新示范基地申报',
    'Declaration of national demonstration bases for micro and small enterprises',
  ),
  roles: ['manager', 'reviewer', 'provider', 'expert'],
  bodies: declarationBodies,
  regions: [...new Set(declarationBodies.map(({ region }) => region))],
  regionTitles: regionNames,
  rules: hnBaseRules,
  values: hnBaseValues(),
  citations: {
    'HN-BASE': {
      name: text(
        '《关于组织申报2019年度国家小型微型企业创业创新示范基地的通知》',
        'the call for declarations of national demonstration bases of 2019',
      ),
      short: text('《申报通知》', 'the Call'),
      objections: text(
        '《申报通知》没有规定专门的异议程序和期限',
        'the Call lays down neither a procedure nor a time limit for it',
      ),
      edition: text('工企业函〔2019〕164号', '工企业函〔2019〕164号'),
    },
  },
  caseNumbers: '{body}{kind}〔{year}〕{number}号',
  processes: [baseCall, baseDeclaration, baseOpinion, baseTitle],
};
