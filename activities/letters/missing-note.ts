/** What a document says of characters that none of its fonts has: they are named by their code points, since they cannot be shown. */
import { text, type Text } from '../../rules/text.ts';

/** @param missing the characters, each once */
export function missingNote(missing: readonly string[]): Text {
  const codes = missing.map(
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return text(
    `本件中有 ${missing.length} 个字符没有可用字形，以“□”代替：${codes.join('、')}。请在 Word 版或者系统页面中核对。`,
    `No font has these characters of the document; □ stands for them: ${codes.join(', ')}. Check them in the Word file or on the page.`,
  );
}
