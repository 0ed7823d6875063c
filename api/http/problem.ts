/** Problem details (RFC 9457): the one form in which the API says no. */
import { REFUSALS, Refusal, type RefusalCode } from '../../rules/refusal.ts';
import { inLocale, text, type Locale, type Text } from '../../rules/text.ts';
import type { InputFault } from '../../workflows/engine/faults.ts';

/** Faults of the HTTP request itself, beside the refusals of the rules. */
const HTTP_FAULTS = { MALFORMED: 400, METHOD_NOT_ALLOWED: 405 } as const;

export type HttpFaultCode = keyof typeof HTTP_FAULTS;
export type ProblemCode = RefusalCode | HttpFaultCode;

/** Every code a problem can carry, with its status. */
export const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = { ...REFUSALS, ...HTTP_FAULTS };

/** A field of the request and what is wrong with it. `field` is a path such as `institution.creditCode`. */
export interface FieldFault extends InputFault {
  /** What people call the field, where its schema says so. */
  readonly title?: Text | undefined;
}

/** A request that could not be read or addressed; nothing was changed. */
export class HttpFault extends Error {
  readonly code: HttpFaultCode;
  readonly text: Text;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: HttpFaultCode, message: Text, headers: Readonly<Record<string, string>> = {}) {
    super(message.en);
    this.name = 'HttpFault';
    this.code = code;
    this.text = message;
    this.headers = headers;
  }
}

/** An input with one fault or more, all of them named (422 INVALID_INPUT). */
export class InvalidInput extends Error {
  readonly faults: readonly FieldFault[];

  constructor(faults: readonly FieldFault[]) {
    super(faults.map(({ field, message }) => `${field}: ${message.en}`).join('; '));
    this.name = 'InvalidInput';
    this.faults = faults;
  }
}

/** Throws {@link InvalidInput} for one field. */
export function invalid(field: string, zh: string, en: string): never {
  throw new InvalidInput([{ field, message: text(zh, en) }]);
}

/** The body of a refusal, `application/problem+json`. */
export interface Problem {
  /** `urn:anjuan:problem:<code>`. */
  readonly type: string;
  /** What it is about, in the language of the reader. */
  readonly title: string;
  readonly status: number;
  /** What is wrong and what to do, in the language of the reader. */
  readonly detail: string;
  readonly code: ProblemCode;
  readonly message: Text;
  /** Each field that is wrong. */
  readonly errors?: readonly FieldFault[];
  /** Facts to act on, e.g. the id of the open case. */
  readonly facts?: Record<string, unknown>;
  /** URI of this occurrence; its end is the X-Request-Id in the logs. */
  readonly instance: string;
}

/** What each code is about, in a few words. */
const TITLES: Readonly<Record<ProblemCode, Text>> = {
  INVALID_INPUT: text('填写有误', 'The input has faults'),
  REASON_REQUIRED: text('须说明理由', 'Reason required'),
  NOT_SIGNED_IN: text('未登录', 'Not signed in'),
  NOT_ALLOWED: text('无权进行此操作', 'Not allowed'),
  SECOND_FACTOR_NEEDED: text('需要动态验证码', 'A code is needed'),
  PASSWORD_CHANGE_REQUIRED: text('请先修改密码', 'Change your password first'),
  SECOND_FACTOR_REQUIRED: text('请先启用登录验证器', 'Set up a second factor first'),
  OUT_OF_SCOPE: text('超出您的范围', 'Out of scope'),
  FOUR_EYES: text('须由另一人办理', 'Four eyes'),
  CONFLICT_OF_INTEREST: text('应当回避', 'Conflict of interest'),
  ENTERPRISE_LEVEL_REQUIRED: text('须为企业级用户', 'Enterprise level required'),
  TASK_OF_ANOTHER: text('待办由他人持有', 'Task of another'),
  NOT_FOUND: text('没有找到', 'Not found'),
  NOT_NOW: text('目前不能进行', 'Not now'),
  CASE_CLOSED: text('案件已办结', 'Case closed'),
  STALE: text('案件已有变动', 'The case has moved on'),
  CASE_NOT_READY: text('案件尚未就绪', 'Case not ready'),
  STEP_MISSING: text('缺少前置步骤', 'Step missing'),
  LIMIT_REACHED: text('已达上限', 'Limit reached'),
  ALREADY_OPEN: text('已有案件在办', 'Already open'),
  ALREADY_DONE: text('已经办过', 'Already done'),
  BARRED: text('处于不受理期', 'Barred'),
  KEY_REUSED: text('幂等键已被使用', 'Key reused'),
  KEY_IN_USE: text('请求仍在处理', 'Key in use'),
  CONDITION_NOT_MET: text('条件不具备', 'Condition not met'),
  ROUTE_NOT_OFFERED: text('不能走此途径', 'Route not offered'),
  TOO_LARGE: text('内容过大', 'Too large'),
  UNSUPPORTED_TYPE: text('不接受的文件或内容类型', 'Unsupported type'),
  TOO_MANY_REQUESTS: text('请求过于频繁', 'Too many requests'),
  OUTCOME_UNKNOWN: text('结果未知', 'Outcome unknown'),
  UNAVAILABLE: text('暂时不可用', 'Unavailable'),
  INTERNAL: text('系统内部错误', 'Internal error'),
  MALFORMED: text('请求无法读取', 'Malformed'),
  METHOD_NOT_ALLOWED: text('不支持的请求方法', 'Method not allowed'),
};

/** So many faults are told in the sentence of a problem; all of them stand in its `errors`. */
const MOST_TOLD = 3;

const INTERNAL = text(
  '系统出现内部错误，操作未必完成。请稍后重试；若仍不成功，请将请求编号告知管理员。',
  'An internal error occurred. Try again later; if it persists, give the request id to an administrator.',
);

/**
 * The problem of whatever was thrown. Only refusals and input faults speak for themselves; anything else becomes a general
 * 500 without a stack, a query or a message of its own, findable in the log by its request id.
 */
export function problemOf(
  error: unknown,
  requestId: string,
  locale: Locale,
): { problem: Problem; headers: Record<string, string> } {
  const described = describe(error);
  const problem: Problem = {
    type: `urn:anjuan:problem:${described.code}`,
    title: inLocale(TITLES[described.code], locale),
    status: PROBLEM_STATUS[described.code],
    detail: inLocale(described.message, locale),
    code: described.code,
    message: { zh: described.message.zh, en: described.message.en },
    ...(described.errors && {
      errors: described.errors.map(({ field, message }) => ({ field, message: { ...message } })),
    }),
    ...(described.facts && { facts: described.facts }),
    instance: `urn:anjuan:request:${requestId}`,
  };
  return { problem, headers: { ...(error instanceof HttpFault ? error.headers : {}) } };
}

interface Described {
  readonly code: ProblemCode;
  readonly message: Text;
  readonly errors?: readonly FieldFault[];
  readonly facts?: Record<string, unknown>;
}

function describe(error: unknown): Described {
  if (error instanceof HttpFault) return { code: error.code, message: error.text };
  if (error instanceof InvalidInput) {
    return { code: 'INVALID_INPUT', message: summaryOf(error.faults), errors: error.faults };
  }
  if (error instanceof Refusal) {
    const { message, field, facts } = error.details;
    return {
      code: error.code,
      message,
      ...(field !== undefined && { errors: [{ field, message }] }),
      ...(facts !== undefined && { facts }),
    };
  }
  return { code: 'INTERNAL', message: INTERNAL };
}

/** What is wrong, in a sentence, field by field. */
function summaryOf(faults: readonly FieldFault[]): Text {
  const told = faults.slice(0, MOST_TOLD);
  const more = faults.length - told.length;
  const zh = told
    .map(({ field, title, message }) => `${title?.zh ?? field}：${message.zh.replace(/。$/, '')}`)
    .join('；');
  const en = told
    .map(({ field, title, message }) => `${title?.en ?? field}: ${message.en.replace(/\.$/, '')}`)
    .join('; ');
  return text(
    `请更正：${zh}${more > 0 ? `；另有 ${more} 处` : ''}。`,
    `Please correct: ${en}${more > 0 ? `; and ${more} more` : ''}.`,
  );
}
