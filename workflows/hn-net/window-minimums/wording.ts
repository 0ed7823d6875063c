/** Mails of a check (HN-NET-03.7). */
import type { MinimumCheck } from '../../../rules/hn-net/minimums.ts';
import { paragraph, table } from '../../../rules/notices/content.ts';
import type { Words } from '../../../rules/notices/words.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { windowMinimums } from './contract.ts';

export const windowMinimumsWording: WordingsOf<typeof windowMinimums> = {
  belowMinimum: {
    'zh-CN': ({ window, check }, say) => ({
      blocks: [
        paragraph(`经核对，“${say.of(window)}”在${period(check, say)}未达到规定的下限：`),
        figuresZh(check),
        paragraph('请尽快组织服务商接入并开展服务、登记企业会员。资格不因此自动丧失，如何处理由主管部门决定。'),
        paragraph('对数据有异议的，请在案件中联系主管部门核对；开展服务的次数以服务记录为准。'),
      ],
      action: '查看检查结果',
    }),
    en: ({ window, check }, say) => ({
      blocks: [
        paragraph(`The figures of “${say.of(window)}” from ${period(check, say)} are below the minimums:`),
        figuresEn(check),
        paragraph(
          'Please connect providers that serve, and register members. Nothing is lost by this alone; the department decides what follows.',
        ),
        paragraph(
          'If you do not agree with the figures, contact the department in the case; serving is what the service records say.',
        ),
      ],
      action: 'See the check',
    }),
  },

  shortfallFound: {
    'zh-CN': ({ window, check }, say) => ({
      blocks: [
        paragraph(`“${say.of(window)}”在${period(check, say)}未达到下限，运营单位已收到提醒。请决定如何处理。`),
        figuresZh(check),
      ],
      action: '查看并决定',
    }),
    en: ({ window, check }, say) => ({
      blocks: [
        paragraph(
          `“${say.of(window)}” was below its minimums from ${period(check, say)}; its operator was told. Decide what follows.`,
        ),
        figuresEn(check),
      ],
      action: 'See it and decide',
    }),
  },

  shortfallEnded: {
    'zh-CN': ({ window, why }, say) => ({
      blocks: [paragraph(`此前请您决定的“${say.of(window)}”未达下限事项无需再处理：${say.of(why)}。`)],
      action: '查看检查结果',
    }),
    en: ({ window, why }, say) => ({
      blocks: [
        paragraph(
          `You were asked what follows as “${say.of(window)}” was below its minimums. There is nothing to decide any more: ${say.of(why)}.`,
        ),
      ],
      action: 'See the check',
    }),
  },

  minimumsMet: {
    'zh-CN': ({ window, check }, say) => ({
      blocks: [paragraph(`经核对，“${say.of(window)}”在${period(check, say)}达到下限。`), figuresZh(check)],
    }),
    en: ({ window, check }, say) => ({
      blocks: [paragraph(`“${say.of(window)}” met its minimums from ${period(check, say)}.`), figuresEn(check)],
    }),
  },

  shortfallDecided: {
    'zh-CN': ({ window, measure, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`因“${say.of(window)}”未达到下限，主管部门决定：${say.of(measure)}。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      facts: [['决定时间', say.at(decidedAt)]],
    }),
    en: ({ window, measure, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`As “${say.of(window)}” is below its minimums, the department has decided: ${say.of(measure)}.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [['Decided', say.at(decidedAt)]],
    }),
  },
};

function period({ from, to }: MinimumCheck, say: Words): string {
  return say.locale === 'en' ? `${say.day(from)} to ${say.day(to)}` : `${say.day(from)}至${say.day(to)}`;
}

function figuresZh({ connected, serving, providers, registered, members }: MinimumCheck) {
  return table(
    ['项目', '现有', '下限'],
    [
      ['接入的服务商', String(connected), '—'],
      ['其中开展服务的', String(serving), String(providers)],
      ['登记的企业会员', String(registered), String(members)],
    ],
  );
}

function figuresEn({ connected, serving, providers, registered, members }: MinimumCheck) {
  return table(
    ['Figure', 'Now', 'Least'],
    [
      ['Providers connected', String(connected), '—'],
      ['of them serving', String(serving), String(providers)],
      ['Members registered', String(registered), String(members)],
    ],
  );
}
