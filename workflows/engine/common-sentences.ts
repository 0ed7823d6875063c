/** What the timeline says of the actions that every process has: see `common-contract.ts`. */
import { remarked, parts, entry, changed, listed, sentences } from '../../rules/phrases.ts';
import type { Phrase } from '../../rules/notices.ts';
import { text, type Text } from '../../rules/text.ts';
import { namedLetter } from './case-number.ts';
import type { CommonInputs } from './common-contract.ts';
import type { ProcessContract } from './contract.ts';
import { inWords } from './deadlines.ts';
import type { Told } from './sentences.ts';
import type { LetterStatus } from './state.ts';
import type { CommonReadings } from './types.ts';

type CommonSentences = {
  readonly [A in Exclude<keyof CommonInputs, 'clockFollowed' | 'holderLeft' | 'interestDeclared' | 'settleInterest'>]: (
    input: CommonInputs[A],
    told: Told<unknown, A extends keyof Readings ? Readings[A] : unknown>,
  ) => Phrase | undefined;
};

interface Readings {
  readonly calendarLoaded: CommonReadings['calendar'];
}

const letterStatuses: Readonly<Record<LetterStatus, Text>> = {
  TO_DISPATCH: text('待寄送', 'to be sent'),
  DISPATCHED: text('已寄出', 'sent'),
  DELIVERED: text('已送达', 'delivered'),
  RETURNED: text('被退回', 'returned'),
};

export const commonSentences: CommonSentences = {
  claimTask: ({ task }, { contract }) => taskTitle(contract, task),
  releaseTask: ({ task }, { contract }) => taskTitle(contract, task),
  assignTask: ({ task }, { contract }) => taskTitle(contract, task),
  delegateTask: ({ task }, { contract }) => taskTitle(contract, task),
  handBackTask: ({ task, opinion }, { contract }) =>
    sentences([taskTitle(contract, task), entry(text('意见', 'Opinion'), opinion)]),
  recallTask: ({ task }, { contract }) => taskTitle(contract, task),
  noticeFailed: ({ template }, { contract }) => noticeTitle(contract, template),
  noticeSettled: ({ noticeId }, { contract, before }) => {
    const settled = before.undelivered?.find((notice) => notice.noticeId === noticeId);
    return settled && noticeTitle(contract, settled.template);
  },
  noticeServed: ({ template }, { contract }) => noticeTitle(contract, template),
  recordContact: ({ noticeId }, { contract, before, after }) => {
    const left = new Set(after.undelivered?.map((notice) => notice.noticeId));
    const reached = (before.undelivered ?? []).filter((notice) =>
      noticeId === undefined ? !left.has(notice.noticeId) : notice.noticeId === noticeId,
    );
    return listed([...new Set(reached.map(({ template }) => template))].map((name) => noticeTitle(contract, name)));
  },
  recordLetter: ({ letter, status, number }, { contract, before }) => {
    const template = before.letters?.find(({ key }) => key === letter)?.template;
    return parts(
      remarked(template === undefined ? letter : noticeTitle(contract, template), namedLetter(letter)),
      letterStatuses[status],
      number === undefined ? undefined : entry(text('邮件编号', 'number of the mail'), number),
    );
  },
  adoptRules: (_input, { before, after }) =>
    changed(
      text(`第 ${before.ruleVersion} 版`, `version ${before.ruleVersion}`),
      text(`第 ${after.ruleVersion} 版`, `version ${after.ruleVersion}`),
    ),
  calendarLoaded: (_input, { contract, before, after, reading }) => {
    const moved = after.deadlines.flatMap((deadline) => {
      const was = before.deadlines.find(({ name, entry: of }) => name === deadline.name && of === deadline.entry);
      const title = contract.deadlines[deadline.name]?.title;
      if (was === undefined || title === undefined) return [];
      if (was.dueAt !== deadline.dueAt) return [entry(title, changed(inWords(was), inWords(deadline)))];
      return was.provisional && !deadline.provisional ? [entry(title, nowCertain(inWords(deadline)))] : [];
    });
    return remarked(parts(...moved), text(`日历第 ${reading.version} 版`, `calendar version ${reading.version}`));
  },
};

function nowCertain(due: Text): Text {
  return text(`确定为 ${due.zh}`, `now certain, ${due.en}`);
}

function taskTitle({ tasks }: ProcessContract, task: string): Phrase {
  return tasks[task]?.title ?? task;
}

function noticeTitle({ notices }: ProcessContract, template: string): Phrase {
  return notices[template]?.title ?? template;
}
