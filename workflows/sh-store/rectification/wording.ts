/** Mails of a rectification (SH-STORE-09). */
import { deadlines, list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { rectification } from './contract.ts';

export const rectificationWording: WordingsOf<typeof rectification> = {
  rectificationOpened: {
    'zh-CN': ({ ground, clause, facts, corrections, effects, handIn = false }, say) => ({
      blocks: [
        paragraph(`贵店铺现予整顿。事由：${say.of(ground)}（依据${say.cite(clause)}）。`),
        ...list('事实', say.all(facts)),
        ...list('尚须改正的内容', say.all(corrections)),
        deadlines,
        ...list('整顿期间', say.all(effects)),
        paragraph(
          handIn
            ? '上述内容完成后，请在案件中提交改正证明，审核人员核实后解除整顿；核查期间期限中止计算。'
            : '上述内容完成后，平台自动送审核人员核查，核实后解除整顿，无须另行提交。',
        ),
      ],
      facts: [
        ['事由', say.of(ground)],
        ['依据', say.cite(clause)],
      ],
      action: '查看整顿案件',
    }),
    en: ({ ground, clause, facts, corrections, effects, handIn = false }, say) => ({
      blocks: [
        paragraph(`Your store has been put under rectification. Ground: ${say.of(ground)}, under ${say.cite(clause)}.`),
        ...list('Facts', say.all(facts)),
        ...list('What is still to be corrected', say.all(corrections)),
        deadlines,
        ...list('While the rectification lasts', say.all(effects)),
        paragraph(
          handIn
            ? 'Once this is done, hand in evidence of the correction in the case; a reviewer checks it and lifts the rectification. ' +
                'The clock stands still while it is checked.'
            : 'Once this is done the case goes to a reviewer of itself, who checks it and lifts the rectification; nothing else ' +
                'need be handed in.',
        ),
      ],
      facts: [
        ['Ground', say.of(ground)],
        ['Clause', say.cite(clause)],
      ],
      action: 'See the case',
    }),
  },

  correctionSentBack: {
    'zh-CN': ({ reason }, say) => ({
      blocks: [
        paragraph('审核人员核查了贵店铺的改正情况，认为尚未完成改正，整顿继续。'),
        paragraph(`理由：${say.of(reason)}`),
        deadlines,
        paragraph('改正后，请在案件中重新提交改正证明。'),
      ],
      action: '查看整顿案件',
    }),
    en: ({ reason }, say) => ({
      blocks: [
        paragraph(
          'A reviewer has checked the correction of your store and found it not complete; the rectification goes on.',
        ),
        paragraph(`Why: ${say.of(reason)}`),
        deadlines,
        paragraph('Once it is corrected, hand in evidence in the case again.'),
      ],
      action: 'See the case',
    }),
  },

  rectificationExtended: {
    'zh-CN': ({ reason }, say) => ({
      blocks: [
        paragraph('负责人已延长贵店铺的整顿期限。期限内仍未改正的，负责人可以转入清退。'),
        paragraph(`理由：${say.of(reason)}`),
        deadlines,
      ],
      action: '查看整顿案件',
    }),
    en: ({ reason }, say) => ({
      blocks: [
        paragraph(
          'A manager has extended the rectification of your store. If nothing is corrected by then, clearance may be opened.',
        ),
        paragraph(`Why: ${say.of(reason)}`),
        deadlines,
      ],
      action: 'See the case',
    }),
  },

  rectificationUnfounded: {
    'zh-CN': ({ why, withdrawnAt }, say) => ({
      blocks: [
        paragraph('整顿所依据的认定已经撤回，整顿随之撤销，整顿期间的限制同时取消，贵机构无须办理任何手续。'),
        paragraph(`理由：${say.of(why)}`),
      ],
      facts: [['撤销时间', say.at(withdrawnAt)]],
      action: '查看案件',
    }),
    en: ({ why, withdrawnAt }, say) => ({
      blocks: [
        paragraph(
          'What the rectification rested on was taken back. The rectification is withdrawn with its restrictions, and there is nothing for ' +
            'you to do.',
        ),
        paragraph(`Why: ${say.of(why)}`),
      ],
      facts: [['Withdrawn', say.at(withdrawnAt)]],
      action: 'See the case',
    }),
  },

  rectificationWithdrawn: {
    'zh-CN': ({ doneAt, withdrawnAt }, say) => ({
      blocks: [
        paragraph(
          '平台数据显示，贵店铺在原定期限内已经完成开店基本工作，整顿情形自始不成立。系统据此自动撤销整顿，整顿期间的限制同时取消。',
        ),
        paragraph(
          '本次撤销由系统根据平台数据作出，未经审核人员核查；此前的店铺整顿通知不再有效，贵机构无须办理任何手续。',
        ),
      ],
      facts: [
        ['实际完成时间', say.at(doneAt)],
        ['撤销时间', say.at(withdrawnAt)],
      ],
      action: '查看案件',
    }),
    en: ({ doneAt, withdrawnAt }, say) => ({
      blocks: [
        paragraph(
          'The data of the platform show that your store had finished its set-up in time: the ground of the rectification never ' +
            'stood. The system has therefore withdrawn the rectification, with its restrictions.',
        ),
        paragraph(
          'This was done by the system on the data of the platform; no reviewer has looked into it. The rectification notice you ' +
            'were sent no longer holds, and there is nothing for you to do.',
        ),
      ],
      facts: [
        ['Finished', say.at(doneAt)],
        ['Withdrawn', say.at(withdrawnAt)],
      ],
      action: 'See the case',
    }),
  },

  rectificationReleased: {
    'zh-CN': ({ releasedAt, reason }, say) => ({
      blocks: [
        paragraph('经审核人员核实，贵店铺的整顿已经解除，整顿期间的限制同时取消。'),
        ...(reason === undefined ? [] : [paragraph(`核实意见：${say.of(reason)}`)]),
      ],
      facts: [['解除时间', say.at(releasedAt)]],
      action: '查看案件',
    }),
    en: ({ releasedAt, reason }, say) => ({
      blocks: [
        paragraph(
          'A reviewer has checked the correction and lifted the rectification of your store, with its restrictions.',
        ),
        ...(reason === undefined ? [] : [paragraph(`The reviewer’s words: ${say.of(reason)}`)]),
      ],
      facts: [['Lifted', say.at(releasedAt)]],
      action: 'See the case',
    }),
  },
};
