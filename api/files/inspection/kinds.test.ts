import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { archive } from '../../testing/archive.ts';
import { docx, DOCX, relation, xlsx } from '../../testing/office-samples.ts';
import { PDF, PNG } from '../../testing/samples.ts';
import { kindOf } from './kinds.ts';
import { Unfit } from './unfit.ts';

const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

/** A picture of a telephone: header, its size, an end. */
function jpeg(width = 4_000, height = 3_000): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    Buffer.from('JFIF\0'),
    Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0]),
    frame,
    Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xff, 0xd9]),
  ]);
}

function png(width: number, height: number): Buffer {
  const sides = Buffer.alloc(13);
  sides.writeUInt32BE(width, 0);
  sides.writeUInt32BE(height, 4);
  sides.set([8, 6], 8);
  return Buffer.concat([PNG.subarray(0, 8), chunk('IHDR', sides), PNG.subarray(33)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const told = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(told));
  return Buffer.concat([length, told, sum]);
}

/** A PDF with this as one of its objects. */
function pdfWith(object: string | Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n'),
    Buffer.from(object),
    Buffer.from('\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  ]);
}

/** The same in a stream of objects, as programs of today write it. */
function packedPdf(object: string, dictionary = '/Type/ObjStm'): Buffer {
  const packed = deflateSync(Buffer.from(`2 0 ${object}`));
  return pdfWith(
    Buffer.concat([
      Buffer.from(`5 0 obj<<${dictionary}/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n`),
      packed,
      Buffer.from('\nendstream endobj'),
    ]),
  );
}

async function madePdf(change: (document: PDFDocument) => unknown): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  await change(document);
  return Buffer.from(await document.save());
}

/** An encrypted PDF that opens without a password, with a table that unpacks to so many bytes. */
async function encryptedFlood(size: number): Promise<Buffer> {
  const made = await madePdf((document) => document.encrypt({ userPassword: '', ownerPassword: 'owner' }));
  const at = made.indexOf('1 0 obj');
  const table = '99 0 obj<</Type/XRef/Size 1/W[1 2 1]/Filter/FlateDecode>>stream\n';
  return Buffer.concat([
    ...[made.subarray(0, at), Buffer.from(table), deflateSync(Buffer.alloc(size))],
    ...[Buffer.from('\nendstream endobj\n'), made.subarray(at)],
  ]);
}

const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), Buffer.alloc(5_000, 7)]);
const mark = Buffer.from('SEFH\0\0\0\x01\0\0\0\x0aImage_UTC_DataSEFT', 'latin1');

describe('files that are accepted', () => {
  it.each([
    ['a photo with a mark of the telephone behind it', Buffer.concat([jpeg(), mark]), 'image/jpeg'],
    ['a photo that moves', Buffer.concat([jpeg(), film]), 'image/jpeg'],
    ['a photo with a smaller one and a mark behind it', Buffer.concat([jpeg(), jpeg(160, 120), mark]), 'image/jpeg'],
    ['a screenshot with the rest of an older one behind it', Buffer.concat([PNG, Buffer.alloc(300, 9)]), 'image/png'],
    ['a photo of 200 million pixels', jpeg(16_320, 12_240), 'image/jpeg'],
    ['a document with a drawing', docx({ 'word/media/icon.svg': '<svg><path d="M0 0"/></svg>' }), DOCX],
    ['a document with a link', docx({ 'word/_rels/document.xml.rels': relation('hyperlink', 'https://a.cn/') }), DOCX],
    [
      'a document made from a template on the disk of its author',
      docx({ 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'file:///C:\\Users\\w\\Normal.dotm') }),
      DOCX,
    ],
    [
      'a document with the table behind a chart',
      docx({ 'word/embeddings/Microsoft_Excel_Worksheet.xlsx': xlsx() }),
      DOCX,
    ],
    [
      'a document with a field',
      docx({ 'word/footer1.xml': '<w:instrText> PAGE \\* MERGEFORMAT </w:instrText>' }),
      DOCX,
    ],
    ['a PDF with its objects in a stream', packedPdf('<</Type/Page>>'), 'application/pdf'],
    ['a PDF with a link', pdfWith('2 0 obj<</S/URI/URI(https://a.cn)>>endobj'), 'application/pdf'],
    ['a PDF that speaks of scripts', pdfWith('2 0 obj<</Title(JavaScript, Launch)>>endobj'), 'application/pdf'],
  ])('SH-STORE-03.2 %s', async (_what, content, mime) => {
    expect((await kindOf(content)).mime).toBe(mime);
  });

  it('SH-STORE-03.2 a PDF that only its owner may change', async () => {
    const content = await madePdf((document) => document.encrypt({ userPassword: '', ownerPassword: 'owner' }));
    expect((await kindOf(content)).mime).toBe('application/pdf');
  });
});

/** What is said of a file that is not accepted. */
async function saidOf(content: Buffer): Promise<string> {
  const said = await kindOf(content).catch((failure: unknown) => failure);
  if (!(said instanceof Unfit)) throw new Error(`It was accepted, or failed otherwise: ${JSON.stringify(said)}`);
  expect(said.text.zh).toMatch(/[\u4e00-\u9fff]/);
  return said.text.en;
}

describe('files that are refused', () => {
  it.each([
    ['a script', '2 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj'],
    ['a script under an escaped name', '2 0 obj<</S/J#61vaScript/JS(app.alert(1))>>endobj'],
    ['the start of a program', '2 0 obj<</S/Launch/F(cmd.exe)>>endobj'],
    ['an attached file', '2 0 obj<</Names<</EmbeddedFiles<</Names[(a)3 0 R]>>>>>>endobj'],
    ['a form that runs by itself', '2 0 obj<</AcroForm<</XFA 3 0 R>>>>endobj'],
    ['a film with a script', '2 0 obj<</S/Rendition/JS(x)>>endobj'],
  ])('SH-STORE-03.2 a PDF with %s, also among compressed objects', async (_what, object) => {
    const inner = object.slice('2 0 obj'.length, -'endobj'.length);
    for (const content of [
      pdfWith(object),
      packedPdf(inner),
      packedPdf(inner, '/Type/Obj#53tm'),
      // A table that names other objects hides none.
      Buffer.concat([pdfWith(object), pdfWith('2 0 obj<</Type/Page>>endobj')]),
    ])
      expect(await saidOf(content)).toMatch(/scripts.*Print it to PDF anew/);
  });

  it('SH-STORE-03.2 a PDF with objects packed in a way that cannot be looked into', async () => {
    const twice = Buffer.concat([
      Buffer.from('5 0 obj<</Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]>>stream\n'),
      Buffer.from(deflateSync(Buffer.from('2 0 <</S/JavaScript>>')).toString('hex')),
      Buffer.from('>\nendstream endobj'),
    ]);
    expect(await saidOf(pdfWith(twice))).toMatch(/export it anew/);
    const flood = deflateSync(Buffer.alloc(80 * 1_048_576));
    const bomb = Buffer.concat([
      Buffer.from('5 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n'),
      flood,
      Buffer.from('\nendstream endobj'),
    ]);
    expect(await saidOf(pdfWith(bomb))).toMatch(/export it anew/);
  });

  it('SH-STORE-03.2 a PDF that needs a password, and a script in one that does not', async () => {
    const locked = await madePdf((document) => document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' }));
    expect(await saidOf(locked)).toMatch(/needs a password.*remove the password/);
    const scripted = await madePdf((document) => {
      document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'JavaScript', JS: PDFString.of('x') }));
      return document.encrypt({ userPassword: '', ownerPassword: 'owner' });
    });
    expect(await saidOf(scripted)).toMatch(/scripts/);
  });

  it.each([
    ['macros', { 'word/vbaProject.bin': OLE }],
    ['macros under another name', { 'word/media/image1.png': OLE }],
    [
      'macros that are referred to',
      {
        'word/_rels/document.xml.rels': relation(
          'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
          'x.bin',
          'Internal',
        ),
      },
    ],
    ['an OLE object', { 'word/embeddings/oleObject1.bin': OLE }],
    ['a control', { 'word/_rels/document.xml.rels': relation('control', 'activeX/activeX1.xml', 'Internal') }],
    [
      'a field that starts a program',
      { 'word/header1.xml': '<w:instrText>DDEAU</w:instrText><w:r/><w:instrText>TO c:\\\\cmd.exe</w:instrText>' },
    ],
    ['a program', { 'word/media/image1.emf': Buffer.from('MZ\x90\0') }],
    ['a page', { 'word/afchunk.html': '<p>x</p>' }],
    ['a drawing with a script', { 'word/media/icon.svg': '<svg><script>alert(1)</script></svg>' }],
    ['a workbook with macros in it', { 'word/embeddings/a.xlsx': xlsx({ 'xl/vbaProject.bin': OLE }) }],
    ['an archive in it', { 'word/embeddings/a.bin': archive({ 'a.txt': 'x' }) }],
  ])('SH-STORE-03.2 a document with %s', async (_what, parts: Record<string, string | Buffer>) => {
    expect(await saidOf(docx(parts))).toMatch(/macros, controls, OLE objects.*save as .docx/);
  });

  it('SH-STORE-03.2 a document that calls itself one with macros, under whatever name', async () => {
    const type = 'application/vnd.ms-word.document.macroEnabled.main+xml';
    expect(await saidOf(docx({}, {}, `<Override PartName="/a.xml" ContentType="${type}"/>`))).toMatch(/macros/);
  });

  it.each([
    ['attachedTemplate', 'https://evil.example/a.dotm'],
    ['attachedTemplate', '\\\\evil.example\\share\\a.dotm'],
    ['attachedTemplate', 'file://evil.example/share/a.dotm'],
    ['attachedTemplate', 'file:%2F%2F%2F%2Fevil.example/a.dotm'],
    ['image', 'http://evil.example/seen.png'],
    ['frame', 'mhtml:http://evil.example/a!x'],
    ['externalLinkPath', 'https://evil.example/book.xlsx'],
  ])('SH-STORE-03.2 a document that loads its %s from %s', async (kind, target) => {
    const list = relation(kind, target);
    for (const written of [Buffer.from(list), Buffer.from(`\ufeff${list}`, 'utf16le')])
      expect(await saidOf(docx({ 'word/_rels/settings.xml.rels': written }))).toMatch(
        /refers to a template.*Break these links/,
      );
  });

  it('SH-STORE-03.2 documents of old versions and with a password, and archives, with what to do', async () => {
    expect(await saidOf(OLE)).toMatch(/old version of Office; save it as .docx/);
    const locked = Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await saidOf(locked)).toMatch(/needs a password.*remove it/);
    expect(await saidOf(archive({ 'a.txt': 'x' }))).toMatch(/Unpack an archive/);
  });

  it.each([
    ['a photo', jpeg(60_000, 60_000)],
    ['a picture', png(60_000, 60_000)],
    ['a picture in a document', docx({ 'word/media/image1.png': png(60_000, 60_000) })],
    ['a picture in a PDF', pdfWith('2 0 obj<</Subtype/Image/Width 60000/Height 60000>>stream\nx\nendstream endobj')],
  ])('SH-STORE-03.2 %s of 60,000 x 60,000', async (_what, content) => {
    expect(await saidOf(content)).toMatch(/60000 x 60000 pixels; at most 200 million/);
  });

  it.each([
    ['an archive', archive({ 'a.txt': 'x' })],
    ['a page', Buffer.from('<!DOCTYPE html><p>x')],
    ['a script', Buffer.from('<?php echo 1;')],
    ['a program', Buffer.from('MZ\x90\0')],
    ['a PDF', PDF],
  ])('SH-STORE-03.2 a photo, a picture and a PDF with %s behind it', async (_what, behind) => {
    for (const content of [jpeg(), PNG])
      expect(await saidOf(Buffer.concat([content, behind]))).toMatch(/carries something/);
  });

  it('SH-STORE-03.2 archives within an archive that come to more than a file may hold, before they are unpacked', async () => {
    const flood = xlsx({ 'xl/media/a.bin': Buffer.alloc(40 * 1_048_576) }, { deflate: true });
    const inner = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`word/embeddings/${index}.xlsx`, flood]));
    expect(await saidOf(docx(inner))).toMatch(/Unpacked, the file takes more than 100 MB/);
    const crowd = xlsx(Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`xl/${index}.xml`, '<a/>'])));
    const crowds = {
      'word/embeddings/1.xlsx': crowd,
      'word/embeddings/2.xlsx': crowd,
      'word/embeddings/3.xlsx': crowd,
    };
    expect(await saidOf(docx(crowds))).toMatch(/parts; at most 4000/);
  });

  it('SH-STORE-03.2 a PDF whose objects are packed one around the other, or behind an encryption, to a flood', async () => {
    const around = '1 0 obj<</Type/ObjStm/N 1/First 4>>stream\nx\n'.repeat(40_000);
    expect(await saidOf(pdfWith(`${around}endstream endobj`))).toMatch(/export it anew/);
    expect(await saidOf(await encryptedFlood(80 * 1_048_576))).toMatch(/export it anew/);
  });

  it('SH-STORE-03.2 an archive of 65,000 parts, before one of them is unpacked', async () => {
    const parts = Object.fromEntries(Array.from({ length: 65_000 }, (_, index) => [`word/${index}.xml`, '']));
    expect(await saidOf(docx(parts))).toMatch(/65002 parts; at most 4000/);
  });
});
