/** What the notices of this process are told with in tests. */
import { disqualificationGrounds, windowName } from '../../../rules/hn-net/window.ts';
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import { text } from '../../../rules/text.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { windowQualification } from './contract.ts';
import type { WindowQualificationFacts } from './facts.ts';

const window = windowName({
  ...{ kind: 'COUNTY_COMPREHENSIVE', name: '宁乡市中小企业综合窗口服务平台', region: 'HN/CHANGSHA/NINGXIANG' },
});
const department = text('长沙市中小企业主管部门', 'Changsha SME department');
const above = text('长沙市中小企业综合窗口服务平台', 'Changsha comprehensive window platform');
const ground = disqualificationGrounds.NOT_WORKING;

export const windowQualificationSamples: SamplesOf<typeof windowQualification> = {
  windowDeclared: { bodyId: 'hn-dept-changsha', window, declaredAt: '2025-09-08T10:00:00.000+08:00' },
  windowRecommended: { window, department, recommendedAt: '2025-09-12T10:00:00.000+08:00' },
  recommendationDeclined: {
    window,
    reason: '专职服务人员不足。',
    decidedAt: '2025-09-12T10:00:00.000+08:00',
  },
  windowRecognised: { window, on: '2025-09-22', document: '湘企主〔2025〕18号', above },
  recognitionRefused: {
    window,
    reason: '与已认定的窗口服务范围重复。',
    decidedAt: '2025-09-22T10:00:00.000+08:00',
  },
  disqualificationProposed: {
    window,
    ground,
    reason: '连续两个季度没有服务记录。',
    proposedAt: '2025-09-26T10:00:00.000+08:00',
    deadlines: [
      sampleDeadline({
        ...windowQualification.deadlines.statement,
        name: 'statement',
        lastDay: '2025-10-10',
        dueAt: '2025-10-11T00:00:00.000+08:00',
        workingDaysLeft: 5,
      }),
    ],
  },
  disqualificationDropped: {
    window,
    reason: '陈述属实，服务记录系接口故障未上传。',
    decidedAt: '2025-10-13T10:00:00.000+08:00',
  },
  windowDisqualified: {
    window,
    ground,
    reason: '连续两个季度没有服务记录，陈述不能成立。',
    cancelledOn: '2025-10-13',
    successor: above,
  },
};

/** What a qualification remembers, for the sentences of its timeline. */
export const windowQualificationRemembered: Partial<WindowQualificationFacts> = {
  proposal: { ground: 'NOT_WORKING', proposedAt: '2025-09-26T10:00:00.000+08:00' },
};
