/** Problem details (RFC 9457): the one form in which the API says no. */
import { REFUSALS, Refusal, type RefusalCode } from '../../rules/refusal.ts';
import { inLocale, text, type Locale, type Text } from '../../rules/text.ts';

/** Faults of the HTTP request itself, beside the refusals of the rules. */
const HTTP_FAULTS = { MALFORMED: 400, METHOD_NOT_ALLOWED: 405 } as const;

export type HttpFaultCode = keyof typeof HTTP_FAULTS;
export type ProblemCode = RefusalCode | HttpFaultCode;

/** Every code a problem can carry, with its status. */
export const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = { ...REFUSALS, ...HTTP_FAULTS };

/** A field of the request and what is wrong with it. `field` is a path such as `institution.creditCode`. */
export interface FieldFault {
  readonly field: string;
  readonly message: Text;
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

const TITLES: Partial<Record<ProblemCode, string>> = {
  INVALID_INPUT: 'The input has faults',
  NOT_SIGNED_IN: 'Not signed in',
  NOT_FOUND: 'Not found',
  INTERNAL: 'Internal error',
};

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
    title: TITLES[described.code] ?? titleOf(described.code),
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
    const fields = error.faults.map(({ field }) => field).join(', ');
    return {
      code: 'INVALID_INPUT',
      message: text(`请更正以下内容：${fields}。`, `Please correct: ${fields}.`),
      errors: error.faults,
    };
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

function titleOf(code: ProblemCode): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
