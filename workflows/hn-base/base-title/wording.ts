/** Mails on a title (HN-BASE-05). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { baseTitle } from './contract.ts';

export const baseTitleWording: WordingsOf<typeof baseTitle> = {
  titleExpiring: {
    'zh-CN': ({ name, validTo }, say) => ({
      blocks: [
        paragraph(`“${name}”的国家小型微型企业创业创新示范基地称号将于${say.day(validTo)}期满。`),
        paragraph('期满后称号终止。申报通知发布后，可以自愿重新申报；重新申报不延长原称号。'),
      ],
      facts: [['有效期末日', say.day(validTo)]],
      action: '查看称号',
    }),
    en: ({ name, validTo }, say) => ({
      blocks: [
        paragraph(`The title of “${name}” as a national demonstration base ends with ${say.day(validTo)}.`),
        paragraph(
          'It is over then. Once a call is open you may declare your base again if you wish; that does not lengthen the old title.',
        ),
      ],
      facts: [['Last day', say.day(validTo)]],
      action: 'See the title',
    }),
  },
  mayDeclareAgain: {
    'zh-CN': ({ name, validTo, year, filingDay }, say) => ({
      blocks: [
        paragraph(`${year}年度示范基地申报通知已发布，“${name}”的称号于本年度期满，可以自愿重新申报。`),
        paragraph('申报由所在市州主管部门组织，市州逾期报送的不予受理。'),
      ],
      facts: [
        ['有效期末日', say.day(validTo)],
        ['市州报送截止', say.day(filingDay)],
      ],
      action: '查看称号',
    }),
    en: ({ name, validTo, year, filingDay }, say) => ({
      blocks: [
        paragraph(
          `The call of ${year} is open. The title of “${name}” ends this year, and you may declare your base again.`,
        ),
        paragraph('Your city organises the declaration; what a city files late is not accepted.'),
      ],
      facts: [
        ['Last day of the title', say.day(validTo)],
        ['Cities file by', say.day(filingDay)],
      ],
      action: 'See the title',
    }),
  },
  titleExpired: {
    'zh-CN': ({ name, validTo }, say) => ({
      blocks: [paragraph(`“${name}”的国家小型微型企业创业创新示范基地称号已于${say.day(validTo)}期满终止。`)],
      facts: [['有效期末日', say.day(validTo)]],
    }),
    en: ({ name, validTo }, say) => ({
      blocks: [
        paragraph(`The title of “${name}” as a national demonstration base has ended with ${say.day(validTo)}.`),
      ],
      facts: [['Last day', say.day(validTo)]],
    }),
  },
  validityCorrected: {
    'zh-CN': ({ name, before, validTo, reason }, say) => ({
      blocks: [paragraph(`“${name}”的称号有效期已更正。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [
        ['原有效期末日', say.day(before)],
        ['更正为', say.day(validTo)],
      ],
    }),
    en: ({ name, before, validTo, reason }, say) => ({
      blocks: [paragraph(`The validity of the title of “${name}” was corrected.`), paragraph(`Why: ${say.of(reason)}`)],
      facts: [
        ['Last day before', say.day(before)],
        ['Last day now', say.day(validTo)],
      ],
    }),
  },
};
