import { text } from '../../../rules/text.ts';
import { describe, expect, it } from 'vitest';
import { at, PaperCase, people } from '../../../test/support/engine-samples.ts';
import type { RectificationOpening } from './contract.ts';
import { rectification } from './process.ts';

const clock = {
  period: { unit: 'workingDays', n: 15, rule: 'setup.limitDays' },
  startedAt: at('2025-09-26 10:00'),
  pauses: [],
} as const;

const opening: RectificationOpening = {
  ground: 'RECT_LATE_SETUP',
  originCaseId: 'set-1',
  approvedAt: at('2025-09-26 10:00'),
  asOf: at('2025-10-11 00:00'),
  decorationPublishedAt: null,
  listedProducts: 0,
};

function late(changes: Partial<RectificationOpening> = {}) {
  return new PaperCase(
    rectification,
    { ...opening, ...changes, following: { correction: clock } },
    { id: 'rec-1', openedAt: at('2025-10-11 00:00'), about: 'store:sto-1' },
  );
}

describe('the rectification of a late set-up', () => {
  it('SH-STORE-09.3 SH-STORE-09.4 names its ground and runs to the end of the fifteenth working day from the approval', () => {
    const [notice] = late().last.notices;
    expect(notice?.template).toBe('rectificationOpened');
    expect(notice?.deadlines.map(({ name, lastDay, dueAt }) => [name, lastDay, dueAt])).toEqual([
      ['correction', '2025-10-23', at('2025-10-24 00:00')],
    ]);
  });

  it.each([
    [{}, ['发布店铺装修', '还须有 1 个产品审核通过并上架'], ['店铺装修未发布', '已上架产品 0 个，要求至少 1 个']],
    [{ listedProducts: 1 }, ['发布店铺装修'], ['店铺装修未发布', '已上架产品 1 个，要求至少 1 个']],
    [
      { decorationPublishedAt: at('2025-10-09 10:00') },
      ['还须有 1 个产品审核通过并上架'],
      ['店铺装修已于2025年10月9日发布', '已上架产品 0 个，要求至少 1 个'],
    ],
  ])('SH-STORE-09.3 lists as to be corrected only what is not done yet: %j', (done, corrections, facts) => {
    const [notice] = late(done).last.notices;
    const { data } = notice as unknown as { data: Record<'corrections' | 'facts', { zh: string }[]> };
    expect(data.corrections.map(({ zh }) => zh)).toEqual(corrections);
    expect(data.facts.map(({ zh }) => zh)).toEqual([
      '店铺于2025年9月26日通过开店审核；以下为截至2025年10月10日 24:00的情况',
      ...facts,
    ]);
  });

  it('SH-STORE-09.6 corrected in time it goes to a reviewer, who releases it', () => {
    const one = late();
    one.act('submitCorrection', people.otherCase, { correctedAt: at('2025-10-15 10:00') }, at('2025-10-15 10:00'));
    expect(one.state).toMatchObject({ stage: 'SUBMITTED_FOR_CHECK', deadlines: [] });
    expect(one.liveUntil(at('2026-01-01 00:00'))).toEqual([]);
    one.act('releaseRectification', people.reviewer, {}, at('2025-10-16 10:00'));
    expect([one.state.outcome, one.last.notices[0]?.template]).toEqual(['RELEASED', 'rectificationReleased']);
  });

  it('SH-STORE-09.7 XC-05.2 uncorrected it waits for the clearance that the limit opens, and ends when that is confirmed', () => {
    const one = late();
    one.act(
      'clockFollowed',
      people.otherCase,
      { deadline: 'correction', status: 'PASSED', clock },
      at('2025-10-24 00:00'),
    );
    expect(one.state).toMatchObject({ outcome: null, deadlines: [] });
    one.act('escalateToClearance', people.otherCase, {}, at('2025-10-24 00:00'));
    expect(one.state).toMatchObject({ stage: 'ESCALATED_TO_CLEARANCE', outcome: null, closedAt: null });
    expect(one.last.openings).toEqual([]);
    const told = { clearanceCaseId: 'clr-1', grounds: ['CLEAR_1_SETUP'] };
    one.act('storeCleared', people.otherCase, told, at('2025-10-27 10:00'));
    expect(one.state).toMatchObject({ outcome: 'ESCALATED_TO_CLEARANCE', closedAt: at('2025-10-27 10:00') });
  });

  it('XC-05.2 goes on when the clearance is dismissed', () => {
    const one = late();
    one.act(
      'clockFollowed',
      people.otherCase,
      { deadline: 'correction', status: 'PASSED', clock },
      at('2025-10-24 00:00'),
    );
    one.act('escalateToClearance', people.otherCase, {}, at('2025-10-24 00:00'));
    one.act('returnToCorrection', people.otherCase, {}, at('2025-10-27 10:00'));
    one.act('submitCorrection', people.otherCase, { correctedAt: at('2025-10-28 10:00') }, at('2025-10-28 10:00'));
    expect(one.state).toMatchObject({ stage: 'SUBMITTED_FOR_CHECK', outcome: null });
  });

  it('SH-STORE-06.1 is withdrawn, and the store told so, when it comes out that all was done in time', () => {
    const one = late();
    one.act('withdrawRectification', people.otherCase, { doneAt: at('2025-10-10 23:00') }, at('2025-10-13 10:00'));
    expect(one.state.outcome).toBe('WITHDRAWN');
    expect(one.last.notices).toMatchObject([
      {
        template: 'rectificationWithdrawn',
        data: { doneAt: at('2025-10-10 23:00'), withdrawnAt: at('2025-10-13 10:00') },
      },
    ]);
  });

  it('SH-STORE-06.7 takes a correction that was made in time and reported after the limit', () => {
    const one = late();
    one.act(
      'clockFollowed',
      people.otherCase,
      { deadline: 'correction', status: 'PASSED', clock },
      at('2025-10-24 00:00'),
    );
    one.act('submitCorrection', people.otherCase, { correctedAt: at('2025-10-23 23:50') }, at('2025-10-24 00:01'));
    expect(one.state).toMatchObject({ stage: 'SUBMITTED_FOR_CHECK', outcome: null });
  });

  it('SH-STORE-06.6 has the last day of the set-up, however long that rested before and rests again', () => {
    const rested = {
      from: at('2025-10-10 20:00'),
      to: at('2025-10-11 10:00'),
      cause: text('a product awaits review', 'a product awaits review'),
    };
    const one = new PaperCase(
      rectification,
      { ...opening, following: { correction: { ...clock, pauses: [rested] } } },
      { id: 'rec-1', openedAt: at('2025-10-11 10:00'), about: 'store:sto-1' },
    );
    expect(one.last.notices[0]?.deadlines[0]?.lastDay).toBe('2025-10-24');
    const follow = (status: string, pauses: readonly unknown[], when: string) =>
      one.act(
        'clockFollowed',
        people.otherCase,
        { deadline: 'correction', status, clock: { ...clock, pauses } },
        at(when),
      );
    const open = { from: at('2025-10-24 15:00'), to: null, cause: rested.cause };
    follow('PAUSED', [rested, open], '2025-10-24 15:00');
    expect(one.deadline('correction')?.dueAt).toBeNull();
    expect(one.liveUntil(at('2025-10-28 10:00'))).toEqual([]);
    // The last day had begun when the clock stopped: exceeded from the moment it runs again, as the set-up finds.
    follow('OPEN', [rested, { ...open, to: at('2025-10-28 10:00') }], '2025-10-28 10:00');
    expect(one.deadline('correction')?.dueAt).toBe(at('2025-10-28 10:00'));
    follow('PASSED', [rested, { ...open, to: at('2025-10-28 10:00') }], '2025-10-28 10:00');
    expect(one.state).toMatchObject({ stage: 'NOTIFIED', deadlines: [] });
    expect(one.told.filter((type) => type.startsWith('DEADLINE_'))).toEqual([
      'DEADLINE_SET',
      'DEADLINE_PAUSED',
      'DEADLINE_RESUMED',
      'DEADLINE_PASSED',
    ]);
  });

  it('does not remind: the set-up case reminds of the same day', () => {
    expect(late().deadline('correction')?.rungs).toEqual([]);
  });
});
