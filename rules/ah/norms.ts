/** Three unified, five open, quick response (AH-OPS-03, AH-EVAL-02.12), and the yearly work summary (annex 3). */
import { text, type Text } from '../text.ts';

export const unified = {
  NAME: text('统一名称', 'Unified name'),
  LOGO: text('统一标识', 'Unified logo'),
  FLOW: text('统一服务流程', 'Unified service flow'),
} as const;

export const open = {
  STANDARDS: text('公开服务标准', 'Service standards open'),
  FLOW_OPEN: text('公开服务流程', 'Service flow open'),
  FUNCTIONS: text('公开服务功能', 'Service functions open'),
  FEES: text('公开服务收费标准', 'Fee standards open'),
  HANDLING_TIME: text('公开服务办理时限', 'Handling time open'),
} as const;

export const quickResponse = { QUICK_RESPONSE: text('快速响应机制', 'Quick-response mechanism') } as const;

/** All that is ticked of the norms. */
export const norms = { ...unified, ...open, ...quickResponse } as const;

export type Norm = keyof typeof norms;

/** How many of the three, of the five, and what is missing. */
export function normsMet(ticked: readonly Norm[]) {
  const has = (of: Readonly<Record<string, Text>>) => Object.keys(of).filter((name) => ticked.includes(name as Norm));
  const missing = (Object.keys(norms) as Norm[]).filter((name) => !ticked.includes(name));
  return {
    unified: has(unified).length,
    open: has(open).length,
    quickResponse: has(quickResponse).length === 1,
    missing,
  };
}

/** The seven parts of the yearly work summary (AH-EVAL-06.3). */
export const summaryParts = {
  basics: text('机构基本情况', 'Basic facts'),
  team: text('团队建设情况', 'Team'),
  finances: text('财务收支状况', 'Finances'),
  standards: text('服务规范化建设情况', 'Standardisation of the service'),
  results: text('服务功能、服务情况和成效', 'Functions, services and results'),
  resources: text('带动社会服务资源及开展活动情况', 'Resources led in and activities'),
  plans: text('存在问题、意见建议及下一步发展设想', 'Problems, suggestions and plans'),
} as const;

export type SummaryPart = keyof typeof summaryParts;

/** In which part each subject of capacity is told: team, facilities, resources, honest service, control of risks (AH-OPS-04.3). */
export const summarySubjects: Readonly<Partial<Record<SummaryPart, Text>>> = {
  basics: text('包括服务场所、设施和设备。', 'With premises, facilities and equipment.'),
  team: text(
    '包括人员数量、资质和稳定性。',
    'With how many people there are, their qualifications, and how many stay.',
  ),
  standards: text('包括诚信服务和风险防控。', 'With honest service and the control of risks.'),
  resources: text('包括整合的社会服务资源。', 'With the service resources that were integrated.'),
};
