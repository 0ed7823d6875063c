import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepHouse } from './housekeeping.ts';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';
import { application, CODES, figures, PDF, PNG, uploaded } from './testing/samples.ts';
import { archive } from './testing/archive.ts';
import { fakeClamd, type FakeClamd } from './testing/clamd.ts';
import { docx, DOCX } from './testing/office-samples.ts';

let databases: TestDatabases;
let api: TestApi;
let provider: Caller;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  provider = await api.as('provider');
});

afterAll(() => databases.stop());

const PAGE = Buffer.from('<script>alert(1)</script>');
const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  Buffer.from('JFIF\0'),
  Buffer.alloc(9),
  Buffer.from([0xff, 0xd9]),
]);
/** A scan of four bytes of data, in which a marker's first byte is written twice over. */
const SCAN = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 0xff, 0, 2, 0xff, 0xd0, 3, 4]);
const PHOTO = Buffer.concat([JPEG.subarray(0, -2), SCAN, SCAN, Buffer.from([0xff, 0xd9])]);
/** A chunk of a PNG with a checksum that fits. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), data])));
  return Buffer.concat([length, Buffer.from(type), data, sum]);
}
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

describe('POST /api/files', () => {
  it.each([
    ['营业执照.pdf', PDF, 'application/pdf', 'application/pdf'],
    ['屏幕截图.PNG', PNG, 'image/png', 'image/png'],
    ['photo.jpeg', JPEG, 'image/jpeg', 'image/jpeg'],
    ['material.docx', docx(), DOCX, DOCX],
    ['plain.pdf', PDF, 'application/octet-stream', 'application/pdf'],
    ['declared-as-a-page.pdf', PDF, 'text/html', 'application/pdf'],
    ['declared-as-the-old-word.docx', docx(), 'application/msword', DOCX],
    ['declared-as-an-archive.docx', docx(), 'application/x-zip-compressed', DOCX],
    ['from-a-telephone.jfif', JPEG, 'image/pjpeg', 'image/jpeg'],
    ['with-a-mark-behind.jpg', Buffer.concat([PHOTO, Buffer.from('SEFT\0\x01')]), '', 'image/jpeg'],
    ['blanks-behind.pdf', Buffer.concat([PDF, Buffer.from('\r\n \0')]), 'application/pdf', 'application/pdf'],
    ['scans.jpg', PHOTO, 'image/jpeg', 'image/jpeg'],
    [
      'two-and-padding.jpg',
      Buffer.concat([PHOTO, Buffer.alloc(3), JPEG, Buffer.alloc(100)]),
      'image/jpeg',
      'image/jpeg',
    ],
    ['compressed.docx', docx({ 'word/styles.xml': 'x'.repeat(9_999) }, { deflate: true }), DOCX, DOCX],
    ['streamed.docx', docx({ 'word/empty.xml': '' }, { deflate: true, sizesFollow: true }), DOCX, DOCX],
  ])('keeps %s with its type, size and hash', async (name, content, type, mime) => {
    const { status, body } = await provider.upload(name, content, type);
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body).toMatchObject({
      mime,
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect(body.name.toLowerCase()).toBe(name.toLowerCase());
  });

  it.each([
    ['a program', 'setup.exe', EXE, 'application/octet-stream'],
    ['a program renamed', 'licence.pdf', EXE, 'application/pdf'],
    ['a page', 'licence.html', Buffer.from('<script>alert(1)</script>'), 'text/html'],
    ['a page renamed', 'licence.png', Buffer.from('<svg onload="alert(1)"/>'), 'image/png'],
    ['text', 'licence.txt', Buffer.from('hello'), 'text/plain'],
    ['nothing', 'licence.pdf', Buffer.alloc(0), 'application/pdf'],
    ['a double extension', 'licence.pdf.exe', PDF, 'application/pdf'],
    ['a false extension', 'licence.png', PDF, 'application/pdf'],
    ['no extension', 'licence', PDF, 'application/pdf'],
    ['a PDF that is an archive too', 'licence.pdf', Buffer.concat([PDF, archive({ 'a.txt': 'x' })]), 'application/pdf'],
    [
      'an image with a page behind it',
      'a.png',
      Buffer.concat([PNG, Buffer.from('<script>alert(1)</script>')]),
      'image/png',
    ],
    ['a photo with an archive behind it', 'a.jpg', Buffer.concat([JPEG, archive({ 'a.txt': 'x' })]), 'image/jpeg'],
    ['a PDF with a page behind its end', 'licence.pdf', Buffer.concat([PDF, PAGE]), 'application/pdf'],
    [
      'a PDF that is a page up to its first line',
      'licence.pdf',
      Buffer.concat([Buffer.from('<!-- '), PDF]),
      'application/pdf',
    ],
    [
      'a photo with a page behind it that ends like a photo',
      'a.jpg',
      Buffer.concat([JPEG, PAGE, Buffer.from([0xff, 0xd9])]),
      'image/jpeg',
    ],
    [
      'a photo with a page between its parts',
      'a.jpg',
      Buffer.concat([JPEG.subarray(0, -2), PAGE, Buffer.from([0xff, 0xd9])]),
      'image/jpeg',
    ],
    ['a photo that breaks off in a scan', 'a.jpg', PHOTO.subarray(0, -4), 'image/jpeg'],
    [
      'an image with a page between its parts that ends like an image',
      'a.png',
      Buffer.concat([PNG.subarray(0, -12), PAGE, PNG.subarray(-12)]),
      'image/png',
    ],
    [
      'an image with a page behind it that ends like an image',
      'a.png',
      Buffer.concat([PNG, PAGE, PNG.subarray(-12)]),
      'image/png',
    ],
    [
      'an image with a false checksum',
      'a.png',
      Buffer.concat([PNG.subarray(0, 33), chunk('tEXt', PAGE).subarray(0, -1), Buffer.from([0x5a]), PNG.subarray(33)]),
      'image/png',
    ],
    ['a document with a page behind it', 'a.docx', Buffer.concat([docx(), PAGE]), DOCX],
    [
      'a document with a page as its comment',
      'a.docx',
      Buffer.concat([docx().subarray(0, -2), Buffer.from([PAGE.length, 0]), PAGE]),
      DOCX,
    ],
    ['a document with a program before it', 'a.docx', Buffer.concat([EXE, docx()]), DOCX],
    ['a document with a page between its parts', 'a.docx', docx({}, { gap: PAGE }), DOCX],
    [
      'a document that unpacks to more than it says',
      'a.docx',
      docx({ 'word/bomb.xml': Buffer.alloc(50_000_000) }, { deflate: true, claimedSize: 1_000 }),
      DOCX,
    ],
    [
      'a document that unpacks to less than it says',
      'a.docx',
      docx({ 'word/styles.xml': 'x' }, { deflate: true, claimedSize: 1_000 }),
      DOCX,
    ],
    ['a truncated image', 'a.png', PNG.subarray(0, 40), 'image/png'],
    ['a plain archive', 'a.zip', archive({ 'a.txt': 'x' }), 'application/zip'],
    ['a document with macros', 'a.docx', docx({ 'word/vbaProject.bin': 'x' }), DOCX],
    ['a document with a program in it', 'a.docx', docx({ 'word/embeddings/run.exe': 'x' }), DOCX],
    ['a document that climbs out of its folder', 'a.docx', docx({ '../../evil.xml': 'x' }), DOCX],
    [
      'a document that unpacks to a flood',
      'a.docx',
      docx({ 'word/flood.xml': 'x' }, { claimedSize: 300 * 1_048_576 }),
      DOCX,
    ],
  ])('SH-STORE-03.2 refuses %s', async (_what, name, content, type) => {
    const before = await api.database.file.count();
    const { status, body } = await provider.upload(name, content, type);
    expect([status, body.code], JSON.stringify(body)).toEqual([415, 'UNSUPPORTED_TYPE']);
    expect(await api.database.file.count()).toBe(before);
  });

  it.each([
    ['nothing', '执照.pdf', Buffer.alloc(0), /文件是空的（0 字节）.*重新选择/],
    [
      'a file under the name of another kind',
      '执照.png',
      PDF,
      /扩展名为 \.png，内容却是 \.pdf 文件。请将扩展名改为 \.pdf/,
    ],
    ['a page', '执照.html', PAGE, /只接受 PDF、JPEG、PNG、DOCX、XLSX/],
  ])('SH-STORE-03.2 says of %s what to do', async (_what, name, content, words) => {
    const { status, body } = await provider.upload(name, content, '');
    expect([status, body.code]).toEqual([415, 'UNSUPPORTED_TYPE']);
    expect(body.message.zh).toMatch(words);
    expect(body.errors).toEqual([{ field: 'file', message: body.message }]);
  });

  it('SH-STORE-03.2 counts an upload that was refused for a day', async () => {
    const small = await databases.api({ environment: { UPLOAD_MEGABYTES: '2' } });
    const caller = await small.as('provider');
    const junk = Buffer.alloc(1_500_000, 1);
    expect((await caller.upload('a.pdf', junk, 'application/pdf')).status).toBe(415);
    const { status, body } = await caller.upload('b.pdf', junk, 'application/pdf');
    expect([status, body.code]).toEqual([409, 'LIMIT_REACHED']);
    expect(body.message.en).toMatch(/uploads that were refused \(1 MB\) count for 24 hours/);
    expect((await caller.upload('c.pdf', PDF, 'application/pdf')).status).toBe(201);
    await small.database.$executeRaw`UPDATE "UploadAttempt" SET "at" = now() - interval '25 hours'`;
    expect((await caller.upload('b.pdf', junk, 'application/pdf')).status).toBe(415);
    await small.database.$executeRaw`UPDATE "UploadAttempt" SET "at" = now() - interval '25 hours'`;
    await keepHouse(small.context);
    expect(await small.database.uploadAttempt.count()).toBe(0);
  });

  it('keeps as much of an account as it may keep, and says what to do about the rest', async () => {
    const small = await databases.api({ environment: { UPLOAD_MEGABYTES: '2', STAFF_UPLOAD_MEGABYTES: '4' } });
    const pdf = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(1_500_000, 0x20), Buffer.from('%%EOF\n')]);
    for (const [account, most] of [
      ['provider', 1],
      ['reviewer', 2],
    ] as const) {
      const caller = await small.as(account);
      for (let index = 0; index < most; index += 1)
        expect((await caller.upload(`${index}.pdf`, pdf, 'application/pdf')).status).toBe(201);
      const { status, body } = await caller.upload('more.pdf', pdf, 'application/pdf');
      expect([status, body.code, body.errors[0].field]).toEqual([409, 'LIMIT_REACHED', 'file']);
      expect(body.message.en).toMatch(/holds \d MB of files; it may hold \d MB.*removed after 7 days/);
      expect((await caller.upload('small.pdf', PDF, 'application/pdf')).status).toBe(201);
    }
  });

  it('SH-STORE-03.2 counts a file of some bytes for the row that it takes', async () => {
    const small = await databases.api({ environment: { UPLOAD_MEGABYTES: '1' } });
    const provider = await small.as('provider');
    const { body } = await provider.upload('a.pdf', PDF, 'application/pdf');
    const rows = Array.from({ length: 62 }, (_, n) => ({ id: `fil-${n}`, ownerId: 'demo-provider', content: PDF }));
    const file = {
      name: 'a.pdf',
      mime: 'application/pdf',
      size: PDF.length,
      sha256: body.sha256,
      createdAt: new Date(),
    };
    await small.database.file.createMany({
      data: rows.map((row) => ({ ...file, ...row, content: new Uint8Array(PDF) })),
    });
    expect((await provider.upload('b.pdf', PDF, 'application/pdf')).status).toBe(201);
    expect((await provider.upload('c.pdf', PDF, 'application/pdf')).body.code).toBe('LIMIT_REACHED');
  });

  it('takes 10 MB and not a byte more', async () => {
    const sized = (bytes: number) =>
      Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(bytes - 15, 0x20), Buffer.from('%%EOF\n')]);
    expect((await provider.upload('full.pdf', sized(10 * 1_048_576), 'application/pdf')).status).toBe(201);
    const { status, body } = await provider.upload('over.pdf', sized(10 * 1_048_576 + 1), 'application/pdf');
    expect([status, body.code]).toEqual([413, 'TOO_LARGE']);
  });

  it.each([
    ['/etc/../passwd/执照.pdf', '执照.pdf'],
    ['C:\\temp\\执照.pdf', '执照.pdf'],
    ['执照\u202Efdp.exe.pdf', '执照fdp.exe.pdf'],
    ['执\u0000照\u0007.pdf', '执照.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(116)}.pdf`],
    ['..pdf.pdf', 'pdf.pdf'],
  ])('cleans the name %s', async (name, kept) => {
    const boundary = 'xx-boundary';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name.replaceAll('\\', '\\\\')}"\r\nContent-Type: application/pdf\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), PDF, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const answer = await provider.send('POST', '/api/files', body, {
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
    });
    // A part whose name the parser itself cannot read is refused, never stored under a wrong one.
    if (answer.status === 201) expect(answer.body.name).toBe(kept);
    else expect([answer.status, name.includes('\u0000')]).toEqual([400, true]);
  });

  const malformed: [string, string, string | Buffer][] = [
    ['no boundary', 'multipart/form-data', 'x'],
    ['an empty form', 'multipart/form-data; boundary=b', '--b--\r\n'],
    [
      'a form that breaks off',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
    ],
    [
      'a part without a name',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n',
    ],
    [
      'another field',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="other"\r\n\r\nx\r\n--b--\r\n',
    ],
    [
      'a file under another name',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="upload"; filename="a.pdf"\r\n\r\nx\r\n--b--\r\n',
    ],
    [
      'two files',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nx\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="b.pdf"\r\n\r\nx\r\n--b--\r\n',
    ],
    [
      'a nested name',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="__proto__[x]"\r\n\r\nx\r\n--b--\r\n',
    ],
    [
      'a thousand parts',
      'multipart/form-data; boundary=b',
      `${'--b\r\nContent-Disposition: form-data; name="f"\r\n\r\nx\r\n'.repeat(1_000)}--b--\r\n`,
    ],
    [
      'a huge header',
      'multipart/form-data; boundary=b',
      `--b\r\nContent-Disposition: form-data; name="file"; filename="${'a'.repeat(100_000)}"\r\n\r\nx\r\n--b--\r\n`,
    ],
    ['JSON', 'application/json', '{}'],
  ];

  it.each(malformed)('answers %s and lives on', async (_what, type, body) => {
    const { status } = await provider.send('POST', '/api/files', body, { 'Content-Type': type });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect((await provider.upload('a.pdf', PDF, 'application/pdf')).status).toBe(201);
  });
});

describe('a scanner of uploads', () => {
  let scanner: FakeClamd;
  let scanned: TestApi;

  beforeAll(async () => {
    scanner = await fakeClamd();
    scanned = await databases.api({ environment: { CLAMD_ADDRESS: scanner.address } });
  });

  afterAll(() => scanner.stop());

  it('SH-STORE-03.2 is shown every file, whole, and one it knows is not kept', async () => {
    const caller = await scanned.as('provider');
    expect((await caller.upload('a.pdf', PDF, 'application/pdf')).status).toBe(201);
    expect(scanner.seen.map((content) => content.equals(PDF))).toEqual([true]);
    const before = await scanned.database.file.count();
    scanner.says = 'stream: Pdf.Dropper.Agent-1 FOUND';
    const { status, body } = await caller.upload('b.pdf', PDF, 'application/pdf');
    expect([status, body.code]).toEqual([415, 'UNSUPPORTED_TYPE']);
    expect(body.message.zh).toMatch(/病毒扫描发现有害内容（Pdf\.Dropper\.Agent-1）/);
    expect(await scanned.database.file.count()).toBe(before);
  });

  it('SH-STORE-03.2 that cannot scan, or is down, keeps files out and asks for another try', async () => {
    const caller = await scanned.as('provider2');
    const refused = async () => {
      const { status, body, headers } = await caller.upload('a.pdf', PDF, 'application/pdf');
      expect([status, body.code], JSON.stringify(body)).toEqual([503, 'UNAVAILABLE']);
      expect(body.message.en).toMatch(/scanner is out of reach, and the file was not kept/);
      expect(headers.get('retry-after')).toBe('30');
    };
    scanner.says = 'INSTREAM size limit exceeded. ERROR';
    await refused();
    scanner.says = null;
    await refused();
    await scanner.stop();
    await refused();
    expect(await scanned.database.file.count({ where: { ownerId: 'demo-provider2' } })).toBe(0);
    expect(await scanned.database.uploadAttempt.count({ where: { ownerId: 'demo-provider2' } })).toBe(0);
  });
});

describe('GET /api/files/{id}', () => {
  it('is a download that no browser shows or sniffs', async () => {
    const id = await uploaded(provider, '营业 执照(1).pdf');
    const { status, headers, body } = await provider.get(`/api/files/${id}`);
    expect([status, body]).toEqual([200, PDF.toString()]);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="${id}"; filename*=UTF-8''%E8%90%A5%E4%B8%9A%20%E6%89%A7%E7%85%A7%281%29.pdf`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['application/pdf', '执照.pdf', PDF],
    ['image/png', '执照.png', PNG],
    ['image/jpeg', '执照.jpg', PHOTO],
  ])(
    'XC-05.3 a file of %s is shown within our own pages if asked for, and nothing of it runs',
    async (mime, name, content) => {
      const { id } = (await provider.upload(name, content, mime)).body as { id: string };
      const { status, headers } = await provider.get(`/api/files/${id}?inline=true`);
      expect([status, headers.get('content-type')]).toEqual([200, mime]);
      expect(headers.get('content-disposition')).toMatch(
        new RegExp(`^inline; filename="${id}"; filename\\*=UTF-8''%E6%89%A7%E7%85%A7\\.\\w+$`),
      );
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      const policy = headers.get('content-security-policy')?.split('; ') ?? [];
      expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "frame-ancestors 'self'"]));
      expect(policy.filter((directive) => directive.startsWith('script-src'))).toEqual([]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      const plain = await provider.get(`/api/files/${id}?inline=false`);
      expect(plain.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(plain.headers.get('x-frame-options')).toBe('DENY');
      expect(plain.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
      expect((await provider.get(`/api/files/${id}?inline=1`)).status).toBe(422);
    },
  );

  it('XC-05.3 a file of another kind is a download even if it is asked for inline', async () => {
    const { id } = (await provider.upload('material.docx', docx(), DOCX)).body as { id: string };
    const { status, headers } = await provider.get(`/api/files/${id}?inline=true`);
    expect([status, headers.get('content-type')]).toEqual([200, DOCX]);
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  });

  it('XC-05.3 says what a file is without its content', async () => {
    api.setNow('2025-09-01T10:00:00+08:00');
    const id = await uploaded(provider, '营业 执照(1).pdf');
    const { status, body } = await provider.get(`/api/files/${id}/about`);
    expect([status, body]).toEqual([
      200,
      {
        ...{ id, name: '营业 执照(1).pdf', mediaType: 'application/pdf', bytes: PDF.length },
        uploadedAt: '2025-09-01T10:00:00.000+08:00',
      },
    ]);
    expect((await provider.get('/api/files/fil-none/about')).status).toBe(404);
  });

  it('XC-05.5 is for its owner and for whoever may read a case that uses it', async () => {
    const loose = await uploaded(provider);
    const body = await application(provider, CODES.provider);
    const { body: filed } = await provider.post('/api/applications', body);
    const { licence } = body['files'] as { licence: string };
    const reviewer = await api.as('reviewer');
    const status = async (account: string, id: string, query = '') => {
      const caller = await api.as(account);
      const answers = [
        await caller.get(`/api/files/${id}${query}`),
        await caller.get(`/api/files/${id}/about${query}`),
        await caller.get(`/api/files/${id}${query === '' ? '?' : `${query}&`}inline=true`),
      ];
      // What one may not download, one is told nothing of.
      expect(new Set(answers.map((answer) => answer.status)).size, account).toBe(1);
      return answers[0]?.status;
    };
    expect(await status('reviewer', licence)).toBe(200);
    expect(await status('reviewer', licence, `?caseId=${filed.caseId}`)).toBe(200);
    expect(await status('manager', licence)).toBe(200);
    expect(await status('reviewer', loose)).toBe(404);
    expect(await status('provider2', licence)).toBe(404);
    expect(await status('district', licence)).toBe(404);
    expect(await status('consumer', licence)).toBe(404);
    await api.setOffices('reviewer2', { role: 'reviewer', bodyId: 'sh-centre', region: 'SH/XUHUI' });
    expect(await status('reviewer2', licence)).toBe(404);
    // A file of staff is the institution's to read once the case uses it, and not before.
    const letter = await uploaded(reviewer, '承诺书.pdf');
    expect(await status('provider', letter, `?caseId=${filed.caseId}`)).toBe(404);
    await api.database.form.create({
      data: {
        id: 'form-2',
        caseId: filed.caseId,
        version: 2,
        data: { commitment: { fileId: letter } },
        filedById: 'demo-reviewer',
        filedAt: new Date(),
      },
    });
    expect(await status('provider', letter, `?caseId=${filed.caseId}`)).toBe(200);
    expect(await status('provider2', letter, `?caseId=${filed.caseId}`)).toBe(404);
    // Also where the field is called for what its files are.
    const proof = await uploaded(reviewer, '宣传材料.pdf');
    const line = { caseId: filed.caseId, version: 3, filedById: 'demo-reviewer', filedAt: new Date() };
    await api.database.form.create({ data: { id: 'form-3', ...line, data: { publicityFileIds: [proof] } } });
    expect(await status('provider', proof, `?caseId=${filed.caseId}`)).toBe(200);
  });

  it('cannot be made one’s own by naming it in an action', async () => {
    const { body: cases } = await provider.get('/api/cases');
    const caseId = cases.items[0].id as string;
    await api.database.case.update({
      where: { id: caseId },
      data: {
        state: {
          ...((await api.database.case.findUniqueOrThrow({ where: { id: caseId } })).state as object),
          stage: 'ATTENDED',
        },
      },
    });
    const foreign = await uploaded(await api.as('provider2'));
    const reviewer = await api.as('reviewer');
    const refused = await reviewer.post(`/api/cases/${caseId}/actions/signCommitment`, { fileId: foreign });
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'fileId']);
    const own = await uploaded(reviewer, '承诺书.pdf');
    expect((await reviewer.post(`/api/cases/${caseId}/actions/signCommitment`, { fileId: own })).status).toBe(200);
    expect((await provider.get(`/api/files/${own}?caseId=${caseId}`)).status).toBe(200);
  });
});

describe('files that nothing uses', () => {
  it('SH-STORE-03.2 are removed a week after they were stored, by the machine’s time; those in use and those in drafts stay', async () => {
    const other = await databases.api({ now: '2026-12-31T10:00:00+08:00' });
    const [owner, reviewer, district] = await Promise.all(
      ['provider', 'reviewer', 'district'].map((account) => other.as(account)),
    );
    if (!owner || !reviewer || !district) throw new Error('Nobody signed in.');
    const body = await application(owner, CODES.provider, { figures: figures({ fiscalYear: 2025 }) });
    const filed = await owner.post('/api/applications', body);
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    const letter = await uploaded(district, '推荐函.pdf');
    const sent = { creditCode: CODES.other, department: '浦东新区科经委', documentNumber: '1号', reason: '服务能力强' };
    await district.post('/api/recommendations', { ...sent, fileId: letter });
    const drafted = await uploaded(owner, 'draft.pdf');
    const { body: draft } = await owner.post('/api/drafts', {
      kind: 'storeApplication',
      data: { files: { licence: drafted } },
    });
    const scan = await uploaded(owner, 'scan.pdf');
    await reviewer.post(`/api/cases/${filed.body.caseId}/actions/requestSupplement`, { items: ['x'], reason: 'x' });
    const answer = { files: { licence: scan } };
    const answered = await owner.post(`/api/cases/${filed.body.caseId}/actions/answerSupplement`, answer);
    expect(answered.status, JSON.stringify(answered.body)).toBe(200);
    const [loose, fresh] = [await uploaded(owner, 'loose.pdf'), await uploaded(owner, 'fresh.pdf')];
    await other.database.$executeRaw`
      UPDATE "File" SET "storedAt" = now() - interval '8 days' WHERE "id" <> ${fresh}`;
    const kept = async () => {
      await keepHouse(other.context);
      return (await other.database.file.findMany({ select: { id: true } })).map(({ id }) => id).sort();
    };
    const { licence, creditScreenshot } = body['files'] as { licence: string; creditScreenshot: string };
    const used = [licence, creditScreenshot, letter, scan, fresh];
    expect(await kept()).toEqual([...used, drafted].sort());
    expect((await owner.get(`/api/files/${loose}`)).status).toBe(404);
    await owner.delete(`/api/drafts/${draft.id}`);
    expect(await kept()).toEqual([...used].sort());
  });
});
