import { describe, expect, it } from 'vitest';
import { hnNetValues } from '../../../rules/hn-net/config.ts';
import type { FoundCase, FoundEntry } from '../../engine/intake.ts';
import { at, person } from '../../../test/support/engine-samples.ts';
import { consumerEvaluation } from './contract.ts';
import { consumerEvaluationInputs } from './input.ts';
import { consumerEvaluationIntake } from './intake.ts';

const party = 'person:u-7';
const provider = '91430102MA4L8XK93A';
const filed = { provider, orderNo: 'HN2025-318', completedOn: '2025-09-24', score: 4, text: '办得很快' };
const { form } = consumerEvaluationIntake;

function entry(register: string, of: string, status: string): FoundEntry {
  return {
    register,
    party: of,
    name: `名称 ${of}`,
    status,
    bodyId: 'hn-liuyang',
    region: 'HN/CHANGSHA/LIUYANG',
    data: {},
  };
}
const registered = entry('hn-net.consumers', party, 'REGISTERED');
const known = entry('hn-net.providers', provider, 'REGISTERED');

interface Known {
  readonly entries?: readonly FoundEntry[];
  readonly cases?: readonly FoundCase[];
  readonly by?: string;
}

function file(change: object = {}, { entries = [registered, known], cases = [], by = party }: Known = {}) {
  return consumerEvaluationIntake.file({
    form: form.parse({ ...filed, ...change }),
    filer: person('u-7', { role: 'consumer', party: by }),
    party: by,
    filerName: '王芳',
    now: at('2025-09-26 10:00'),
    rules: hnNetValues(),
    entries,
    cases,
  });
}

function refusalOf(change: object, known?: Known): unknown {
  try {
    file(change, known);
  } catch (refusal) {
    return refusal;
  }
  return null;
}

function earlier(stage: string, isOpen: boolean): FoundCase {
  const about = `order:${provider}:HN2025-318`;
  return { id: 'evl-1', kind: 'consumerEvaluation', subject: party, about, stage, isOpen };
}

describe('filing an evaluation', () => {
  it('HN-NET-19.1 becomes a case of the hub about the order, with its words in the form alone', () => {
    expect(file()).toEqual({
      subject: party,
      title: `名称 ${party}`,
      parties: { consumer: [party], provider: [provider] },
      body: { bodyId: 'hn-hub', region: 'HN' },
      about: `order:${provider}:HN2025-318`,
      opening: { score: 4, orderNo: 'HN2025-318', completedOn: '2025-09-24' },
    });
    expect(file({ text: null, completedOn: '2025-09-26' })).toMatchObject({ opening: { completedOn: '2025-09-26' } });
    expect(consumerEvaluation.intake).toEqual({ by: ['consumer'] });
  });

  it('HN-NET-19.1 looks up the consumer, the provider and every earlier evaluation of the order', () => {
    expect(consumerEvaluationIntake.lookUp?.(form.parse(filed), party)).toEqual({
      entries: [
        { register: 'hn-net.consumers', party },
        { register: 'hn-net.providers', party: provider },
      ],
      cases: [{ kind: 'consumerEvaluation', subject: party, about: `order:${provider}:HN2025-318` }],
    });
  });

  it.each([
    ['published', 'PUBLISHED', false],
    ['under report', 'PUBLISHED', true],
    ['hidden', 'HIDDEN', false],
  ])('HN-NET-19.1 is taken exactly once a consumer and order, also where the first one is %s', (_, stage, isOpen) => {
    expect(refusalOf({}, { cases: [earlier(stage, isOpen)] })).toMatchObject({
      code: 'ALREADY_DONE',
      details: { field: 'orderNo', facts: { caseId: 'evl-1' } },
    });
    expect(refusalOf({}, { cases: [{ ...earlier(stage, isOpen), subject: 'person:u-8' }] })).toBeNull();
    expect(refusalOf({ orderNo: 'HN2025-319' }, { cases: [earlier(stage, isOpen)] })).toBeNull();
  });

  it('HN-NET-18.1 HN-NET-19.1 tells an unregistered consumer to register first', () => {
    for (const entries of [[known], [known, entry('hn-net.consumers', party, 'CLOSED')]]) {
      expect(refusalOf({}, { entries })).toMatchObject({
        code: 'CONDITION_NOT_MET',
        details: { message: { zh: expect.stringContaining('须先注册') as unknown } },
      });
    }
  });

  it('HN-NET-19.1 is of a provider that is, or was, registered on the network', () => {
    for (const status of ['APPLIED', 'UNDER_REVIEW', 'REFUSED']) {
      const entries = [registered, entry('hn-net.providers', provider, status)];
      expect(refusalOf({}, { entries })).toMatchObject({ code: 'INVALID_INPUT', details: { field: 'provider' } });
    }
    expect(refusalOf({}, { entries: [registered] })).toMatchObject({ details: { field: 'provider' } });
    expect(file({}, { entries: [registered, entry('hn-net.providers', provider, 'DEREGISTERED')] })).toBeDefined();
  });

  it('HN-NET-19.2 is not made by the provider itself', () => {
    const entries = [entry('hn-net.consumers', provider, 'REGISTERED'), known];
    expect(refusalOf({}, { entries, by: provider })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'provider', facts: { requirement: 'HN-NET-19.2' } },
    });
  });

  it('HN-NET-19.1 waits for the completion of the service', () => {
    expect(refusalOf({ completedOn: '2025-09-27' })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'completedOn' },
    });
  });

  it.each([
    ['score', 0],
    ['score', 6],
    ['score', 4.5],
    ['score', '5'],
    ['text', '好'.repeat(2001)],
    ['orderNo', ''],
    ['orderNo', 'O 1'],
    ['completedOn', '2025-02-29'],
    ['provider', 'somebody'],
    ['fileIds', Array.from({ length: 10 }, (_, n) => `f-${n}`)],
  ])('HN-NET-19.1 refuses %s %s at its field', (field, value) => {
    expect(form.safeParse({ ...filed, [field]: value }).error?.issues[0]?.path[0]).toBe(field);
  });

  it('HN-NET-19.2 XC-05.1 schemas take unlawful content as a ground and nothing else', () => {
    const { hideEvaluation, reportEvaluation, answerEvaluation } = consumerEvaluationInputs;
    expect(hideEvaluation.safeParse({ ground: 'UNFAVOURABLE', reason: '影响声誉' }).success).toBe(false);
    expect(hideEvaluation.safeParse({ ground: 'INFRINGEMENT' }).success).toBe(false);
    expect(reportEvaluation.safeParse({ ground: 'UNFAVOURABLE', explanation: '影响声誉' }).success).toBe(false);
    expect(answerEvaluation.safeParse({ text: ' ' }).success).toBe(false);
    expect(answerEvaluation.safeParse({ text: '谢谢' }).data).toEqual({ text: '谢谢', fileIds: [] });
  });
});

describe('the evaluation of a service request of the network', () => {
  const orderNo = 'srq-1';
  const request = (stage: string): FoundCase => {
    return { id: orderNo, kind: 'serviceRequest', subject: party, about: null, stage, isOpen: stage !== 'CLOSED' };
  };

  it('HN-NET-19.1 HN-NET-05.3 names the request, which must be the own one and completed', () => {
    expect(refusalOf({ orderNo })).toMatchObject({ code: 'INVALID_INPUT', details: { field: 'orderNo' } });
    expect(refusalOf({ orderNo }, { cases: [request('IN_SERVICE')] })).toMatchObject({
      details: { field: 'completedOn' },
    });
    for (const stage of ['COMPLETED', 'RETURN_VISITED', 'CLOSED']) {
      const { opening, about } = file({ orderNo }, { cases: [request(stage)] });
      expect([about, opening]).toMatchObject([`order:${provider}:srq-1`, { requestCaseId: orderNo }]);
    }
    expect(file().opening).not.toHaveProperty('requestCaseId');
  });
});
