// Controls, marks that turn the direction of text, and characters that file systems and headers give a meaning.
const UNWANTED =
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"*:<>?\\/|]/gu;
const LONGEST = 120;

/** A file's name and its extension, in lower case without the dot; '' if it has none. */
export interface CleanName {
  readonly name: string;
  readonly extension: string;
}

/**
 * The name under which an uploaded file is kept and shown: the last part of a path, without characters that could make it read as
 * another, cut to 120 characters with its extension kept.
 */
export function cleanName(original: string): CleanName {
  const last = original.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(UNWANTED, '')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const stem = (dot >= 0 ? plain.slice(0, dot) : plain).replace(/^[. ]+/, '').trim();
  const extension =
    dot >= 0
      ? plain
          .slice(dot + 1)
          .trim()
          .toLowerCase()
      : '';
  const room = LONGEST - (extension === '' ? 0 : extension.length + 1);
  const short = Array.from(stem).slice(0, Math.max(1, room)).join('').trim() || 'file';
  return { name: extension === '' ? short : `${short}.${extension}`, extension };
}
