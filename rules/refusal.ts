import { text, type Text } from './text.ts';

/**
 * Every reason for which a request can be refused, with its HTTP status. The same code is the failure type of a refused
 * Update, the `code` of the problem document and the field of the log.
 */
export const REFUSALS = {
  INVALID_INPUT: 422,
  REASON_REQUIRED: 422,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  SECOND_FACTOR_NEEDED: 401,
  PASSWORD_CHANGE_REQUIRED: 403,
  SECOND_FACTOR_REQUIRED: 403,
  OUT_OF_SCOPE: 403,
  FOUR_EYES: 403,
  CONFLICT_OF_INTEREST: 403,
  ENTERPRISE_LEVEL_REQUIRED: 403,
  TASK_OF_ANOTHER: 409,
  NOT_FOUND: 404,
  NOT_NOW: 409,
  CASE_CLOSED: 409,
  STALE: 409,
  CASE_NOT_READY: 409,
  STEP_MISSING: 409,
  LIMIT_REACHED: 409,
  ALREADY_OPEN: 409,
  ALREADY_DONE: 409,
  BARRED: 409,
  KEY_REUSED: 422,
  KEY_IN_USE: 409,
  CONDITION_NOT_MET: 409,
  ROUTE_NOT_OFFERED: 409,
  TOO_LARGE: 413,
  UNSUPPORTED_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  OUTCOME_UNKNOWN: 504,
  UNAVAILABLE: 503,
  INTERNAL: 500,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Whether a failure of this type is a refusal. */
export function isRefusalCode(type: string | null | undefined): type is RefusalCode {
  return typeof type === 'string' && Object.hasOwn(REFUSALS, type);
}

/** What a refusal carries beside its code: what is wrong in both languages, and where. */
export interface RefusalDetails {
  readonly message: Text;
  /** Field of the input the refusal is about, as a path such as `interview.at`. */
  readonly field?: string;
  /** Facts a caller can act on, e.g. the id of the open case or the first admissible day. */
  readonly facts?: Record<string, unknown>;
}

/** A request that is refused: nothing was changed. Thrown by rules and processes, mapped once by the API. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails) {
    super(details.message.en);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** Throws a {@link Refusal}; `zh` and `en` say what is wrong, with what, and what to do. */
export function refuse(
  code: RefusalCode,
  zh: string,
  en: string,
  more: { field?: string; facts?: Record<string, unknown> } = {},
): never {
  throw new Refusal(code, { message: text(zh, en), ...more });
}

/** Makes a check on which a field of the input depends here: what it refuses, it refuses at that field. */
export function atField(field: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, { ...error.details, field });
  }
}
