import { describe, expect, it } from 'vitest';
import { at, PaperCase, people, person } from '../../../test/support/engine-samples.ts';
import { text } from '../../../rules/text.ts';
import type { ShStoreReadings } from '../words.ts';
import type { StoreRecommendationOpening } from './contract.ts';
import { storeRecommendation } from './process.ts';

const opening: StoreRecommendationOpening = {
  programmes: ['ASSESSMENT', 'FUND', 'PUBLICITY'],
  year: 2026,
  points: 5001,
  level: text('1冠', '1 crown'),
  reason: '服务成效突出',
};
const inOrder: ShStoreReadings['openRectifications'] = [];
const underRectification: ShStoreReadings['openRectifications'] = [
  {
    ...{ id: 'rec-1', number: '沪企服整顿〔2026〕1号', openedAt: at('2026-03-02 10:00') },
    ...{ awaitsSetUp: false, refusesNewProducts: true },
  },
];
const chosen = (...programmes: string[]) => ({ programmes, year: 2026, reason: '同意' });

function proposed(by = people.reviewer) {
  return new PaperCase(storeRecommendation, opening, {
    ...{ id: 'rst-1', openedAt: at('2026-03-02 10:00'), about: 'store:sto-1' },
    ...{ openedBy: by, openedById: by.id },
  });
}

describe('the recommendation of a store', () => {
  it('SH-STORE-16.1 recommended, it is invited to the assessment of the year, and told so', () => {
    const one = proposed();
    expect([one.state.stage, one.tasks]).toEqual(['PROPOSED', ['decideRecommendation']]);
    one.act('recommendStore', people.manager, chosen('ASSESSMENT'), at('2026-03-03 10:00'), inOrder);
    expect(one.state).toMatchObject({ outcome: 'RECOMMENDED', tasks: [] });
    expect(one.last.writes).toMatchObject([
      {
        write: 'register',
        data: {
          register: 'sh-eval.assessment-invitations',
          status: 'INVITED',
          validFrom: '2026-03-03',
          data: { year: 2026, storeId: 'sto-1', points: 5001 },
        },
      },
    ]);
    expect(one.last.notices).toMatchObject([{ template: 'storeRecommended', data: { year: 2026, points: 5001 } }]);
  });

  it('SH-STORE-16.2 the record names the fund and the year', () => {
    const one = proposed();
    const { lines, writes } = one.act(
      'recommendStore',
      people.manager,
      chosen('FUND'),
      at('2026-03-03 10:00'),
      inOrder,
    );
    expect(writes).toEqual([]);
    const line = lines.find(({ type }) => type === 'STORE_RECOMMENDED');
    expect(line?.title.zh).toContain('2026年');
    expect(line?.title.zh).toContain('推荐申报上海市中小企业发展专项资金');
  });

  it('SH-STORE-16.3 is shown on the home page until a manager ends it, and not while under rectification', () => {
    const one = proposed();
    expect(() =>
      one.act('recommendStore', people.manager, chosen('PUBLICITY'), at('2026-03-03 10:00'), underRectification),
    ).toThrow('沪企服整顿〔2026〕1号');
    expect(one.state.stage).toBe('PROPOSED');
    one.act('recommendStore', people.manager, chosen('PUBLICITY'), at('2026-03-03 10:00'), inOrder);
    expect(one.state).toMatchObject({ stage: 'PUBLICISED', closedAt: null });
    expect(() => one.act('endPublicity', people.reviewer, { reason: '期满' }, at('2026-06-30 10:00'))).toThrow();
    one.act('endPublicity', people.manager, { reason: '期满' }, at('2026-06-30 10:00'));
    expect([one.state.outcome, one.noticed]).toEqual(['RECOMMENDED', ['storeRecommended', 'publicityEnded']]);
  });

  it('SH-STORE-16.4 XC-05.5 whoever proposed it does not decide, and neither do others than managers of the body', () => {
    const proposer = person('manager-2', { role: 'manager', bodyId: 'sh-centre', region: 'SH' });
    const one = proposed(proposer);
    const act = (who: typeof proposer) =>
      one.act('recommendStore', who, chosen('FUND'), at('2026-03-03 10:00'), inOrder);
    for (const who of [proposer, people.reviewer, people.provider, people.district, people.admin]) {
      expect(() => act(who)).toThrow();
    }
    expect(one.state.stage).toBe('PROPOSED');
    act(people.manager);
    expect(() => act(people.manager)).toThrow();
  });

  it('SH-STORE-16.4 is declined with a reason, and the store hears nothing of a proposal it did not make', () => {
    const one = proposed();
    one.act('declineRecommendation', people.manager, { reason: '投诉未了结' }, at('2026-03-03 10:00'));
    expect([one.state.outcome, one.noticed, one.tasks]).toEqual(['DECLINED', [], []]);
  });

  it.each([['PROPOSED'], ['PUBLICISED']])(
    'SH-STORE-11.10 ends with the store at %s, and goes on if that is undone',
    (stage) => {
      const one = proposed();
      if (stage === 'PUBLICISED')
        one.act('recommendStore', people.manager, chosen('PUBLICITY'), at('2026-03-03 10:00'), inOrder);
      const told = { clearanceCaseId: 'clr-1' };
      one.act('storeCleared', people.otherCase, { ...told, grounds: ['CLEAR_7_VOLUNTARY'] }, at('2026-04-01 10:00'));
      expect(one.state.outcome).toBe('STORE_CLEARED');
      one.act('clearanceReversed', people.otherCase, told, at('2026-04-10 10:00'));
      expect(one.state).toMatchObject({ stage, outcome: null });
    },
  );
});
