import { text, type Text } from '../../../rules/text.ts';

/** A file that cannot be kept; its words say what is wrong with it and what to do. */
export class Unfit extends Error {
  readonly text: Text;

  constructor(message: Text) {
    super(message.en);
    this.name = 'Unfit';
    this.text = message;
  }
}

/** Throws {@link Unfit}. */
export function unfit(zh: string, en: string): never {
  throw new Unfit(text(zh, en));
}

/** A file of which a part is missing or cannot be read. @throws Unfit */
export function damaged(): never {
  return unfit(
    '文件不完整、已损坏，或夹带了其他内容，请重新导出后上传。',
    'The file is incomplete, damaged or carries something else with it; export it anew and upload that.',
  );
}
