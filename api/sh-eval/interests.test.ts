/** Whoever has an interest in the institution decides nothing of its entry, in any of the offices it goes through (SH-EVAL-08.1, XC-05.5). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filing, paperInOrder } from '../../rules/sh-eval/filing.fixture.ts';
import { indicatorTitles } from '../../rules/sh-eval/scores.ts';
import { assessor, commission, entryStands, openCampaign, openEntry, pudong } from '../testing/assessment-entry.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { CODES } from '../testing/samples.ts';

const NOW = '2021-01-12T10:00:00.000+08:00';
const reason = '见材料。';
const at = '2020-12-10T10:00:00.000+08:00';
const points = { asOf: '2020-12-31', stores: [], year: 0, cumulative: 0, byAngle: {} };
const verification = { authentic: true, asked: 20, satisfaction: 95, at };
const scores = Object.fromEntries(Object.keys(indicatorTitles).map((code) => [code, 80]));
const sheets = ['a-1', 'a-2'].map((name) => ({ assessor: name, scores, note: null }));

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: NOW });
  await openCampaign(api);
  for (const account of ['pudong', 'commission', 'commissionmanager', 'assessor']) {
    const declared = await (
      await api.as(account)
    ).post('/api/conflicts', { party: CODES.provider, relation: '配偶任职' });
    expect(declared.status, JSON.stringify(declared.body)).toBe(201);
  }
});
afterAll(() => databases.stop());

const inHand = { electronicAt: at, paperAt: at, points: { provisional: points, fixed: points } };
const offices = {
  district: ['pudong', 'DISTRICT_REVIEW', pudong],
  posting: ['pudong', 'RECOMMENDED', pudong],
  paper: ['pudong', 'SUBMITTED', pudong],
  compliance: ['commission', 'COMPLIANCE_REVIEW', commission],
  late: ['commissionmanager', 'DISTRICT_LATE', commission],
  documents: ['assessor', 'DOCUMENT_REVIEW', assessor],
  scoring: ['assessor', 'VERIFICATION', assessor],
  scored: ['assessor', 'SCORED', assessor],
  grading: ['commission', 'GRADING', commission],
  objection: ['commissionmanager', 'OBJECTION', commission],
} as const;

const refused: readonly (readonly [office: keyof typeof offices, action: string, input: object])[] = [
  ['paper', 'recordPaper', { receivedAt: at, checks: paperInOrder }],
  ['district', 'recommend', {}],
  ['district', 'notRecommend', { reason }],
  ['district', 'returnEntry', { reason }],
  ['district', 'handOver', { registeredIn: 'SH/XUHUI', reason }],
  ['posting', 'recordDispatch', { letter: '浦科经〔2020〕1号', postedAt: at }],
  ['late', 'takeUpLate', { reason }],
  ['late', 'leaveOut', { reason }],
  ['compliance', 'admit', {}],
  ['compliance', 'refuseAdmission', { reason }],
  ['documents', 'finishDocuments', {}],
  ['scoring', 'recordVerification', { authentic: true, asked: 20, satisfaction: 95, findings: '属实。', fileIds: [] }],
  ['scoring', 'fileSheet', { scores }],
  ['scored', 'replaceSheet', { sheet: 'FIRST', scores, reason }],
  ['scored', 'submitAssessment', {}],
  ['scored', 'recordInterference', { reason, fileIds: [] }],
  ['grading', 'setGrade', { grade: 'EXCELLENT', reason }],
  ['grading', 'returnToAssessor', { reason }],
  ['objection', 'upholdResult', { reason }],
  ['objection', 'changeResult', { grade: 'EXCELLENT', reason }],
];

describe.each(refused)('%s: %s', (office, action, input) => {
  it('XC-05.5 SH-EVAL-08.1 is refused to whoever has an interest in the institution, and open to it for another', async () => {
    const [account, stage, body] = offices[office];
    const act = async (party: string) => {
      const id = `ase-${office}-${action}-${party === CODES.provider ? 'own' : 'other'}`.toLowerCase();
      await openEntry(api, id, [{ year: 2020, ...filing() }], { party });
      await entryStands(api, id, stage, body, { ...inHand, ...factsAt(office) });
      return (await api.as(account)).post(`/api/cases/${id}/actions/${action}`, input);
    };
    const own = await act(CODES.provider);
    expect([own.status, own.body.code], JSON.stringify(own.body)).toEqual([403, 'CONFLICT_OF_INTEREST']);
    expect((await act(CODES.other)).body.code).not.toBe('CONFLICT_OF_INTEREST');
  });
});

function factsAt(office: keyof typeof offices): object {
  if (office === 'paper') return { paperAt: null };
  if (office === 'scoring') return { verification };
  if (office === 'objection') return { sheets, grade: { code: 'GOOD', reason, at }, published: { at, listed: true } };
  return { sheets, recommendedAt: at };
}
