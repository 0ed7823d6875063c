import { describe, expect, it } from 'vitest';
import { at, PaperCase, people } from '../../test/support/engine-samples.ts';
import type { RectificationOpening } from './contract.ts';
import { rectification } from './process.ts';

const opening: RectificationOpening = {
  ground: 'RECT_LATE_SETUP',
  originCaseId: 'set-1',
  approvedAt: at('2025-09-26 10:00'),
  decorationPublishedAt: null,
  listedProducts: 0,
};

function late() {
  return new PaperCase(rectification, opening, { id: 'rec-1', openedAt: at('2025-10-11 00:00'), storeId: 'sto-1' });
}

describe('the rectification of a late set-up', () => {
  it('SH-STORE-09.3 SH-STORE-09.4 names its ground and runs to the end of the fifteenth working day from the approval', () => {
    const [notice] = late().last.notices;
    expect(notice?.template).toBe('rectificationOpened');
    expect(notice?.deadlines.map(({ name, lastDay, dueAt }) => [name, lastDay, dueAt])).toEqual([
      ['correction', '2025-10-23', at('2025-10-24 00:00')],
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

  it('SH-STORE-09.7 uncorrected it ends with the limit, at which the set-up opens the clearance', () => {
    const one = late();
    one.liveUntil(at('2025-10-24 00:00'));
    expect(one.state).toMatchObject({ outcome: 'ESCALATED_TO_CLEARANCE', closedAt: at('2025-10-24 00:00') });
    expect(one.last.openings).toEqual([]);
  });

  it('does not remind: the set-up case reminds of the same day', () => {
    expect(late().deadline('correction')?.rungs).toEqual([]);
  });
});
