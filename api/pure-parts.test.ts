import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cleanName } from './files/clean-name.ts';
import { namedFiles } from './files/named-files.ts';
import { canonical } from './http/canonical.ts';
import { checked, bilingual } from './http/faults.ts';
import { pageFrom, positionOf } from './http/paging.ts';
import { InvalidInput, problemOf } from './http/problem.ts';
import { daySchema, instantInput, line } from './http/schemas.ts';
import { requestIdOf } from './middleware/request-log.ts';

describe('faults of an input', () => {
  const schema = z.strictObject({
    name: line(5),
    on: daySchema,
    inner: z.strictObject({ list: z.array(z.int()) }),
    own: z
      .string()
      .refine(() => false, bilingual('中文', 'English'))
      .optional(),
  });
  const faults = (value: unknown) => {
    try {
      checked(schema, value);
    } catch (error) {
      if (error instanceof InvalidInput)
        return Object.fromEntries(error.faults.map(({ field, message }) => [field, message]));
      throw error;
    }
    return {};
  };

  it('are all named at once, with their paths, in both languages', () => {
    const found = faults({ name: 'abcdef', on: '2025-02-30', inner: { list: [1, 'x'] }, own: 'z', more: 1 });
    expect(Object.keys(found).sort()).toEqual(['inner.list.1', 'more', 'name', 'on', 'own']);
    expect(found['own']).toEqual({ zh: '中文', en: 'English' });
    expect(found['inner.list.1']?.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(found['inner.list.1']?.en).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('say that a field is missing rather than what type undefined has', () => {
    expect(faults({})).toEqual({
      name: { zh: '必填。', en: 'is required' },
      on: { zh: '必填。', en: 'is required' },
      inner: { zh: '必填。', en: 'is required' },
    });
    expect(faults(undefined)).toHaveProperty('body');
  });

  it('let no control or direction mark into a line', () => {
    for (const mark of ['\u0000', '\u0007', '\u202e', '\u2066', '\u200f', '\r\n'])
      expect(faults({ name: `a${mark}b`, on: '2025-01-01', inner: { list: [] } })).toHaveProperty('name');
  });

  it('read a moment with any zone into Shanghai time', () => {
    expect(instantInput.parse('2025-09-30T16:00:00Z')).toBe('2025-10-01T00:00:00.000+08:00');
    expect(instantInput.safeParse('2025-09-30T16:00:00').success).toBe(false);
  });
});

describe('problems', () => {
  it('of an unknown error hold nothing of it', () => {
    const { problem } = problemOf(new Error('password=hush'), 'request-1', 'en');
    expect(problem).toMatchObject({ status: 500, code: 'INTERNAL', instance: 'urn:anjuan:request:request-1' });
    expect(JSON.stringify(problem)).not.toContain('hush');
    expect(problemOf('a thrown string', 'request-1', 'zh-CN').problem.code).toBe('INTERNAL');
  });
});

describe('pages', () => {
  const rows = [5, 4, 3, 2, 1];

  it('end with a cursor only if there is more', () => {
    expect(pageFrom(rows.slice(0, 3), 2, (row) => row, String)).toEqual({
      items: ['5', '4'],
      nextCursor: expect.any(String) as string,
    });
    expect(pageFrom(rows.slice(0, 2), 2, (row) => row, String).nextCursor).toBeNull();
    expect(pageFrom([], 2, (row: number) => row, String)).toEqual({ items: [], nextCursor: null });
  });

  it('take their own cursors back and no others', () => {
    const { nextCursor } = pageFrom(rows, 2, (row) => [row, 'id'], String);
    expect(positionOf(nextCursor ?? '', z.tuple([z.int(), z.string()]))).toEqual([4, 'id']);
    for (const cursor of ['', 'x', Buffer.from('[1]').toString('base64url'), Buffer.from('{}').toString('base64url')]) {
      expect(() => positionOf(cursor, z.tuple([z.int(), z.string()]))).toThrow(InvalidInput);
    }
    expect(positionOf(undefined, z.int())).toBeNull();
  });
});

describe('canonical JSON', () => {
  it('is the same for the same value in whatever order, and differs otherwise', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const reversed = (value: unknown): unknown =>
          Array.isArray(value)
            ? value.map(reversed)
            : value !== null && typeof value === 'object'
              ? Object.fromEntries(
                  Object.entries(value)
                    .reverse()
                    .map(([key, part]) => [key, reversed(part)]),
                )
              : value;
        expect(canonical(reversed(a))).toBe(canonical(a));
        const same = JSON.stringify(JSON.parse(canonical(a))) === JSON.stringify(JSON.parse(canonical(b)));
        expect(canonical(a) === canonical(b)).toBe(same);
      }),
    );
  });
});

describe('file names', () => {
  it('are short, plain and keep their extension, whatever they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (original) => {
        const { name, extension } = cleanName(`${original}.pdf`);
        expect(extension).toBe('pdf');
        expect(Array.from(name).length).toBeLessThanOrEqual(120);
        expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}]+$/u);
        expect(name.startsWith('.')).toBe(false);
      }),
    );
  });

  it('are found in an input wherever a field names a file', () => {
    expect(
      namedFiles({
        fileId: 'a',
        fileIds: ['b', 'c'],
        files: { licence: 'd', qualifications: ['e'] },
        note: 'f',
        deep: { fileId: 'g' },
        serviceFileIds: ['h'],
        profile: 'i',
      }),
    ).toEqual([
      ['fileId', 'a'],
      ['fileIds.0', 'b'],
      ['fileIds.1', 'c'],
      ['files.licence', 'd'],
      ['files.qualifications.0', 'e'],
      ['deep.fileId', 'g'],
      ['serviceFileIds.0', 'h'],
    ]);
  });

  it('are found among the texts of materials by their form', () => {
    const id = 'fil-0b7c1c1e-51c5-4a4e-9b8c-2f2f3f4f5f6f';
    expect(
      namedFiles({
        changes: { materials: { report: { pdf: id, sealing: 'SCAN' }, licence: [id], served: { list: '甲' } } },
        reason: id,
      }),
    ).toEqual([
      ['changes.materials.report.pdf', id],
      ['changes.materials.licence.0', id],
    ]);
  });
});

describe('request ids', () => {
  it('are the caller’s only if well-formed', () => {
    expect(requestIdOf('abcdef-0123')).toBe('abcdef-0123');
    for (const bad of [undefined, 'short', 'has blank in it', 'x'.repeat(65), 'line\nbreak-0123', ['a', 'b']])
      expect(requestIdOf(bad)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
