/** Input schemas of the actions of every survey and answer, and the fields of their forms. Not for workflow code. */
import { z } from 'zod';
import { refuse } from '../../../rules/refusal.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayOf, type Day, type Instant } from '../../../rules/time/index.ts';
import { fileIds, words } from '../../disputes/input.ts';
import { choice } from '../../engine/choice.ts';
import { reachable } from '../../engine/contact-fields.ts';
import { contactInput, day, note, reason, shortLine } from '../../engine/input.ts';
import { inUnit, titled } from '../../engine/titled.ts';
import { id, line } from '../../engine/typed.ts';

/** What a survey is about; its questions are read by who collects and who answers. */
export const surveyFields = {
  topic: titled(line(100), '调查主题', 'Topic'),
  questions: titled(
    words,
    '调查内容',
    'What is asked',
    text('请企业回答的问题和范围。', 'The questions to enterprises, and which of them are asked.'),
  ),
  until: titled(day, '截止日期', 'Last day', text('截止日 24:00 前报送。', 'Reported by 24:00 of this day.')),
  fileIds,
};

/** @throws Refusal INVALID_INPUT for a last day that is over */
export function refusePast(until: Day, now: Instant): void {
  if (until >= dayOf(now)) return;
  refuse('INVALID_INPUT', '截止日期不能早于今天。', 'The last day cannot lie in the past.', { field: 'until' });
}

/** Whom an answer comes from, to be reached about the need. */
export const respondent = reachable(text('联系人', 'Contact'), text('企业或者联系人', 'Enterprise or contact'));

/** What an enterprise says it needs. @param categories of the regime */
export function answerFields<C extends string>(categories: Readonly<Record<C, Text>>) {
  return {
    category: titled(choice(categories), '需求类别', 'Category of the need'),
    need: titled(words, '需求内容', 'What is needed', text('需要什么服务、何时需要。', 'Which service, and when.')),
    requester: titled(
      respondent.optional(),
      '联系人',
      'Contact',
      text('工作人员代为登记的必填，仅用于本次需求的对接。', 'Needed where staff enter it; used for this need alone.'),
    ),
  };
}

/** A number of answers or requests. */
const counted = inUnit(z.int().min(0), '份', 'answers');

/** The schemas of the common actions. @param categories of the regime */
export function surveyInputSchemas<C extends string>(categories: Readonly<Record<C, Text>>) {
  return {
    completeSurvey: z.strictObject({
      summary: titled(
        words,
        '调查结论',
        'Result',
        text('企业需要什么、如何对接。', 'What is needed, and what is done.'),
      ),
      products: titled(
        z.array(shortLine).max(20).default([]),
        '拟开发的服务产品',
        'Products to be developed',
        text('根据需求开发的服务产品，没有的不填。', 'Service products that follow from the needs, if any.'),
      ),
      fileIds,
    }),
    cancelSurvey: z.strictObject({ reason }),
    answerReceived: z.strictObject({ category: choice(categories) }),
    answerTurned: z.strictObject({ answerCaseId: id.max(64) }),
    partCompleted: z.strictObject({
      answers: counted,
      requests: counted,
      byCategory: z.partialRecord(choice(categories), counted),
      late: z.boolean(),
    }),
    surveyEnded: z.strictObject({ reason }),
  };
}

export const answerInputSchemas = {
  correctContact: contactInput,
  turnIntoRequest: z.strictObject({ note: note.optional() }),
  noteAnswer: z.strictObject({ reason }),
};
