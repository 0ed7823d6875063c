/** Why a request cannot be served just now, in words: something that the API stands on does not answer. */
import { UnreadablePayload } from '../../config/payloads/codec.ts';
import { databaseOutage, type DatabaseOutage } from '../../prisma/outage.ts';
import { Refusal } from '../../rules/refusal.ts';
import { text, type Text } from '../../rules/text.ts';

const DATABASE: Readonly<Record<DatabaseOutage, { readonly message: Text; readonly retryAfterSeconds: number }>> = {
  AWAY: {
    message: text(
      '数据库暂时没有应答，请稍后重试；带同一 Idempotency-Key 重试不会重复办理。',
      'The records do not answer just now. Try again shortly; with the same Idempotency-Key nothing is done twice.',
    ),
    retryAfterSeconds: 5,
  },
  READ_ONLY: {
    message: text(
      '数据库目前只能查询，不能保存，未作任何更改，请稍后重试。',
      'The records can be read and not written just now; nothing was changed. Try again shortly.',
    ),
    retryAfterSeconds: 30,
  },
  CONFLICT: {
    message: text(
      '同一内容正被他人更改，本次未保存，请立即重试。',
      'Somebody else was changing the same at this moment, and this was not saved. Send it again.',
    ),
    retryAfterSeconds: 1,
  },
};

const ENGINE = text(
  '办案引擎暂时没有应答，请稍后重试；带同一 Idempotency-Key 重试不会重复办理。',
  'The engine of the cases does not answer just now. Try again shortly; with the same Idempotency-Key nothing is done twice.',
);

const UNREADABLE = text(
  '本机缺少读取案件内容所需的密钥，暂时无法办理，请联系管理员；带同一 Idempotency-Key 重试不会重复办理。',
  'This machine lacks a key that is needed to read what the case answers: tell an operator. Try again once it is there; with the same Idempotency-Key nothing is done twice.',
);

/** gRPC status codes: no answer in time, overloaded, not reachable; the case fails its tasks, which its workers try again. */
const ENGINE_AWAY = new Set([4, 8, 9, 14]);

/**
 * The refusal UNAVAILABLE (503, with Retry-After) of a failure of the database or of Temporal that passes; null for any other failure,
 * which is a fault of ours.
 */
export function unavailable(failure: unknown): Refusal | null {
  const outage = databaseOutage(failure);
  if (outage !== null) {
    const { message, retryAfterSeconds } = DATABASE[outage];
    return new Refusal('UNAVAILABLE', { message, facts: { retryAfterSeconds } });
  }
  if (isUnreadable(failure))
    return new Refusal('UNAVAILABLE', { message: UNREADABLE, facts: { retryAfterSeconds: 30 } });
  if (!ENGINE_AWAY.has(grpcCode(failure) ?? 0)) return null;
  return new Refusal('UNAVAILABLE', { message: ENGINE, facts: { retryAfterSeconds: 5 } });
}

/** Processes of the stack do not have the same keys. */
function isUnreadable(failure: unknown): boolean {
  for (let at = failure, depth = 0; at instanceof Error && depth < 5; depth += 1) {
    if (at instanceof UnreadablePayload) return true;
    at = at.cause;
  }
  return false;
}

/** The gRPC status code of a failure of the engine; undefined for any other failure. */
export function grpcCode(failure: unknown): number | undefined {
  for (let at = failure, depth = 0; typeof at === 'object' && at !== null && depth < 5; depth += 1) {
    const { code, cause, metadata } = at as { code?: unknown; cause?: unknown; metadata?: unknown };
    if (typeof code === 'number' && metadata !== undefined) return code;
    at = cause;
  }
  return undefined;
}
