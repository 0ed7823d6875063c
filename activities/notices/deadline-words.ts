/** A deadline as a notice tells it, in one language. */
import type { Words } from '../../rules/notices/words.ts';
import type { DeadlineView } from '../../rules/notices.ts';
import type { Instant } from '../../rules/time/index.ts';

export interface DeadlineWords {
  /** What it is for. */
  readonly title: string;
  /** When it ends. */
  readonly due: string;
  /** What is left of it, what follows when it has passed, what it rests on, and whether it may still move. */
  readonly lines: readonly string[];
}

/** @param plannedAt when the notice was planned: how much is left is reckoned from that day */
export function deadlineWords(deadline: DeadlineView, say: Words, plannedAt: Instant): DeadlineWords {
  const zh = say.locale === 'zh-CN';
  // A trial ends of itself: nothing is missed by that.
  const isDuty = deadline.duty !== false;
  const due = isDuty ? (zh ? '期限：' : 'Deadline: ') : zh ? '届满时间：' : 'Ends: ';
  const then = isDuty ? (zh ? '逾期后果：' : 'If it is missed: ') : zh ? '届满后果：' : 'When it ends: ';
  return {
    title: capitalised(say.of(deadline.title)),
    due: `${due}${say.of(deadline.words)}`,
    lines: [
      capitalised(say.left(deadline, plannedAt)),
      `${then}${say.consequence(deadline)}`,
      `${zh ? '依据：' : 'Basis: '}${say.basis(deadline)}`,
      ...(deadline.provisional ? [zh ? PROVISIONAL.zh : PROVISIONAL.en] : []),
    ],
  };
}

const PROVISIONAL = {
  zh: '该期限延伸至放假安排尚未公布的年份，为暂定期限；如有变动，另行通知。',
  en: 'It reaches into a year whose holidays have not been published, so it is provisional; you will be told if it moves.',
} as const;

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
