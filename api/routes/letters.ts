import { z } from 'zod';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import { download, shownQuery } from '../files/download.ts';
import { idSchema, line } from '../http/schemas.ts';
import { route } from '../http/route.ts';
import { LETTER_LOCALES, readableKeys } from '../views/letter-view.ts';
import { findCase } from '../views/read-case.ts';
import { noteSealedCase } from '../views/sealed-case.ts';
import { sealedReadTrail } from '../views/sealed-read.ts';

/** A letter of a case as PDF, for the bodies that handle the case and for the party it went to. Our own pages may show it in place (`inline`). */
export const downloadLetter = route({
  method: 'get',
  path: '/api/cases/{id}/letters/{key}',
  ability: 'case.read',
  trail: sealedReadTrail,
  tag: 'cases',
  summary: text('下载告知函', 'Download a letter'),
  requirement: 'SH-STORE-11.2, XC-04.1',
  params: z.strictObject({ id: idSchema, key: line(80).meta({ description: 'As the letters of the case name it' }) }),
  query: z.strictObject({
    lang: z.enum(LETTER_LOCALES).default('zh-CN').meta({ description: 'The letter in Chinese is authoritative' }),
    ...shownQuery,
  }),
  refuses: ['OUT_OF_SCOPE'],
  answers: { 200: { description: 'The letter', mediaType: 'application/pdf' } },
  async handle(call) {
    const {
      context,
      reader,
      access,
      params: { id, key },
      query: { lang, inline },
    } = call;
    const { database } = context;
    const { row, standing } = await findCase(context, id, access);
    const keys = await readableKeys(database, id, standing, reader);
    const letter =
      keys === 'all' || keys.has(key)
        ? await database.letter.findUnique({
            where: { caseId_key: { caseId: id, key } },
            select: { id: true, number: true, files: { where: { locale: lang } } },
          })
        : null;
    const [file] = letter?.files ?? [];
    if (letter === null || file === undefined) {
      return refuse('NOT_FOUND', '没有这份告知函，或您无权查看。', 'There is no such letter, or you may not read it.');
    }
    await noteSealedCase(call, row);
    const name = lang === 'zh-CN' ? `${letter.number}.pdf` : `${letter.number} (English translation).pdf`;
    const { content, sha256 } = file;
    return download({ id: `${letter.id}.pdf`, name, mime: 'application/pdf', sha256 }, Buffer.from(content), {
      inline,
    });
  },
});
