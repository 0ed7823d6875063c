import { describe, expect, it } from 'vitest';
import {
  CENTRE,
  CentreCase,
  centrePeople as people,
  EC_PROVIDER,
  ENTERPRISE,
  fileCentreForm,
} from '../../../test/support/centre-case.ts';
import { at, people as anyone } from '../../../test/support/engine-samples.ts';
import type { CentreRequestFacts } from './contract.ts';
import { centreRequestIntake } from './intake.ts';
import { centreRequest } from './process.ts';

const form = { centre: CENTRE, service: 'BUSINESS_SUPPORT', need: '需要直播代运营。' };
const noon = at('2025-03-10 12:00');
const listed = (status: string) => [{ provider: EC_PROVIDER, status }];

function filed(changes: object = {}) {
  const filing = fileCentreForm(centreRequestIntake, { ...form, ...changes }, people.enterprise);
  return new CentreCase<CentreRequestFacts>(centreRequest, filing, {
    id: 'ecq-1',
    openedAt: at('2025-03-10 10:00'),
    filer: people.enterprise,
  });
}

function assign(one: ReturnType<typeof filed>, directory: unknown, provider = EC_PROVIDER) {
  return one.act('assignProvider', people.centre, { provider }, noon, directory);
}

describe('a request to a centre', () => {
  it('EC-CENTRE-07.1 has one of six types', () => {
    expect(filed({ service: 'START_UP' }).state.facts.service).toBe('START_UP');
    expect(() => filed({ service: 'LEGAL' })).toThrow('choose one of these');
    expect(() => fileCentreForm(centreRequestIntake, form, people.enterprise, { entries: [] })).toThrow(
      'No such centre',
    );
  });

  it('EC-CENTRE-07.2 is assigned to a provider whose entry is published, and to no other', () => {
    const one = filed();
    expect(() => assign(one, [])).toThrow('not in the directory');
    expect(() => assign(one, listed('REMOVED'))).toThrow('not in the directory');
    expect(() => assign(one, listed('OUTDATED'))).toThrow('outdated');
    assign(one, listed('PUBLISHED'));
    expect(one.state).toMatchObject({ stage: 'MATCHED', parties: { server: [EC_PROVIDER] } });
    expect(one.toldTo('providerAssigned')).toEqual([ENTERPRISE, EC_PROVIDER]);
  });

  it('EC-CENTRE-07.2 of business support is not served by the centre itself; advice is', () => {
    expect(() => filed().act('serveItself', people.centre, {}, noon)).toThrow('through providers of the directory');
    const advice = filed({ service: 'ADVICE' });
    advice.act('serveItself', people.centre, {}, noon);
    expect(advice.state.facts.servedBy).toBe(CENTRE);
    expect(advice.toldTo('centreServes')).toEqual([ENTERPRISE]);
  });

  it('EC-CENTRE-07.3 goes from received by matched, in service and completed to evaluated', () => {
    const one = filed();
    const stages = [one.state.stage];
    const then = (stage: string) => stages.push(stage);
    assign(one, listed('PUBLISHED'));
    then(one.state.stage);
    one.act('startService', people.provider, {}, noon);
    then(one.state.stage);
    one.act('completeService', people.provider, { result: '已完成一个月代运营。' }, noon);
    then(one.state.stage);
    expect(one.toldTo('serviceCompleted')).toEqual([ENTERPRISE]);
    one.act('evaluateService', people.enterprise, { score: 5, words: '很好。' }, at('2025-03-11 10:00'));
    then(one.state.stage);
    expect(stages).toEqual(['RECEIVED', 'MATCHED', 'IN_SERVICE', 'COMPLETED', 'EVALUATED']);
  });

  it('EC-CENTRE-07.3 is closed without an evaluation, declined with a reason, or withdrawn', () => {
    const one = filed();
    assign(one, listed('PUBLISHED'));
    one.act('startService', people.provider, {}, noon);
    one.act('completeService', people.provider, { result: '已完成。' }, noon);
    expect(one.deadline('evaluation')).toMatchObject({ lastDay: '2025-03-24' });
    one.liveUntil(at('2025-03-25 00:00'));
    expect(one.state.outcome).toBe('CLOSED');
    const declined = filed();
    declined.act('declineService', people.centre, { reason: '暂无服务商。' }, noon);
    expect(declined.toldTo('serviceDeclined')).toEqual([ENTERPRISE]);
    const withdrawn = filed();
    withdrawn.act('withdrawService', people.enterprise, {}, noon);
    expect(withdrawn.state.outcome).toBe('WITHDRAWN');
    expect(withdrawn.toldTo('serviceWithdrawn')).toEqual([CENTRE]);
    // Who was to serve is told, too.
    const assigned = filed();
    assign(assigned, listed('PUBLISHED'));
    assigned.act('withdrawService', people.enterprise, {}, noon);
    expect(assigned.toldTo('serviceWithdrawn')).toEqual([CENTRE, EC_PROVIDER]);
  });

  it('EC-CENTRE-07.1 ends with the centre, and what was served is still evaluated', () => {
    const one = filed();
    assign(one, listed('PUBLISHED'));
    one.act('startService', people.provider, {}, noon);
    one.act('centreLeft', anyone.otherCase, {}, noon);
    expect(one.state.outcome).toBe('NOT_SERVED');
    expect(one.toldTo('serviceDeclined')).toEqual([ENTERPRISE, EC_PROVIDER]);
    const served = filed();
    assign(served, listed('PUBLISHED'));
    served.act('startService', people.provider, {}, noon);
    served.act('completeService', people.provider, { result: '已完成。' }, noon);
    served.act('centreLeft', anyone.otherCase, {}, noon);
    served.act('evaluateService', people.enterprise, { score: 5 }, noon);
    expect(served.state.outcome).toBe('EVALUATED');
    const waiting = filed();
    waiting.act('centreLeft', anyone.otherCase, {}, noon);
    expect(waiting.toldTo('serviceDeclined')).toEqual([ENTERPRISE]);
  });

  it('EC-CENTRE-07.1 keeps the need out of the case itself', () => {
    expect(JSON.stringify(filed().state)).not.toContain('直播');
  });
});
