/** Every letter in both languages, to a recipient with a long name. */
import { createLetterSetter } from '../../activities/letters/letter-setter.ts';
import { everyLetter, sampleLetter } from '../../activities/letters/sample-letter.ts';
import { sampleOf } from '../../activities/notices/sample-notices.ts';
import { LONG } from './names.ts';

/** The files by name. */
export async function letterFiles(fonts: string | undefined): Promise<ReadonlyMap<string, Uint8Array>> {
  const setter = createLetterSetter(fonts);
  const files = new Map<string, Uint8Array>();
  for (const { kind, template } of everyLetter)
    for (const locale of ['zh-CN', 'en'] as const) {
      const data = sampleOf(template, kind);
      const page = sampleLetter(template, { locale, number: '沪企服函〔2025〕7号', to: LONG, data });
      files.set(`letter-${template}-${locale}.pdf`, (await setter.set(page)).pdf);
    }
  await setter.close();
  return files;
}
