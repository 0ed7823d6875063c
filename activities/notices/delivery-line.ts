/** The line of the timeline that says what came of a notice (XC-04.1). */
import { clauseOf } from '../../rules/notices.ts';
import { mayHaveArrived } from '../../rules/notices/may-have-arrived.ts';
import { systemActor } from '../../rules/roles.ts';
import { text, type Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { TimelineLine } from '../timeline.ts';
import type { Answered } from './answer.ts';
import { dataOf, declared } from './notice-data.ts';
import type { Outcome } from './notice-queue.ts';

/**
 * The line says what was sent and whether it arrived, never to whom: parties read the timeline and nothing can be taken out of it.
 * Name, address and the server's words are in the notice's row, which the line points to. Of a digest it says that it was one and not what
 * else was in it.
 */
export function lineOf(
  { claim: { notice }, answer, inDigest }: Answered,
  { status, copies }: Outcome,
  at: Instant,
): TimelineLine {
  const data = dataOf(notice);
  const spec = declared(notice);
  const title = spec?.title ?? text(notice.template, notice.template);
  const requirement = notice.requirement ?? spec?.requirement;
  const clause = spec && clauseOf(spec, data);
  const why = answer.kind === 'cancelled' ? answer.why : undefined;
  const inDoubt = mayHaveArrived({ status, copies });
  return {
    at,
    type: `NOTICE_${status}`,
    actor: systemActor('notices'),
    title: (inDoubt ? titleInDoubt : deliveryTitle)(status, titleOf(notice.channel, title, inDigest === true), why),
    detail: {
      noticeId: notice.id,
      template: notice.template,
      channel: notice.channel,
      ...(inDigest === true && { digest: true }),
      ...(why && { why }),
      ...(inDoubt && { mayHaveArrived: true }),
    },
    ...(clause !== undefined && { clause }),
    ...(requirement !== undefined && { requirement }),
  };
}

function titleOf(channel: string, { zh, en }: Text, inDigest: boolean): Text {
  if (inDigest) return text(`${zh}（与其他提醒合并为一封邮件）`, `${en} (in one mail with other reminders)`);
  return channel === 'WEBHOOK'
    ? text(`${zh}（工作群或者接口）`, `${en} (to a group or gateway of staff)`)
    : text(zh, en);
}

function deliveryTitle(status: Outcome['status'], { zh, en }: Text, why: Text | undefined): Text {
  if (status === 'SENT') return text(`通知已发出：${zh}`, `Notice sent: ${en}`);
  if (status === 'CANCELLED') return text(`通知未发出：${zh}（${why?.zh}）`, `Notice not sent: ${en} (${why?.en})`);
  return text(`通知未能送达：${zh}`, `Notice could not be delivered: ${en}`);
}

/** Of a notice that a sender had handed over when it died, or to which the server gave no answer, and that is not sent again. */
function titleInDoubt(status: Outcome['status'], { zh, en }: Text, why: Text | undefined): Text {
  if (status === 'CANCELLED')
    return text(
      `通知不再重发，此前是否送达不明：${zh}（${why?.zh}）`,
      `Notice not sent again, and not known whether it arrived before: ${en} (${why?.en})`,
    );
  return text(`通知是否送达不明，不再重发：${zh}`, `Not known whether the notice arrived, and not sent again: ${en}`);
}
