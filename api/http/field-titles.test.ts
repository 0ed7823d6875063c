import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { titled } from '../../workflows/engine/titled.ts';
import { checked } from './faults.ts';
import { problemOf } from './problem.ts';

const schema = z.strictObject({
  contact: titled(z.strictObject({ phone: titled(z.string().min(1), '联系电话', 'Telephone') }), '联系人', 'Contact'),
  services: titled(
    z.array(z.strictObject({ name: titled(z.string(), '名称', 'Name').optional() })),
    '服务',
    'Services',
  ),
  untitled: z.string().optional(),
});

/** The sentence of the problem that an input is answered with. */
function sentence(input: unknown, under = ''): { zh: string; en: string } {
  try {
    checked(schema, input, under);
  } catch (fault) {
    return problemOf(fault, 'r', 'zh-CN').problem.message;
  }
  throw new Error('The input was taken.');
}

describe('what is wrong with an input', () => {
  const services = [{ name: '检测' }, { name: 1 }];

  it('XC-05.3 is said of the field by its name, in the language of the reader', () => {
    expect(sentence({ contact: {}, services: [] })).toEqual({
      zh: '请更正：联系人 联系电话：必填。',
      en: 'Please correct: Contact, Telephone: is required.',
    });
  });

  it('XC-05.3 says which item of a list it is', () => {
    expect(sentence({ contact: { phone: '1' }, services }).zh).toMatch(/^请更正：服务 第 2 项 名称：/);
    expect(sentence({ contact: { phone: '1' }, services }, 'input.form').en).toMatch(/: Services, item 2, Name: /);
  });

  it('XC-05.3 is said of what is not seen in a text, too', () => {
    expect(sentence({ contact: { phone: '1\u200b' }, services: [] }).zh).toMatch(
      /^请更正：联系人 联系电话：第 2 个字符/,
    );
  });

  it('XC-05.3 names a field by its path where nothing else is known of it', () => {
    expect(sentence({ contact: { phone: '1' }, services: [], untitled: 1, extra: 1 }).zh).toMatch(
      /untitled：.*；extra：/,
    );
  });
});
