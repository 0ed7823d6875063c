import { describe, expect, it } from 'vitest';
import { text } from '../../../rules/text.ts';
import { at, PaperCase, people, SUBJECT } from '../../../test/support/engine-samples.ts';
import { Refusal } from '../../../rules/refusal.ts';
import type { ClearanceFacts, ClearanceGround, ClearanceOpening } from './contract.ts';
import { clearance } from './process.ts';

function detected(ground: ClearanceGround = 'CLEAR_1_SETUP') {
  const opening: ClearanceOpening = {
    ground,
    originCaseId: 'set-1',
    detectedAt: at('2025-10-24 00:00'),
    facts: [text('已上架产品 0 个', '0 products listed')],
  };
  return new PaperCase<ClearanceFacts>(clearance, opening, {
    id: 'clr-1',
    openedAt: at('2025-10-24 00:00'),
    about: 'store:sto-1',
  });
}

describe('a ground for clearance', () => {
  it('XC-05.2 imposes nothing before a reviewer confirms it with a reason', () => {
    const one = detected();
    expect(one.last.writes).toEqual([]);
    expect(one.last.notices.map(({ to }) => to)).toEqual([{ role: 'reviewer' }]);
    expect(() => one.act('confirmGround', people.reviewer, { reason: ' ' })).toThrow(Refusal);
    expect(() => one.act('confirmGround', people.provider, { reason: '属实' })).toThrow(Refusal);
  });

  it('SH-STORE-10 XC-04 the reviewers who were told of the ground hear that it was withdrawn, confirmed or not', () => {
    const one = detected();
    one.act('withdrawGround', people.otherCase, { originCaseId: 'set-1' });
    expect(one.last.notices).toMatchObject([
      { template: 'clearanceWithdrawn', to: { role: 'reviewer' }, data: { wasConfirmed: false } },
    ]);
    const other = detected();
    other.act('confirmGround', people.reviewer, { reason: '经核查属实' });
    other.act('withdrawGround', people.otherCase, { originCaseId: 'set-1' });
    expect(other.last.notices).toMatchObject([
      { template: 'clearanceRevoked', to: { party: SUBJECT } },
      { template: 'clearanceWithdrawn', to: { role: 'reviewer' }, data: { wasConfirmed: true } },
    ]);
  });

  it('SH-STORE-11.2 XC-04.2 confirmed, the store is notified by letter and by e-mail, and somebody is to send the letter', () => {
    const one = detected();
    const { notices, messages } = one.act('confirmGround', people.reviewer, { reason: '经核查属实' });
    expect(notices).toMatchObject([
      {
        template: 'clearanceNotice',
        to: { party: SUBJECT },
        data: { clause: 'SH-STORE 四.5(1)', reason: '经核查属实' },
      },
    ]);
    expect(messages).toMatchObject([{ to: 'set-1', action: 'clearanceConfirmed' }]);
    expect(one.state).toMatchObject({
      stage: 'NOTICE_ISSUED',
      tasks: [{ name: 'sendLetter' }],
      letters: [{ key: 'clearanceNotice:1', status: 'TO_DISPATCH' }],
    });
  });

  it('SH-STORE-11.6 the notification names the bar: notified on 2025-10-24, from 2025-10-25 to 2026-10-24', () => {
    const one = detected();
    const { notices } = one.act('confirmGround', people.reviewer, { reason: '经核查属实' }, at('2025-10-24 10:00'));
    expect(notices).toMatchObject([{ data: { bar: { firstDay: '2025-10-25', lastDay: '2026-10-24' } } }]);
  });

  it('XC-04.2 the letter is followed until it has arrived, whatever became of the e-mail', () => {
    const one = detected();
    one.act('confirmGround', people.reviewer, { reason: '经核查属实' });
    one.act('noticeFailed', people.otherCase, { noticeId: 'n-1', template: 'clearanceNotice' });
    const letter = 'clearanceNotice:1';
    one.act('recordLetter', people.reviewer, { letter, status: 'DISPATCHED', number: 'XA123' });
    expect(one.last.writes).toEqual([
      { write: 'letter', data: { key: letter, status: 'DISPATCHED', number: 'XA123' } },
    ]);
    one.act('recordLetter', people.reviewer, { letter, status: 'RETURNED' });
    expect(one.state.tasks.map(({ name }) => name)).toEqual(['sendLetter', 'reachRecipient']);
    one.act('recordLetter', people.reviewer, { letter, status: 'DISPATCHED' });
    one.act('recordLetter', people.reviewer, { letter, status: 'DELIVERED' });
    // The e-mail is another matter: the duty is done in part.
    expect(one.state.tasks.map(({ name }) => name)).toEqual(['reachRecipient']);
    expect(() => one.act('recordLetter', people.reviewer, { letter, status: 'DELIVERED' })).toThrow(/under way: —/);
  });

  it('XC-05.2 dismissed, the case it came from goes on and the store is told', () => {
    const one = detected();
    const { notices, messages } = one.act('dismissGround', people.reviewer, { reason: '平台故障所致' });
    expect(one.state.outcome).toBe('DISMISSED');
    expect(notices).toMatchObject([{ template: 'clearanceDismissed', data: { reason: '平台故障所致' } }]);
    expect(messages).toMatchObject([{ to: 'set-1', action: 'clearanceDismissed' }]);
  });

  it.each([
    ['CLEAR_1_SETUP', 'SH-STORE 四.5(1)', 'SH-STORE-06.1'],
    ['CLEAR_TRIAL_FAILED', 'SH-STORE 一.2', 'SH-STORE-07.12'],
  ] as const)('XC-05.1 what is decided on %s cites %s, on its line and in its notice', (ground, clause, withdrawal) => {
    for (const action of ['confirmGround', 'dismissGround'] as const) {
      const { lines, notices } = detected(ground).act(action, people.reviewer, { reason: '经核查' });
      expect(lines[0]).toMatchObject({ detail: { action }, clause });
      expect(notices).toMatchObject([{ data: { clause } }]);
    }
    const { lines } = detected(ground).act('withdrawGround', people.otherCase, { originCaseId: 'set-1' });
    expect(lines[0]).toMatchObject({ type: 'CLEARANCE_GROUND_WITHDRAWN', clause, requirement: withdrawal });
  });

  it('SH-STORE-07.12 XC-04.4 notifies of the figures as they were corrected', () => {
    const one = detected('CLEAR_TRIAL_FAILED');
    const facts = [text('订单 98 笔', '98 orders')];
    one.act('correctFacts', people.otherCase, { facts });
    const { notices } = one.act('confirmGround', people.reviewer, { reason: '经核查属实' });
    expect(notices).toMatchObject([{ template: 'clearanceNotice', data: { facts } }]);
  });

  it('SH-STORE-07.12 a trial that passes after all withdraws it', () => {
    const one = detected('CLEAR_TRIAL_FAILED');
    one.act('withdrawGround', people.otherCase, { originCaseId: 'set-1' });
    expect(one.state.outcome).toBe('DISMISSED');
    // The store was told nothing before and is told nothing now.
    expect(one.last.notices).toMatchObject([{ template: 'clearanceWithdrawn', to: { role: 'reviewer' } }]);
  });

  it('SH-STORE-07.12 confirmed already, it is withdrawn all the same and the store hears that the notice is revoked', () => {
    const one = detected('CLEAR_TRIAL_FAILED');
    one.act('confirmGround', people.reviewer, { reason: '经核查属实' });
    one.act('withdrawGround', people.otherCase, { originCaseId: 'set-1' });
    expect(one.state).toMatchObject({ outcome: 'DISMISSED', tasks: [] });
    expect(one.last.notices).toMatchObject([
      {
        template: 'clearanceRevoked',
        to: { party: SUBJECT },
        data: { why: { en: expect.stringContaining('judged anew') as string } },
      },
      { template: 'clearanceWithdrawn', to: { role: 'reviewer' } },
    ]);
  });
});
