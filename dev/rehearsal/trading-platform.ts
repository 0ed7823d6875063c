/** Steps of the trading platform of the Hunan hub (HN-NET-07): what its staff and providers do. */
import { agreementItems, platformRules } from '../../rules/hn-net/agreement.ts';
import type { Text } from '../../rules/text.ts';
import { supplier, type OpenStage } from './network.ts';

function worded(titles: Readonly<Record<string, Text>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(titles).map(([name, { zh }]) => [name, `${zh}：依照平台管理办法和本协议附件执行。`]),
  );
}

/** A draft of the user agreement with every content and rule. */
export function agreementFiling(changes: object = {}) {
  return { items: worded(agreementItems), rules: worded(platformRules), noticeDays: 30, ...changes };
}

/** The hub drafts a version of the user agreement, its manager checks and publishes it. @returns the case of the version */
export async function publishAgreement(stage: OpenStage, changes: object = {}): Promise<string> {
  const [hub, manager] = await Promise.all([stage.as('hub'), stage.as('hubmanager')]);
  const { caseId } = await hub.post<{ caseId: string }>('/api/cases/userAgreement', agreementFiling(changes));
  await manager.act(caseId, 'checkTerms', {
    prominent: true,
    fair: true,
    reason: '重大条款已加粗提示，双方权利对等。',
  });
  await manager.act(caseId, 'publish', {});
  return caseId;
}

/** The plan to end the platform at this moment. */
export function terminationFiling(endsAt: string) {
  return {
    endsAt,
    announcement: '平台整合，停止第三方交易服务。',
    measures: '未完成订单由长沙窗口平台承接，数据副本可以下载。',
  };
}

/** The plan of a promotion with its six items; its publicity claims nothing that is not proved. */
export function promotionFiling(from: string, to: string, changes: object = {}) {
  return {
    ...{ title: '服务月', from, to, reason: '平台十周年', method: '满1000元减100元', rules: '每单限用一次' },
    ...{ range: '检验检测服务', restrictions: '每户限用三次', claims: [], ...changes },
  };
}

/** The terms of a deposit of the supplier. */
export function depositFiling() {
  return {
    ...{ provider: supplier.party, amount: 20_000, management: '专户存放，不计息。' },
    ...{ use: '调解协议逾期未履行的，先行赔付。', refund: '注销登记满三个月且无未了结投诉的，退还余额。' },
  };
}
