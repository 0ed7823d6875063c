import { expect, it } from 'vitest';
import { text } from '../../rules/text.ts';
import type { BallotState, RecordedState } from '../../workflows/engine/state.ts';
import { ballotViews } from './ballot-view.ts';
import { isShown } from './timeline-view.ts';

const at = '2025-09-26T10:00:00.000+08:00';
const votes = [{ by: 'u-1', vote: 'FOR', reason: '属实', at }] as const;
const contract = {
  ballots: { panel: { title: text('评议', 'Panel'), voters: 3, rule: 'MAJORITY', secret: true } },
} as const;

function viewOf(status: BallotState['status']) {
  const state = { ballots: { panel: { entry: 1, status, openedAt: at, votes } } } as unknown as RecordedState;
  return ballotViews(contract, state, new Map([['u-1', '李审核员']]))[0];
}

it('XC-05.5 a secret ballot shows who has voted, and how only once it is decided', () => {
  expect(viewOf('OPEN')).toMatchObject({ voted: [{ id: 'u-1', name: '李审核员' }], votes: null, count: null });
  expect(viewOf('WITHDRAWN')).toMatchObject({ votes: null, count: null });
  expect(viewOf('CARRIED')).toMatchObject({
    votes: [{ vote: 'FOR', reason: '属实' }],
    count: { inFavour: 1, against: 0 },
  });
});

it('XC-05.5 how a body comes to its decision is not for those outside it', () => {
  const voting = { actions: { vote: { ballot: 'panel' }, file: {} } } as never;
  const outside = { row: { state: null }, standing: { roles: [], seesAll: false, onlyFollows: false } } as const;
  const inside = { ...outside, standing: { ...outside.standing, seesAll: true } };
  const lines = [
    { type: 'BALLOT_DECIDED', detail: {} },
    { type: 'VOTED', detail: { action: 'vote' } },
    { type: 'FILED', detail: { action: 'file' } },
  ];
  expect(lines.filter((line) => isShown(voting, line, outside)).map(({ type }) => type)).toEqual(['FILED']);
  expect(lines.filter((line) => isShown(voting, line, inside))).toHaveLength(3);
});
