/** Mails and the letter of a clearance (SH-STORE-10, 11). */
import { list, paragraph, warning, type Block } from '../../../rules/notices/content.ts';
import type { Words } from '../../../rules/notices/words.ts';
import { entry } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import { barLiftedWording } from '../shared-wording.ts';
import type { clearance } from './contract.ts';
import type { ToldGround } from './notices.ts';

type Grounds = readonly ToldGround[];

/** 甲（依据…）；乙（依据…） */
function titlesZh(grounds: Grounds, say: Words): string {
  return grounds.map(({ title, clause }) => `${say.of(title)}（依据${say.cite(clause)}）`).join('；');
}

function titlesEn(grounds: Grounds, say: Words): string {
  return grounds.map(({ title, clause }) => `${say.of(title)}, under ${say.cite(clause)}`).join('; ');
}

/** The facts of each ground; under its name where there are several (SH-STORE-10.11). */
function factsOf(grounds: Grounds, say: Words): Block[] {
  const named = (title: ToldGround['title']) => say.of(grounds.length > 1 ? entry(FACTS, title) : FACTS);
  return grounds.flatMap(({ title, facts }) => list(named(title), say.all(facts)));
}

const FACTS = text('事实', 'Facts');

export const clearanceWording: WordingsOf<typeof clearance> = {
  clearanceDetected: {
    'zh-CN': ({ institution, ground, clause, facts, detectedAt }, say) => ({
      blocks: [
        paragraph(`店铺“${institution}”有一项清退情形待确认：${say.of(ground)}（依据${say.cite(clause)}）。`),
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
          `A possible ground for clearing the store “${institution}” is to be confirmed: ${say.of(ground)}, ` +
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

  clearanceToCountersign: {
    'zh-CN': ({ institution, grounds, reason }, say) => ({
      blocks: [
        paragraph(`店铺“${institution}”的清退情形已由审核人员确认：${titlesZh(grounds, say)}。清退须由另一人复核。`),
        ...factsOf(grounds, say),
        paragraph(`确认理由：${say.of(reason)}`),
        warning('复核同意之前，店铺状态不变。'),
      ],
      facts: [['店铺', institution]],
      action: '查看清退决定',
    }),
    en: ({ institution, grounds, reason }, say) => ({
      blocks: [
        paragraph(
          `A reviewer has confirmed a ground for clearing the store “${institution}”: ${titlesEn(grounds, say)}. ` +
            'Another person has to countersign.',
        ),
        ...factsOf(grounds, say),
        paragraph(`Why it was confirmed: ${say.of(reason)}`),
        warning('Until it is countersigned the store stays as it is.'),
      ],
      facts: [['Store', institution]],
      action: 'See the decision',
    }),
  },

  clearanceWithdrawn: {
    'zh-CN': ({ institution, grounds, reason, withdrawnAt, wasConfirmed }, say) => ({
      blocks: [
        paragraph(
          `此前告知的店铺“${institution}”的清退情形（${say.all(grounds.map(({ title }) => title)).join('；')}）已经撤回：${say.of(reason)}。` +
            (wasConfirmed
              ? '该情形此前已经确认；再无其他已确认的情形时，清退随之撤销并告知店铺。'
              : '无需再确认或者排除。'),
        ),
      ],
      facts: [
        ['店铺', institution],
        ['撤回时间', say.at(withdrawnAt)],
      ],
      action: '查看案件',
    }),
    en: ({ institution, grounds, reason, withdrawnAt, wasConfirmed }, say) => ({
      blocks: [
        paragraph(
          `The ground for clearing the store “${institution}” that you were told of ` +
            `(${say.all(grounds.map(({ title }) => title)).join('; ')}) is withdrawn: ${say.of(reason)}. ` +
            (wasConfirmed
              ? 'It had been confirmed. If no other confirmed ground is left, the clearance is undone and the store is told so.'
              : 'There is nothing left to confirm or dismiss about it.'),
        ),
      ],
      facts: [
        ['Store', institution],
        ['Withdrawn', say.at(withdrawnAt)],
      ],
      action: 'See the case',
    }),
  },

  clearanceNotice: {
    'zh-CN': ({ institution, grounds, confirmedAt, reason, bar }, say) => ({
      blocks: [
        paragraph(
          `经审核确认，贵机构店铺“${institution}”存在下列清退情形：${titlesZh(grounds, say)}。现依法依规书面告知。`,
        ),
        ...factsOf(grounds, say),
        paragraph(`确认理由：${say.of(reason)}`),
        warning(
          `依据${say.cite('SH-STORE 四.6')}，店铺下线，所有产品下架，已有服务记录封存` +
            (bar === null
              ? '。本次不适用不受理期。'
              : `，原则上一年内不再受理开店申请，自告知函寄出和电子邮件发出（以较晚者为准）的次日起算；两者均于确认当日发出的，` +
                `即自${say.day(bar.firstDay)}起至${say.day(bar.lastDay)}止。`),
        ),
        paragraph('尚未履行完毕的订单，请继续妥善处理；买家仍可评价和投诉。'),
        paragraph('本告知函以书面告知函和电子邮件两种形式发出，两者内容一致。'),
      ],
      facts: [
        ['店铺', institution],
        ['确认时间', say.at(confirmedAt)],
        ...(bar === null
          ? []
          : [
              [
                '不受理期',
                `${say.day(bar.firstDay)}至${say.day(bar.lastDay)}（含首尾两日；确认之后发出的顺延）`,
              ] as const,
            ]),
      ],
      action: '查看案件',
    }),
    en: ({ institution, grounds, confirmedAt, reason, bar }, say) => ({
      blocks: [
        paragraph(
          `A ground for clearing your store “${institution}” has been confirmed: ${titlesEn(grounds, say)}. ` +
            'This is your written notification.',
        ),
        ...factsOf(grounds, say),
        paragraph(`Why it was confirmed: ${say.of(reason)}`),
        warning(
          `Under ${say.cite('SH-STORE 四.6')} the store is taken offline, all products are delisted and existing service records are sealed` +
            (bar === null
              ? '. No bar on applications is applied.'
              : `; in principle no store application is accepted for one year, counted from the day after that on which letter and e-mail have both ` +
                `gone out: if both do on the day of confirmation, from ${say.day(bar.firstDay)} to ${say.day(bar.lastDay)}.`),
        ),
        paragraph('Please bring orders that are under way to their end; buyers can still rate and complain.'),
        paragraph('This notification goes out by letter and by e-mail; both say the same.'),
      ],
      facts: [
        ['Store', institution],
        ['Confirmed', say.at(confirmedAt)],
        ...(bar === null
          ? []
          : [
              [
                'Bar',
                `${say.day(bar.firstDay)} to ${say.day(bar.lastDay)}, both days included; later if sent after the day of confirmation`,
              ] as const,
            ]),
      ],
      action: 'See the case',
    }),
  },

  groundFellAway: {
    'zh-CN': ({ institution, grounds, left, reason, withdrawnAt }, say) => ({
      blocks: [
        paragraph(`店铺“${institution}”清退告知函所列的下列情形不再成立：${titlesZh(grounds, say)}。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph(`其他情形仍然成立，清退不变：${titlesZh(left, say)}。`),
      ],
      facts: [
        ['店铺', institution],
        ['撤回时间', say.at(withdrawnAt)],
      ],
      action: '查看案件',
    }),
    en: ({ institution, grounds, left, reason, withdrawnAt }, say) => ({
      blocks: [
        paragraph(
          `The notification of the clearance of the store “${institution}” names a ground that no longer stands: ${titlesEn(grounds, say)}.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(`The clearance rests on what is left, and is not changed: ${titlesEn(left, say)}.`),
      ],
      facts: [
        ['Store', institution],
        ['Withdrawn', say.at(withdrawnAt)],
      ],
      action: 'See the case',
    }),
  },

  barBegins: {
    'zh-CN': ({ institution, firstDay, lastDay, servedAt }, say) => ({
      blocks: [
        paragraph(
          `关于店铺“${institution}”的清退告知函和电子邮件已全部发出，清退自此生效。不受理期自次日起算：` +
            `自${say.day(firstDay)}起至${say.day(lastDay)}止（含首尾两日），原则上不受理贵机构的开店申请。`,
        ),
      ],
      facts: [['清退生效', say.at(servedAt)]],
      action: '查看案件',
    }),
    en: ({ institution, firstDay, lastDay, servedAt }, say) => ({
      blocks: [
        paragraph(
          `Letter and e-mail about the clearance of the store “${institution}” have both gone out, and the clearance is effective. The bar is ` +
            `counted from the day after: from ${say.day(firstDay)} to ${say.day(lastDay)}, both days included, no store application of ` +
            'your institution is accepted in principle.',
        ),
      ],
      facts: [['Effective', say.at(servedAt)]],
      action: 'See the case',
    }),
  },

  clearanceDismissed: {
    'zh-CN': ({ institution, grounds, dismissedAt, reason }, say) => ({
      blocks: [
        paragraph(
          `此前发现店铺“${institution}”可能存在清退情形：${say.all(grounds.map(({ title }) => title)).join('；')}。` +
            '经审核，上述情形不成立，不据此清退店铺。',
        ),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['认定时间', say.at(dismissedAt)]],
      action: '查看案件',
    }),
    en: ({ institution, grounds, dismissedAt, reason }, say) => ({
      blocks: [
        paragraph(
          `A possible ground for clearing the store “${institution}” had been found: ` +
            `${say.all(grounds.map(({ title }) => title)).join('; ')}. A reviewer has looked into it: ` +
            'the ground does not stand, and the store is not cleared for it.',
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(dismissedAt)]],
      action: 'See the case',
    }),
  },

  clearanceObjected: {
    'zh-CN': ({ institution, raisedAt }, say) => ({
      blocks: [paragraph(`店铺“${institution}”对清退告知提出异议，请审查后决定。决定之前店铺不下线。`)],
      facts: [
        ['店铺', institution],
        ['提出时间', say.at(raisedAt)],
      ],
      action: '查看异议',
    }),
    en: ({ institution, raisedAt }, say) => ({
      blocks: [
        paragraph(
          `The store “${institution}” objects to the notification of its clearance. Please decide; until then it is not taken offline.`,
        ),
      ],
      facts: [
        ['Store', institution],
        ['Raised', say.at(raisedAt)],
      ],
      action: 'See the objection',
    }),
  },

  objectionRejected: {
    'zh-CN': ({ institution, decidedAt, reason }, say) => ({
      blocks: [
        paragraph(`贵机构对店铺“${institution}”清退提出的异议，经审查不成立，清退继续办理。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
      action: '查看案件',
    }),
    en: ({ institution, decidedAt, reason }, say) => ({
      blocks: [
        paragraph(`Your objection to the clearance of the store “${institution}” is rejected; the clearance goes on.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
      action: 'See the case',
    }),
  },

  buyerTold: {
    'zh-CN': ({ institution, orderId, offlineAt }, say) => ({
      blocks: [
        paragraph(
          `您下单的店铺“${institution}”已下线，不再接受新订单。您的订单尚未完成，请与该店铺联系履行或者退款事宜。`,
        ),
        paragraph('您仍可对该订单评价，也可以向平台投诉。'),
      ],
      facts: [
        ['店铺', institution],
        ['订单号', orderId],
        ['下线时间', say.at(offlineAt)],
      ],
    }),
    en: ({ institution, orderId, offlineAt }, say) => ({
      blocks: [
        paragraph(
          `The store “${institution}” is offline and takes no new orders. Your order is not completed: please arrange its performance ` +
            'or a refund with the store.',
        ),
        paragraph('You can still rate the order, and complain to the platform.'),
      ],
      facts: [
        ['Store', institution],
        ['Order', orderId],
        ['Offline since', say.at(offlineAt)],
      ],
    }),
  },

  clearanceRevoked: {
    'zh-CN': ({ institution, why, revokedAt, relisted }, say) => ({
      blocks: [
        paragraph(`店铺“${institution}”的清退现予撤销：${say.of(why)}。此前的清退告知函不再有效。`),
        paragraph(
          `店铺恢复到清退前的状态${relisted > 0 ? `，清退时下架的 ${relisted} 个产品重新上架` : ''}，服务记录解除封存，` +
            '因清退产生的不受理期同时解除，贵机构无须办理任何手续。',
        ),
      ],
      facts: [['撤销时间', say.at(revokedAt)]],
      action: '查看案件',
    }),
    en: ({ institution, why, revokedAt, relisted }, say) => ({
      blocks: [
        paragraph(
          `The clearance of your store “${institution}” is undone: ${say.of(why)}. The notification of clearance no longer holds.`,
        ),
        paragraph(
          'The store is restored as it was before' +
            (relisted > 0 ? `, the ${relisted} products delisted by the clearance are listed again` : '') +
            ', its records are unsealed and the bar that followed is lifted. There is nothing for you to do.',
        ),
      ],
      facts: [['Undone', say.at(revokedAt)]],
      action: 'See the case',
    }),
  },

  exitWithdrawnTooLate: {
    'zh-CN': ({ institution, withdrawnAt }, say) => ({
      blocks: [
        paragraph(`店铺“${institution}”的退出申请在撤回之前已经确认，不能再撤回，清退继续办理。`),
        paragraph('如有特殊情况，请与承办机构联系。'),
      ],
      facts: [['撤回时间', say.at(withdrawnAt)]],
      action: '查看案件',
    }),
    en: ({ institution, withdrawnAt }, say) => ({
      blocks: [
        paragraph(
          `The request of the store “${institution}” to leave had been confirmed before you took it back; the clearance goes on.`,
        ),
        paragraph('If there are special circumstances, please turn to the body that handles the case.'),
      ],
      facts: [['Taken back', say.at(withdrawnAt)]],
      action: 'See the case',
    }),
  },

  barLifted: barLiftedWording,

  barShortened: {
    'zh-CN': ({ lastDayBefore, lastDay, shortenedAt, reason }, say) => ({
      blocks: [
        paragraph(
          `贵机构的不受理期原至${say.day(lastDayBefore)}止，现已由负责人缩短至${say.day(lastDay)}；自次日起可以重新提交开店申请。`,
        ),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['缩短时间', say.at(shortenedAt)]],
      action: '查看案件',
    }),
    en: ({ lastDayBefore, lastDay, shortenedAt, reason }, say) => ({
      blocks: [
        paragraph(
          `The bar on store applications of your institution was to hold until ${say.day(lastDayBefore)}. A manager has shortened it: it ` +
            `ends on ${say.day(lastDay)}, and you may apply again from the day after.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Shortened', say.at(shortenedAt)]],
      action: 'See the case',
    }),
  },
};
