/** Mails of a request of an authority (HN-NET-08.5). */
import { fact, list, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { authorityRequest } from './contract.ts';

export const authorityRequestWording: WordingsOf<typeof authorityRequest> = {
  dataReleased: {
    'zh-CN': ({ recipient, requesterName, fields, basis, purpose, suppliedAt }, say) => ({
      blocks: [
        paragraph(
          `平台依${requesterName}（${say.of(recipient)}）的书面请求，提供了与您有关的下列资料。您无须办理任何手续。`,
        ),
        ...list(
          '提供的资料',
          fields.map((field) => say.of(field)),
        ),
      ],
      facts: [['法律依据', basis], ...fact('用途', purpose), ['提供时间', say.at(suppliedAt)]],
      action: '查看案件',
    }),
    en: ({ recipient, requesterName, fields, basis, purpose, suppliedAt }, say) => ({
      blocks: [
        paragraph(
          `On the written request of ${requesterName} (${say.of(recipient)}) the platform has supplied the data below, which are ` +
            'about you. You need not do anything.',
        ),
        ...list(
          'Data supplied',
          fields.map((field) => say.of(field)),
        ),
      ],
      facts: [['Legal basis', basis], ...fact('Purpose', purpose), ['Supplied', say.at(suppliedAt)]],
      action: 'See the case',
    }),
  },
};
