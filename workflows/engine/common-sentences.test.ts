import { expect, it } from 'vitest';
import { PaperCase, people, sampleProcess } from '../../test/support/engine-samples.ts';
import type { Requester } from '../../rules/roles.ts';

function inCheck() {
  const onPaper = new PaperCase(sampleProcess);
  onPaper.act('handIn', people.provider, { note: '材料齐全' });
  return onPaper;
}

/** The line of an action, the first one of its step. */
function lineOf(onPaper: PaperCase, action: string, actor: Requester, input: unknown) {
  return onPaper.act(action, actor, input).lines[0]?.title;
}

it('XC-05.3 an action says what was given with it', () => {
  expect(inCheck().transitions[1]?.lines[0]?.title).toEqual({
    zh: '提交。备注：材料齐全',
    en: 'Hand in. Note: 材料齐全',
  });
});

it('XC-05.3 a task that is taken, assigned or given back is named', () => {
  const onPaper = inCheck();
  expect(lineOf(onPaper, 'claimTask', people.reviewer, { task: 'check' })).toEqual({
    zh: '领取待办：核查',
    en: 'Task claimed: Check',
  });
  expect(lineOf(onPaper, 'releaseTask', people.reviewer, { task: 'check' })?.zh).toBe('退回待办：核查');
  // Names stay out of the chain: whom it is given to is said where the line is read.
  expect(lineOf(onPaper, 'assignTask', people.manager, { task: 'check', to: 'reviewer-2' })).toEqual({
    zh: '指派待办：核查',
    en: 'Task assigned: Check',
  });
});

it('XC-04.3 XC-05.3 a notice that did not arrive is named, and so is the one whose recipient was reached', () => {
  const onPaper = inCheck();
  const failed = { noticeId: 'ntc-1', template: 'setupDone' };
  expect(lineOf(onPaper, 'noticeFailed', people.otherCase, failed)).toEqual({
    zh: '通知未能送达：完成',
    en: 'A notice could not be delivered: Done',
  });
  const settled = onPaper.act('noticeSettled', people.otherCase, { noticeId: 'ntc-1' }).lines[0]?.title;
  expect(settled).toEqual({
    zh: '未送达的通知已了结：完成',
    en: 'A notice that had not arrived is settled: Done',
  });
  onPaper.act('noticeFailed', people.otherCase, { ...failed, noticeId: 'ntc-2' });
  expect(lineOf(onPaper, 'recordContact', people.reviewer, { note: '已电话告知', noticeId: 'ntc-2' })).toEqual({
    zh: '已另行联系到收件人：完成。备注：已电话告知',
    en: 'Recipient reached otherwise: Done. Note: 已电话告知',
  });
});
