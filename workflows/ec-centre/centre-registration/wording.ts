/** Mails on the registration of a centre (EC-CENTRE-01). */
import { list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { centreRegistration } from './contract.ts';

export const centreRegistrationWording: WordingsOf<typeof centreRegistration> = {
  centreRegistered: {
    'zh-CN': ({ name, class: derived, findings }, say) => ({
      blocks: [
        paragraph(`${name}已登记，类别为${say.of(derived)}。`),
        ...list(
          '与规范不一致之处（供改进，不影响登记）',
          findings.map((one) => say.of(one)),
        ),
      ],
      action: '查看登记',
    }),
    en: ({ name, class: derived, findings }, say) => ({
      blocks: [
        paragraph(`${name} is registered: ${say.of(derived)}.`),
        ...list(
          'Not as the standard has it; it bars nothing',
          findings.map((one) => say.of(one)),
        ),
      ],
      action: 'See the registration',
    }),
  },
  centreDeclined: {
    'zh-CN': ({ name, reason }, say) => ({
      blocks: [paragraph(`${name}不予登记。`), paragraph(`理由：${say.of(reason)}`)],
    }),
    en: ({ name, reason }, say) => ({
      blocks: [paragraph(`${name} is not registered.`), paragraph(`Why: ${say.of(reason)}`)],
    }),
  },
  standingChanged: {
    'zh-CN': ({ name, before, class: derived, findings }, say) => ({
      blocks: [
        paragraph(`${name}的情况已更新，类别按规范重新核定。`),
        ...list(
          '与规范不一致之处（供改进，不影响登记）',
          findings.map((one) => say.of(one)),
        ),
      ],
      facts: [
        ['原类别', say.of(before)],
        ['现类别', say.of(derived)],
      ],
      action: '查看登记',
    }),
    en: ({ name, before, class: derived, findings }, say) => ({
      blocks: [
        paragraph(`What ${name} reports has changed; its class was derived again.`),
        ...list(
          'Not as the standard has it; it bars nothing',
          findings.map((one) => say.of(one)),
        ),
      ],
      facts: [
        ['Class before', say.of(before)],
        ['Class now', say.of(derived)],
      ],
      action: 'See the registration',
    }),
  },
};
