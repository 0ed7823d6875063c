/** Mails of a clearance: detected, confirmed, dismissed (SH-STORE-10, 11.2). */
import { list, paragraph, warning } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import { barLiftedWording } from '../shared-wording.ts';
import type { clearance } from './contract.ts';

export const clearanceWording: WordingsOf<typeof clearance> = {
  clearanceDetected: {
    'zh-CN': ({ institution, ground, clause, facts, detectedAt }, say) => ({
      blocks: [
        paragraph(`平台监测发现店铺“${institution}”可能存在清退情形：${say.of(ground)}（依据${say.cite(clause)}）。`),
        ...list('事实', say.all(facts)),
        warning('须由审核人员确认或者排除。确认之前店铺状态不变，系统不会自行清退。'),
      ],
      facts: [
        ['店铺', institution],
        ['情形', say.of(ground)],
        ['发现时间', say.at(detectedAt)],
      ],
      action: '查看清退情形',
    }),
    en: ({ institution, ground, clause, facts, detectedAt }, say) => ({
      blocks: [
        paragraph(
          `The platform’s monitoring found a possible ground for clearing the store “${institution}”: ${say.of(ground)}, ` +
            `under ${say.cite(clause)}.`,
        ),
        ...list('Facts', say.all(facts)),
        warning(
          'A person must confirm or dismiss it. Until then the store stays as it is: the system clears no store by itself.',
        ),
      ],
      facts: [
        ['Store', institution],
        ['Ground', say.of(ground)],
        ['Detected', say.at(detectedAt)],
      ],
      action: 'See the ground',
    }),
  },

  clearanceWithdrawn: {
    'zh-CN': ({ institution, ground, reason, withdrawnAt, wasConfirmed }, say) => ({
      blocks: [
        paragraph(
          `此前告知的店铺“${institution}”的清退情形（${say.of(ground)}）已经撤回：${say.of(reason)}。` +
            (wasConfirmed ? '此前发给店铺的清退告知已撤销并另行告知店铺。' : '无需再确认或者排除。'),
        ),
      ],
      facts: [
        ['店铺', institution],
        ['情形', say.of(ground)],
        ['撤回时间', say.at(withdrawnAt)],
      ],
      action: '查看案件',
    }),
    en: ({ institution, ground, reason, withdrawnAt, wasConfirmed }, say) => ({
      blocks: [
        paragraph(
          `The ground for clearing the store “${institution}” that you were told of (${say.of(ground)}) is withdrawn: ${say.of(reason)}. ` +
            (wasConfirmed
              ? 'The notification that the store had been sent is revoked, and the store is told so.'
              : 'There is nothing left to confirm or dismiss.'),
        ),
      ],
      facts: [
        ['Store', institution],
        ['Ground', say.of(ground)],
        ['Withdrawn', say.at(withdrawnAt)],
      ],
      action: 'See the case',
    }),
  },

  clearanceNotice: {
    'zh-CN': ({ institution, ground, clause, facts, confirmedAt, reason, bar }, say) => ({
      blocks: [
        paragraph(
          `经审核确认，贵机构店铺“${institution}”存在下列清退情形：${say.of(ground)}（依据${say.cite(clause)}）。现依法依规书面告知。`,
        ),
        ...list('事实', say.all(facts)),
        paragraph(`确认理由：${say.of(reason)}`),
        warning(
          '清退后，店铺下线，所有产品下架，已有服务记录封存，原则上一年内不再受理开店申请，' +
            `即自${say.day(bar.firstDay)}起至${say.day(bar.lastDay)}止（依据${say.cite('SH-STORE 四.6')}）。`,
        ),
        paragraph('本告知函以书面告知函和电子邮件两种形式发出，两者内容一致。'),
      ],
      facts: [
        ['店铺', institution],
        ['情形', say.of(ground)],
        ['确认时间', say.at(confirmedAt)],
        ['不受理期', `${say.day(bar.firstDay)}至${say.day(bar.lastDay)}（含首尾两日）`],
      ],
      action: '查看案件',
    }),
    en: ({ institution, ground, clause, facts, confirmedAt, reason, bar }, say) => ({
      blocks: [
        paragraph(
          `A reviewer has confirmed a ground for clearing your store “${institution}”: ${say.of(ground)}, under ${say.cite(clause)}. ` +
            'This is your written notification.',
        ),
        ...list('Facts', say.all(facts)),
        paragraph(`Why it was confirmed: ${say.of(reason)}`),
        warning(
          'With the clearance the store is taken offline, all products are delisted, existing service records are sealed and, in ' +
            `principle, no store application is accepted for one year, that is, from ${say.day(bar.firstDay)} to ` +
            `${say.day(bar.lastDay)}, under ${say.cite('SH-STORE 四.6')}.`,
        ),
        paragraph('This notification goes out by letter and by e-mail; both say the same.'),
      ],
      facts: [
        ['Store', institution],
        ['Ground', say.of(ground)],
        ['Confirmed', say.at(confirmedAt)],
        ['Bar', `${say.day(bar.firstDay)} to ${say.day(bar.lastDay)}, both days included`],
      ],
      action: 'See the case',
    }),
  },

  clearanceDismissed: {
    'zh-CN': ({ institution, ground, dismissedAt, reason }, say) => ({
      blocks: [
        paragraph(
          `此前发现店铺“${institution}”可能存在清退情形：${say.of(ground)}。经审核，该情形不成立，店铺不予清退。`,
        ),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['认定时间', say.at(dismissedAt)]],
      action: '查看案件',
    }),
    en: ({ institution, ground, dismissedAt, reason }, say) => ({
      blocks: [
        paragraph(
          `A possible ground for clearing the store “${institution}” had been found: ${say.of(ground)}. A reviewer has looked into it: ` +
            'the ground does not stand, and the store is not cleared.',
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(dismissedAt)]],
      action: 'See the case',
    }),
  },
  clearanceRevoked: {
    'zh-CN': ({ institution, ground, why, withdrawnAt }, say) => ({
      blocks: [
        paragraph(
          `此前已就店铺“${institution}”的清退情形（${say.of(ground)}）发出清退告知函。${say.of(why)}，该情形不再成立。`,
        ),
        paragraph('系统据此自动撤回该清退情形，清退告知函不再有效，店铺不予清退，贵机构无须办理任何手续。'),
      ],
      facts: [['撤销时间', say.at(withdrawnAt)]],
      action: '查看案件',
    }),
    en: ({ institution, ground, why, withdrawnAt }, say) => ({
      blocks: [
        paragraph(
          `You were notified that your store “${institution}” is to be cleared: ${say.of(ground)}. The ground no longer stands: ` +
            `${say.of(why)}.`,
        ),
        paragraph(
          'The system has therefore withdrawn it. The notification of clearance no longer holds, the store is not cleared, and there ' +
            'is nothing for you to do.',
        ),
      ],
      facts: [['Withdrawn', say.at(withdrawnAt)]],
      action: 'See the case',
    }),
  },
  barLifted: barLiftedWording,
};
