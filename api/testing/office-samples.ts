import { archive, type ArchiveOptions } from './archive.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const DOCX = `${OFFICE}.wordprocessingml.document`;
export const XLSX = `${OFFICE}.spreadsheetml.sheet`;
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const KINDS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Parts = Readonly<Record<string, string | Buffer>>;

function types(main: string, more: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${main}"/>${more}</Types>`;
}

/** A document of Word with these parts beside its text. */
export function docx(more: Parts = {}, options: ArchiveOptions = {}, ownTypes = ''): Buffer {
  return archive(
    { '[Content_Types].xml': types(`${DOCX}.main+xml`, ownTypes), 'word/document.xml': '<w:document/>', ...more },
    options,
  );
}

/** A workbook of Excel with these parts beside its table. */
export function xlsx(more: Parts = {}, options: ArchiveOptions = {}): Buffer {
  return archive(
    { '[Content_Types].xml': types(`${XLSX}.main+xml`, ''), 'xl/workbook.xml': '<workbook/>', ...more },
    options,
  );
}

/** The list of what a part refers to, with one entry of a kind such as `hyperlink`. */
export function relation(kind: string, target: string, mode: 'External' | 'Internal' = 'External'): string {
  const type = kind.includes(':') ? kind : `${KINDS}/${kind}`;
  return `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`;
}
