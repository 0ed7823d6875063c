/** What the parts of an Office file are, and what they refer to, as its own lists tell. */
import { readElements, xmlText } from './xml.ts';
import { unfit } from './unfit.ts';

/** Kinds of parts that do something when the file is opened: last words of their types. */
const ACTIVE =
  /(vbaproject|wordvbadata|vbadata|control|activexcontrolbinary|oleobject|xlmacrosheet|xlintlmacrosheet|intlmacrosheet|macrosheet|dialogsheet|webextension|webextensiontaskpanes|afchunk)$/i;
const ACTIVE_CONTENT =
  /macroenabled|vbaproject|vbadata|activex|macrosheet|dialogsheet|webextension|x-msdownload|javascript|shockwave|text\/html|message\/rfc822|application\/(rtf|msword)/i;

/** What an Office file is by its main part. */
export type OfficeKind = 'docx' | 'xlsx' | null;

const MAIN: readonly (readonly [string, OfficeKind])[] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xlsx'],
];

/** Reads the list of the types of parts. @throws Unfit if one of them is active, e.g. macros under whatever name */
export function readContentTypes(content: Buffer): OfficeKind {
  const types: string[] = [];
  readElements(content, (name, { ContentType = '' }) => {
    if (name === 'Override') types.push(ContentType.trim());
  });
  if (types.some((type) => ACTIVE_CONTENT.test(type))) refuseActive();
  return MAIN.find(([type]) => types.includes(type))?.[1] ?? null;
}

/** @throws Unfit if a part refers to something active, or to something elsewhere that would be loaded when the file is opened */
export function inspectRelations(content: Buffer): void {
  readElements(content, (name, { Type = '', Target = '', TargetMode = '' }) => {
    if (name !== 'Relationship') return;
    if (ACTIVE.test(Type.trim())) refuseActive();
    const isLink = /\/hyperlink$/i.test(Type.trim());
    if (TargetMode.trim().toLowerCase() === 'external' && !isLink && !isOnOwnDisk(Target)) {
      unfit(
        '文件引用了网络上的模板、图片或其他内容，打开时会自动加载。请在原软件中断开这些链接，或导出为 PDF 后上传。',
        'The file refers to a template, a picture or other content elsewhere, which is loaded when it is opened. Break these links, or export it as PDF.',
      );
    }
  });
}

/** What does something in a part of text: fields that run a program or load from elsewhere, links to programs, a query at opening. @throws Unfit */
export function inspectText(name: string, content: Buffer): void {
  const markup = xmlText(content);
  const fields = fieldsOf(markup);
  const loads = /\b(INCLUDEPICTURE|INCLUDETEXT|IMPORT)\b[^\\]{0,20}"?(https?:|ftp:|file:|\\\\)/i;
  const isConnection = /(^|\/)connections\.xml$/i.test(name);
  if (
    /\bDDE(AUTO)?\b/i.test(fields) ||
    loads.test(fields) ||
    /<(\w+:)?ddeLink\b/i.test(markup) ||
    (isConnection && /\brefreshOnLoad\s*=\s*["'](1|true)["']/i.test(markup))
  ) {
    refuseActive();
  }
}

/** Scripts and handlers have no place in a drawing. @throws Unfit */
export function inspectDrawing(content: Buffer): void {
  const markup = xmlText(content);
  if (/<(\w+:)?(script|foreignObject|iframe)\b|\son\w+\s*=|javascript:|<!ENTITY/i.test(markup)) refuseActive();
}

/** @throws Unfit that says what active content is and how to be rid of it */
export function refuseActive(): never {
  return unfit(
    '文件含有宏、控件、OLE 对象、自动执行的域或其他活动内容。请删除后另存为 .docx 或 .xlsx，或导出为 PDF 后上传。',
    'The file holds macros, controls, OLE objects, fields that run by themselves or other active content. Remove it and save as .docx or .xlsx, or export it as PDF.',
  );
}

/** The instructions of the fields of a text, which may be cut into pieces. */
function fieldsOf(markup: string): string {
  const pieces = [...markup.matchAll(/<(?:\w+:)?instrText\b[^>]*>([^<]*)</g)].map(([, piece]) => piece ?? '');
  const simple = [...markup.matchAll(/\b(?:\w+:)?instr\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, double, single]) => double ?? single ?? '',
  );
  return [pieces.join(''), ...simple]
    .join('\n')
    .replace(/&#(x[0-9a-f]{1,6}|\d{1,7});|&quot;/gi, (whole, code?: string) => {
      if (code === undefined) return '"';
      const point = code.toLowerCase().startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
}

/** A path on the disk of who wrote the file: it loads nothing anywhere else. */
function isOnOwnDisk(target: string): boolean {
  const path = decoded(target).trim().replaceAll('\\', '/');
  if (/^file:/i.test(path)) return /^file:(\/\/\/|\/)?[^/]/i.test(path);
  return /^[a-z]:\//i.test(path) || !(path.startsWith('//') || /^[a-z][a-z0-9+.-]*:/i.test(path));
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
