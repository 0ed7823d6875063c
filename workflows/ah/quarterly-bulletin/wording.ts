/** Mails of a quarterly bulletin (AH-EVAL-05). */
import { bulletinFigures, bulletinTitles } from '../../../rules/ah/figures.ts';
import { quarterInWords } from '../../../rules/ah/quarters.ts';
import { paragraph, table } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { quarterlyBulletin } from './contract.ts';

export const quarterlyBulletinWording: WordingsOf<typeof quarterlyBulletin> = {
  bulletinReturned: {
    'zh-CN': ({ reason, ...of }, say) => ({
      subject: `${say.of(quarterInWords(of))}通报退回修改`,
      blocks: [
        paragraph(`${say.of(quarterInWords(of))}通报未获审定，退回修改后再行送审。数据已固定，更正以说明列出。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
      action: '查看通报',
    }),
    en: ({ reason, ...of }, say) => ({
      subject: `The bulletin of ${say.of(quarterInWords(of))} was returned`,
      blocks: [
        paragraph(
          `The bulletin of ${say.of(quarterInWords(of))} was not approved. Change it and hand it in again; its figures are frozen, and corrections go into a note.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      action: 'See the bulletin',
    }),
  },

  bulletinCorrected: {
    'zh-CN': ({ document, note, notedAt, ...of }, say) => ({
      subject: `${say.of(quarterInWords(of))}通报更正说明`,
      blocks: [
        paragraph(`${say.of(quarterInWords(of))}通报印发后作如下更正。通报所列数据不变，以本说明为准。`),
        paragraph(say.of(note)),
      ],
      facts: [
        ['文号', document],
        ['更正时间', say.at(notedAt)],
      ],
    }),
    en: ({ document, note, notedAt, ...of }, say) => ({
      subject: `Correction to the bulletin of ${say.of(quarterInWords(of))}`,
      blocks: [
        paragraph(
          `The bulletin of ${say.of(quarterInWords(of))} is corrected after its issue. Its figures stay as they were; this note says what is right.`,
        ),
        paragraph(say.of(note)),
      ],
      facts: [
        ['Document', document],
        ['Corrected', say.at(notedAt)],
      ],
    }),
  },
  bulletinIssued: {
    'zh-CN': ({ document, figures, members, issuedAt, ...of }, say) => ({
      subject: `${say.of(quarterInWords(of))}通报`,
      blocks: [
        paragraph(
          `${say.of(quarterInWords(of))}平台网络服务情况已经审定，现予通报，共 ${members} 家。贵单位的数据如下。`,
        ),
        table(
          ['数据', '数量'],
          bulletinFigures.map((name) => [say.of(bulletinTitles[name]), String(figures[name])]),
        ),
      ],
      facts: [
        ['文号', document],
        ['印发时间', say.at(issuedAt)],
      ],
    }),
    en: ({ document, figures, members, issuedAt, ...of }, say) => ({
      subject: `Bulletin of ${say.of(quarterInWords(of))}`,
      blocks: [
        paragraph(
          `The bulletin of ${say.of(quarterInWords(of))} was approved and is issued; members in it: ${members}. Your own figures are below.`,
        ),
        table(
          ['Figure', 'Number'],
          bulletinFigures.map((name) => [say.of(bulletinTitles[name]), String(figures[name])]),
        ),
      ],
      facts: [
        ['Document', document],
        ['Issued', say.at(issuedAt)],
      ],
    }),
  },
};
