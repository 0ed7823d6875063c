/** In what form papers and files come (填写说明, SH-EVAL-13). */
import { text, type Text } from '../text.ts';
import { issue, type Issue } from './issue.ts';

/** What whoever receives the paper set ticks: five checks of its form (SH-EVAL-13.2), and that the commitment reads as it must (SH-EVAL-12.11). */
export const paperChecks = {
  A4_DUPLEX: text('A4 纸双面打印', 'A4, printed on both sides'),
  BOUND: text('胶装成册', 'glue-bound'),
  COVER_SEAL: text('封面加盖公章', 'official seal on the cover'),
  COMMITMENT_SEALS: text(
    '真实性承诺书加盖公章和法人签章',
    'official seal and the seal of the legal representative on the commitment',
  ),
  COMMITMENT_UNALTERED: text('真实性承诺书内容未改动', 'text of the commitment unaltered'),
  CROSS_PAGE_SEAL: text('整套材料加盖骑缝章', 'cross-page seal on the whole set'),
} as const satisfies Readonly<Record<string, Text>>;

export type PaperCheck = keyof typeof paperChecks;

export const paperCheckKeys = Object.keys(paperChecks) as readonly PaperCheck[];

/** What of these is not as it should be; empty when the set is in order. */
export function failedPaperChecks(ticked: Readonly<Partial<Record<PaperCheck, boolean>>>): PaperCheck[] {
  return paperCheckKeys.filter((check) => ticked[check] !== true);
}

/** What of the two versions has not come yet; both are needed (SH-EVAL-13.1). */
export function missingReceipts(received: { readonly paper: boolean; readonly electronic: boolean }): Issue[] {
  return [
    ...(received.electronic
      ? []
      : [issue('electronic', '13.1', '尚未收到电子版材料', 'The electronic version has not been received')]),
    ...(received.paper ? [] : [issue('paper', '13.1', '尚未收到纸质材料', 'The paper version has not been received')]),
  ];
}

/** What is wrong with a file: REFUSED keeps the entry from being submitted, WARNING does not. */
export interface FormatFault {
  readonly level: 'REFUSED' | 'WARNING';
  readonly issue: Issue;
}

/** A file as it was uploaded: where it stands in the form, and its name. */
export interface NamedFile {
  readonly field: string;
  readonly name: string;
}

/** A scanned attachment: jpg, and a name that says what it is (SH-EVAL-13.5). Null when both hold. */
export function scanFault({ field, name }: NamedFile): FormatFault | null {
  if (!/\.jpe?g$/i.test(name)) {
    return {
      level: 'REFUSED',
      issue: issue(
        field,
        '13.5',
        `附件扫描件须为 jpg 格式，“${name}”不是`,
        `Scanned attachments are filed as jpg; “${name}” is not`,
      ),
    };
  }
  if (isTelling(name)) return null;
  return {
    level: 'WARNING',
    issue: issue(
      field,
      '13.5',
      `文件名“${name}”没有注明附件内容，请改名`,
      `The file name “${name}” does not say what the attachment is; rename it`,
    ),
  };
}

/** The body of the report as PDF or Word (SH-EVAL-13.3). Null when the file is of the kind. */
export function bodyFault({ field, name }: NamedFile, kind: 'pdf' | 'word'): FormatFault | null {
  const right = kind === 'pdf' ? /\.pdf$/i.test(name) : /\.docx?$/i.test(name);
  if (right) return null;
  const called = kind === 'pdf' ? 'PDF' : 'Word';
  return {
    level: 'REFUSED',
    issue: issue(
      field,
      '13.3',
      `此处须为 ${called} 格式的正文，“${name}”不是`,
      `This is the body as ${called}; “${name}” is not`,
    ),
  };
}

/** Words that cameras, telephones and scanners give to any file, and that say nothing of what it is. */
const NOT_TELLING =
  /(img|image|dsc[fn]?|pxl|scan(ned)?|scanner|doc|document|file|photo|pic(ture)?|screenshot|mmexport|wx|wechat|camscanner|untitled|copy|new|微信|图片|图像|照片|扫描件?|文档|文件|截图|新建|未命名|副本|附件)/gi;

/** Whether anything is left of a file name without numbers, marks and words that fit any file. */
function isTelling(name: string): boolean {
  const bare = name.replace(/\.[^.]*$/, '').replace(NOT_TELLING, '');
  return /\p{Letter}{2,}/u.test(bare);
}
