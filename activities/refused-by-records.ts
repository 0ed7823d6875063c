import { ApplicationFailure } from '@temporalio/common';
import { Refusal, type RefusalDetails } from '../rules/refusal.ts';
import { text } from '../rules/text.ts';

const message = text(
  '内容含有数据库不能保存的字符，请删除后重试。',
  'It holds characters that the database cannot keep; remove them and try again.',
);

/** A record writer refuses what the step is about to write, e.g. because somebody else's step came first: the step is refused. */
export function refuseByRecords(failure: unknown): never {
  if (!(failure instanceof Refusal)) return refuseUnwritable(failure);
  const { code: type, details } = failure;
  throw ApplicationFailure.create({ type, message: details.message.en, nonRetryable: true, details: [details] });
}

/**
 * What the database cannot keep (SQLSTATE class 22, such as a NUL in a text) will not be kept by trying again: the step is refused, so
 * that the case goes on.
 */
function refuseUnwritable(failure: unknown): never {
  const { meta } = failure as { meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } } };
  const sqlState = meta?.driverAdapterError?.cause?.originalCode;
  if (typeof sqlState !== 'string' || !sqlState.startsWith('22')) throw failure;
  throw ApplicationFailure.create({
    type: 'INVALID_INPUT',
    message: message.en,
    nonRetryable: true,
    details: [{ message } satisfies RefusalDetails],
  });
}
