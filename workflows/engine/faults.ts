/** What zod found wrong, in words for people, in both languages and at the field. Not for workflow code. */
import type { z } from 'zod';
import { inBothLanguages } from '../../rules/bilingual.ts';
import { text, type Text } from '../../rules/text.ts';

/** A field of an input and what is wrong with it. `field` is a path such as `institution.creditCode`; `body` for the whole. */
export interface InputFault {
  readonly field: string;
  readonly message: Text;
}

type Issue = z.core.$ZodIssue;

/** Faults of issues that zod found, read with `reportInput`; of a field the first. @param under put before the paths */
export function inputFaults(issues: readonly Issue[], under = ''): InputFault[] {
  const faults = issues.flatMap((issue) => faultsOf(issue, under));
  return faults.filter(({ field }, index) => faults.findIndex((fault) => fault.field === field) === index);
}

/** An issue about unknown keys names each of them; one about a union speaks of the branch that came furthest. */
function faultsOf(issue: Issue, under: string): InputFault[] {
  const path = [under, ...issue.path.map(String)].filter((part) => part !== '');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: UNKNOWN }));
  }
  if (issue.code === 'invalid_union') {
    const [best] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
    if (best !== undefined && depth(best) > 0) return inputFaults(best, path.join('.'));
  }
  return [{ field: path.join('.') || 'body', message: wordingOf(issue) }];
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

const UNKNOWN = text('没有这一项，请删除。', 'is not known here; remove it');
const REQUIRED = text('必填。', 'is required');
const OTHERWISE = text('填写不正确，请核对后重新填写。', 'is not right; check it and enter it anew');

/** That a field is missing goes before what the author of the schema wrote, and that before what can be said of every schema of its kind. */
function wordingOf(issue: Issue): Text {
  const isMissing = issue.input === undefined && issue.code !== 'custom';
  if (isMissing && issue.code === 'invalid_type') return REQUIRED;
  const written = inBothLanguages(issue.message);
  if (written !== null) return text(...written);
  if (isMissing) return REQUIRED;
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? OTHERWISE;
    case 'too_small':
      return bound(issue.origin, Number(issue.minimum), 'least', issue.inclusive !== false);
    case 'too_big':
      return bound(issue.origin, Number(issue.maximum), 'most', issue.inclusive !== false);
    case 'not_multiple_of':
      return decimals(issue.divisor);
    case 'invalid_format':
      return (
        FORMATS[issue.format] ?? text('格式不正确，请核对后重新填写。', 'is not written as it should be; check it')
      );
    case 'invalid_value':
      return choices(issue.values);
    case 'invalid_key':
      return UNKNOWN;
    default:
      return OTHERWISE;
  }
}

const NUMBER = text('应为数字。', 'must be a number');
const GROUP = text('应为一组填写项。', 'must be a group of fields');
const TYPES: Readonly<Record<string, Text>> = {
  string: text('应为文字。', 'must be text'),
  number: NUMBER,
  int: text('应为整数。', 'must be a whole number'),
  boolean: text('应为“是”（true）或“否”（false）。', 'must be yes (true) or no (false)'),
  array: text('应为列表，可以填写多项。', 'must be a list'),
  object: GROUP,
  record: GROUP,
};

const FORMATS: Readonly<Record<string, Text>> = {
  email: text('应为邮箱地址，例如 name@example.cn。', 'must be an e-mail address, e.g. name@example.cn'),
  url: text('应为网址，例如 https://example.cn。', 'must be a web address, e.g. https://example.cn'),
  date: text('应为日期，格式 YYYY-MM-DD。', 'must be a day, written YYYY-MM-DD'),
  datetime: text(
    '应为带时区的时刻，例如 2025-10-11T09:00:00+08:00。',
    'must be a moment with its zone, e.g. 2025-10-11T09:00:00+08:00',
  ),
};

/** What a text, list or number may come to at least or at most. */
function bound(origin: string, limit: number, which: 'least' | 'most', inclusive: boolean): Text {
  if (origin === 'string') {
    if (which === 'least' && limit <= 1) return text('不能为空。', 'must not be empty');
    return which === 'least'
      ? text(`至少 ${limit} 个字符。`, `must have ${limit} characters or more`)
      : text(`不能超过 ${limit} 个字符。`, `must not be longer than ${limit} characters`);
  }
  if (origin === 'array' || origin === 'set') {
    return which === 'least'
      ? text(`至少填写 ${limit} 项。`, `must have ${limit === 1 ? 'one entry' : `${limit} entries`} or more`)
      : text(`最多填写 ${limit} 项。`, `must not have more than ${limit} entries`);
  }
  if (which === 'least') {
    return inclusive
      ? text(`不能小于 ${shown(limit)}。`, `must not be less than ${shown(limit)}`)
      : text(`应大于 ${shown(limit)}。`, `must be more than ${shown(limit)}`);
  }
  return inclusive
    ? text(`不能大于 ${shown(limit)}。`, `must not be more than ${shown(limit)}`)
    : text(`应小于 ${shown(limit)}。`, `must be less than ${shown(limit)}`);
}

function decimals(divisor: number): Text {
  const places = Math.round(-Math.log10(divisor));
  return places > 0 && 10 ** -places === divisor
    ? text(`最多 ${places} 位小数。`, `must not have more than ${places} decimal places`)
    : text(`应为 ${shown(divisor)} 的倍数。`, `must be a multiple of ${shown(divisor)}`);
}

function choices(values: readonly unknown[]): Text {
  const [only] = values;
  if (values.length === 1) return text(`只能是 ${String(only)}。`, `can only be ${String(only)}`);
  const list = values.map(String);
  return text(`请从下列各项中选择：${list.join('、')}。`, `choose one of these: ${list.join(', ')}`);
}

function shown(number: number): string {
  return number.toLocaleString('en-US', { maximumFractionDigits: 6 });
}
