/** Entry conditions (SH-STORE-01): the numbers by the check the applicant sees, the judgements in the preliminary review. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationFigures } from '../../rules/sh-store/form.ts';
import { contracts } from '../../workflows/regimes.ts';
import {
  appointment,
  apply,
  applicationBody,
  goodFigures,
  noticesOf,
  openStore,
  review,
  timelineOf,
  uploadPdf,
} from '../support/applications.ts';
import { expectWords, mailAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

interface Eligibility {
  readonly overall: string;
  readonly blocked: boolean;
  readonly openJudgements: readonly string[];
  readonly conditions: readonly {
    readonly condition: number;
    readonly status: string;
    readonly notMet: readonly string[];
  }[];
  readonly items: readonly {
    readonly id: string;
    readonly key: string;
    readonly status: string;
    readonly found: { readonly zh: string };
    readonly relaxedFor?: { readonly zh: string };
  }[];
}

const condition = ({ conditions }: Eligibility, number: number) => conditions.find((one) => one.condition === number);
const item = ({ items }: Eligibility, key: string) => items.find((one) => one.key === key);

const social: Partial<ApplicationFigures> = { orgType: 'SOCIAL_ORGANISATION' };
const materials = { licence: 'OK', figures: 'OK', staff: 'OK', premises: 'OK', creditScreenshot: 'OK' };
const interview = appointment('2025-09-22T10:00:00+08:00');

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-08-31T10:00:00+08:00' });
});
afterAll(() => stack.stop());

/** What the applicant is shown for these figures, today. */
async function check(changes: Partial<ApplicationFigures>): Promise<Eligibility> {
  const provider = await stack.as('provider');
  const { eligibility } = await provider.post('/api/applications/check', { figures: goodFigures(changes) });
  return eligibility;
}

async function statuses(key: string, ...changes: Partial<ApplicationFigures>[]): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for (const change of changes) found.push(item(await check(change), key)?.status);
  return found;
}

/** An application in preliminary review with everything ticked, checked and judged. */
async function reviewed(as: 'provider' | 'provider2', figures: Partial<ApplicationFigures>): Promise<string> {
  const caseId = await apply(stack, { as, figures });
  await review(stack, caseId);
  return caseId;
}

async function eligibilityOf(caseId: string): Promise<Eligibility> {
  return (await (await stack.as('reviewer')).get(`/api/cases/${caseId}`)).extras.eligibility;
}

async function withdraw(as: 'provider' | 'provider2', caseId: string): Promise<void> {
  await (await stack.as(as)).act(caseId, 'withdraw');
}

describe('figures', () => {
  it('SH-STORE-01.3 asks for one year of operation: established 2024-09-01, not on 2025-08-31 but on 2025-09-01', async () => {
    expect(await statuses('operatingYears', { establishedOn: '2024-09-01' })).toEqual(['NOT_MET']);
    await stack.advanceTo('2025-09-01T09:00:00+08:00');
    expect(await statuses('operatingYears', { establishedOn: '2024-09-01' })).toEqual(['MET']);
  });

  it('SH-STORE-01.1 refuses a branch office without legal personality and exempts a law firm', async () => {
    const branch = await check({ orgType: 'BRANCH', legalPerson: false });
    expect(condition(branch, 1)).toMatchObject({ status: 'NOT_MET', notMet: ['legalPerson'] });
    const firm = await check({ orgType: 'LAW_FIRM', legalPerson: false });
    expect(item(firm, 'legalPerson')).toMatchObject({
      status: 'MET',
      relaxedFor: { zh: expect.stringContaining('律师事务所除外') },
    });
  });

  it('SH-STORE-01.2 leaves a described ability without a certificate to the reviewer', async () => {
    const described = { hasQualification: false, abilityText: '十年中小企业财税服务经验' };
    expect(await statuses('qualification', described, { hasQualification: false, abilityText: null })).toEqual([
      'NEEDS_JUDGEMENT',
      'NOT_MET',
    ]);
    expect((await check(described)).openJudgements).toContain('qualification');
  });

  it('SH-STORE-01.4 takes a registered capital of exactly 100,000 and not 99,999', async () => {
    const found = await statuses('registeredCapital', { registeredCapital: 100_000 }, { registeredCapital: 99_999 });
    expect(found).toEqual(['MET', 'NOT_MET']);
  });

  it('SH-STORE-01.5 takes a revenue of 5,000,000.00 and not 4,999,999.99', async () => {
    expect(await statuses('revenue', { revenue: 5_000_000 }, { revenue: 4_999_999.99 })).toEqual(['MET', 'NOT_MET']);
  });

  it('SH-STORE-01.8 takes 10 full-time staff and not 9', async () => {
    const staff = (fullTimeStaff: number) => ({ fullTimeStaff, degreeOnly: 7, titleOnly: 0, degreeAndTitle: 0 });
    expect(await statuses('fullTimeStaff', staff(10), staff(9))).toEqual(['MET', 'NOT_MET']);
  });

  it('SH-STORE-01.9 counts a person with degree and title once: 4 + 1 + 2 of 10 is 70 %, six persons are 60 %', async () => {
    const seven = await check({ fullTimeStaff: 10, degreeOnly: 4, titleOnly: 1, degreeAndTitle: 2 });
    expect(item(seven, 'professionals')).toMatchObject({ status: 'MET', found: { zh: '7/10 人，70%' } });
    const six = await check({ fullTimeStaff: 10, degreeOnly: 3, titleOnly: 1, degreeAndTitle: 2 });
    expect(item(six, 'professionals')).toMatchObject({ status: 'NOT_MET', found: { zh: '6/10 人，60%' } });
  });

  it('SH-STORE-01.10 takes a fixed place of 80.0 square metres and not 79.9', async () => {
    expect(await statuses('area', { area: 80 }, { area: 79.9 }, { area: 80, fixedPremises: false })).toEqual([
      'MET',
      'NOT_MET',
      'NOT_MET',
    ]);
  });

  it('SH-STORE-01.11 asks for the equipment when the field is empty', async () => {
    const provider = await stack.as('provider');
    for (const equipment of ['', '  ']) {
      const body = await applicationBody(stack, { figures: { equipment } });
      await expect(provider.post('/api/applications', body)).rejects.toMatchObject({
        status: 422,
        code: 'INVALID_INPUT',
        problem: { errors: [{ field: 'figures.equipment' }] },
      });
    }
  });

  it('SH-STORE-01.14 does not meet condition (3) without discounts for small and micro enterprises', async () => {
    expect(condition(await check({ discountPolicy: null }), 3)).toMatchObject({
      status: 'NOT_MET',
      notMet: ['discountPolicy'],
    });
  });

  it('SH-STORE-01.15 names the one of the four systems that is not documented', async () => {
    const systems = { management: true, serviceFlow: true, fees: true, qualityAssurance: false };
    const result = await check({ systems });
    expect(condition(result, 4)).toMatchObject({ status: 'NOT_MET', notMet: ['systems.qualityAssurance'] });
    expect(result.items.filter(({ id }) => id === 'SH-STORE-01.15')).toHaveLength(4);
  });

  it('SH-STORE-01.16 blocks on an unrectified penalty of the last year, an investigation, or a want of good faith', async () => {
    const penalty = (decidedOn: string, rectified: boolean) => ({ penalties: [{ decidedOn, rectified }] });
    const limbs: [Partial<ApplicationFigures>, string, boolean][] = [
      [penalty('2025-03-01', true), 'penalty', false],
      [penalty('2025-03-01', false), 'penalty', true],
      [penalty('2024-09-01', false), 'penalty', true],
      [penalty('2024-08-31', false), 'penalty', false],
      [{ underInvestigation: true }, 'investigation', true],
      [{ goodFaith: false }, 'goodFaith', true],
    ];
    for (const [figures, limb, blocked] of limbs) {
      const result = await check(figures);
      expect(result.blocked, JSON.stringify(figures)).toBe(blocked);
      expect(condition(result, 5)).toMatchObject({ notMet: blocked ? [limb] : [] });
    }
    // Blocked in principle: the review cannot be passed until a manager says otherwise, with a reason.
    const caseId = await reviewed('provider', penalty('2025-03-01', false));
    const [reviewer, manager] = [await stack.as('reviewer'), await stack.as('manager')];
    await expect(reviewer.act(caseId, 'passPreliminaryReview', { interview })).rejects.toMatchObject({
      code: 'CONDITION_NOT_MET',
      problem: { facts: { items: [{ item: 'penalty', requirement: 'SH-STORE-01.16' }] } },
    });
    await manager.act(caseId, 'overrideCondition', { item: 'penalty', reason: '处罚事由轻微，已在整改' });
    expect(await reviewer.act(caseId, 'passPreliminaryReview', { interview })).toMatchObject({
      stage: 'INTERVIEW_SCHEDULED',
    });
    await withdraw('provider', caseId);
  });
});

describe('condition (5) as the review finds it', () => {
  const pass = { interview, reason: '情节轻微' };

  it('SH-STORE-01.16 blocks on a limb that the reviewer found, whatever the applicant ticked, until a manager overrides it', async () => {
    const [reviewer, manager] = [await stack.as('reviewer'), await stack.as('manager')];
    const caseId = await reviewed('provider', {});
    const evidence = await uploadPdf(reviewer, '立案通知.pdf');
    const finding = { limb: 'investigation', found: true, reason: '监管部门来函协查', fileIds: [evidence] };
    await expect(reviewer.act(caseId, 'recordFinding', { ...finding, reason: ' ' })).rejects.toMatchObject({
      status: 422,
    });
    await expect(manager.act(caseId, 'recordFinding', finding)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await reviewer.act(caseId, 'recordFinding', finding);
    const found = await eligibilityOf(caseId);
    expect(found.blocked).toBe(true);
    expect(item(found, 'investigation')).toMatchObject({
      status: 'NOT_MET',
      found: { zh: expect.stringContaining(finding.reason) },
    });
    await expect(reviewer.act(caseId, 'passPreliminaryReview', pass)).rejects.toMatchObject({
      code: 'CONDITION_NOT_MET',
      problem: { facts: { items: [{ item: 'investigation', requirement: 'SH-STORE-01.16' }] } },
    });
    await manager.act(caseId, 'overrideCondition', { item: 'investigation', reason: '仅为证人，与本机构无涉' });
    expect(await reviewer.act(caseId, 'passPreliminaryReview', pass)).toMatchObject({ stage: 'INTERVIEW_SCHEDULED' });
    expect((await timelineOf(stack, caseId)).find(({ type }) => type === 'FINDING_RECORDED')).toMatchObject({
      actor: { id: 'demo-reviewer' },
      clause: 'SH-STORE 一.1(5)',
      detail: finding,
    });
    await withdraw('provider', caseId);
  });

  it('SH-STORE-01.16 SH-STORE-04.2 blocks on the limb that a credit hit touches; a reason of the reviewer does not pass it', async () => {
    const [reviewer, manager] = [await stack.as('reviewer'), await stack.as('manager')];
    const caseId = await reviewed('provider', {});
    const hit = { result: 'HIT', source: '信用中国', checkedOn: '2025-09-01', note: '列入经营异常名录' };
    await expect(reviewer.act(caseId, 'recordCreditCheck', hit)).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ field: 'touches' }] },
    });
    await reviewer.act(caseId, 'recordCreditCheck', { ...hit, touches: ['goodFaith'] });
    await expect(reviewer.act(caseId, 'passPreliminaryReview', pass)).rejects.toMatchObject({
      code: 'CONDITION_NOT_MET',
      problem: { facts: { items: [{ item: 'goodFaith' }] } },
    });
    const cleared = { limb: 'goodFaith', found: false, reason: '已移出名录' };
    await expect(reviewer.act(caseId, 'recordFinding', cleared)).rejects.toMatchObject({ code: 'NOT_NOW' });
    await manager.act(caseId, 'overrideCondition', { item: 'goodFaith', reason: '已移出名录，影响消除' });
    expect(await reviewer.act(caseId, 'passPreliminaryReview', pass)).toMatchObject({ stage: 'INTERVIEW_SCHEDULED' });
    await withdraw('provider', caseId);
  });
});

describe('judgement and relaxation', () => {
  it('SH-STORE-01.6 keeps the review open until operation, prospects and capacity are rated', async () => {
    const caseId = await apply(stack);
    const reviewer = await stack.as('reviewer');
    await reviewer.act(caseId, 'checkMaterials', { items: materials });
    await reviewer.act(caseId, 'recordCreditCheck', { result: 'CLEAR', source: '信用中国', checkedOn: '2025-09-01' });
    for (const key of ['qualification', 'reputation'])
      await reviewer.act(caseId, 'judgeCondition', { item: key, met: true, reason: '属实' });
    await expect(reviewer.act(caseId, 'passPreliminaryReview', { interview })).rejects.toMatchObject({
      status: 409,
      code: 'STEP_MISSING',
      problem: { facts: { requirement: 'SH-STORE-01.6', items: ['prospects'] } },
    });
    await reviewer.act(caseId, 'judgeCondition', { item: 'prospects', met: true, reason: '经营有序，成长性好' });
    expect(await reviewer.act(caseId, 'passPreliminaryReview', { interview })).toMatchObject({
      stage: 'INTERVIEW_SCHEDULED',
    });
    await withdraw('provider', caseId);
  });

  it('SH-STORE-01.7 relaxes condition (1) item by item for a chamber, with a reason on the timeline, and not for a company', async () => {
    const reviewer = await stack.as('reviewer');
    const chamber = await reviewed('provider', { ...social, revenue: 2_000_000 });
    const company = await reviewed('provider2', { revenue: 2_000_000 });
    const waiver = { item: 'revenue', reason: '行业商会，会费收入为主，服务能力强' };
    await expect(reviewer.act(chamber, 'waiveCondition', { item: 'revenue', reason: ' ' })).rejects.toMatchObject({
      status: 422,
    });
    expect(condition(await eligibilityOf(chamber), 1)).toMatchObject({ status: 'NOT_MET', notMet: ['revenue'] });
    await reviewer.act(chamber, 'waiveCondition', waiver);
    const relaxed = await eligibilityOf(chamber);
    expect(condition(relaxed, 1)).toMatchObject({ status: 'WAIVED', notMet: [] });
    expect(item(relaxed, 'revenue')?.relaxedFor?.zh).toContain(waiver.reason);
    expect(item(relaxed, 'revenue')).toMatchObject({ waivedBy: 'demo-reviewer' });
    expect((await timelineOf(stack, chamber)).filter(({ type }) => type === 'CONDITION_WAIVED')).toMatchObject([
      { actor: { id: 'demo-reviewer' }, clause: 'SH-STORE 一.1(1)', detail: waiver },
    ]);

    await expect(reviewer.act(company, 'waiveCondition', waiver)).rejects.toMatchObject({
      status: 403,
      code: 'NOT_ALLOWED',
    });
    expect(condition(await eligibilityOf(company), 1)).toMatchObject({ status: 'NOT_MET' });
    await withdraw('provider', chamber);
    await withdraw('provider2', company);
  });

  it('SH-STORE-01.12 relaxes condition (2) for an association with 6 staff and 60 square metres', async () => {
    const reviewer = await stack.as('reviewer');
    const figures = { ...social, fullTimeStaff: 6, degreeOnly: 4, titleOnly: 0, degreeAndTitle: 1, area: 60 };
    const caseId = await reviewed('provider', figures);
    expect(condition(await eligibilityOf(caseId), 2)).toMatchObject({
      status: 'NOT_MET',
      notMet: ['fullTimeStaff', 'area'],
    });
    await reviewer.act(caseId, 'waiveCondition', { item: 'fullTimeStaff', reason: '秘书处编制所限' });
    expect(condition(await eligibilityOf(caseId), 2)).toMatchObject({ status: 'NOT_MET', notMet: ['area'] });
    await reviewer.act(caseId, 'waiveCondition', { item: 'area', reason: '由会员单位提供场地' });
    const relaxed = await eligibilityOf(caseId);
    expect(condition(relaxed, 2)).toMatchObject({ status: 'WAIVED', notMet: [] });
    expect(item(relaxed, 'area')?.relaxedFor?.zh).toContain('由会员单位提供场地');
    expect(await reviewer.act(caseId, 'passPreliminaryReview', { interview })).toMatchObject({
      stage: 'INTERVIEW_SCHEDULED',
    });
    await withdraw('provider', caseId);
  });

  it('SH-STORE-01.13 takes 100 enterprises served and lets a manager alone, with a reason, take 99', async () => {
    expect(await statuses('served', { enterprisesServed: 100 }, { enterprisesServed: 99 })).toEqual(['MET', 'NOT_MET']);
    const [reviewer, manager] = [await stack.as('reviewer'), await stack.as('manager')];
    const caseId = await reviewed('provider', { enterprisesServed: 99 });
    const reason = '所服务企业规模大，成效突出';
    await expect(reviewer.act(caseId, 'passPreliminaryReview', { interview })).rejects.toMatchObject({
      code: 'CONDITION_NOT_MET',
    });
    await expect(reviewer.act(caseId, 'waiveCondition', { item: 'served', reason })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await expect(reviewer.act(caseId, 'overrideCondition', { item: 'served', reason })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await expect(manager.act(caseId, 'overrideCondition', { item: 'served' })).rejects.toMatchObject({ status: 422 });
    // Where the text does not say 原则上 no override is offered.
    await expect(manager.act(caseId, 'overrideCondition', { item: 'discountPolicy', reason })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await manager.act(caseId, 'overrideCondition', { item: 'served', reason });
    expect(item(await eligibilityOf(caseId), 'served')).toMatchObject({ status: 'WAIVED' });
    expect((await timelineOf(stack, caseId)).find(({ type }) => type === 'CONDITION_OVERRIDDEN')).toMatchObject({
      actor: { id: 'demo-manager' },
      detail: { item: 'served', reason },
    });
    expect(await reviewer.act(caseId, 'passPreliminaryReview', { interview })).toMatchObject({
      stage: 'INTERVIEW_SCHEDULED',
    });
    await withdraw('provider', caseId);
  });
});

describe('queue, fees and fair prices', () => {
  it('SH-STORE-01.17 lists an institution with a district award first and waives nothing for it', async () => {
    const plain = await apply(stack, { as: 'provider' });
    const awarded = await apply(stack, {
      as: 'provider2',
      figures: { awards: [{ level: 'DISTRICT', name: '区优秀服务机构' }] },
    });
    const reviewer = await stack.as('reviewer');
    const { items } = await reviewer.get('/api/tasks?name=preliminaryReview&view=unclaimed');
    expect(items.map(({ caseId }: { caseId: string }) => caseId)).toEqual([awarded, plain]);
    const asked = async (caseId: string) => {
      const { extras, actions } = await reviewer.get(`/api/cases/${caseId}`);
      return {
        items: extras.eligibility.items.map(({ key, needed }: { key: string; needed: object }) => ({ key, needed })),
        actions: actions.map(({ name }: { name: string }) => name),
      };
    };
    expect(await asked(awarded)).toEqual(await asked(plain));
    await expect(reviewer.act(awarded, 'passPreliminaryReview', { interview })).rejects.toMatchObject({
      code: 'STEP_MISSING',
    });
    await withdraw('provider', plain);
    await withdraw('provider2', awarded);
  });

  it('SH-STORE-01.19 lets a reviewer turn down unfair pricing on clause 一.3', async () => {
    const reviewer = await stack.as('reviewer');
    const caseId = await apply(stack, { as: 'provider2' });
    const reason = '同类服务报价明显高于市场，性价比低';
    await expect(reviewer.act(caseId, 'rejectApplication', { reason, clause: '第三条' })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ field: 'clause' }] },
    });
    await reviewer.act(caseId, 'rejectApplication', { reason, clause: 'SH-STORE 一.3' });
    expect((await timelineOf(stack, caseId, 'provider2')).find(({ type }) => type === 'GROUND_CITED')).toMatchObject({
      clause: 'SH-STORE 一.3',
    });
    expectWords(stack, await mailAbout(stack, 'provider2', '线上初审未通过'), caseId, [reason, '依据：《办法》一.3']);
    expect((await timelineOf(stack, caseId)).find(({ type }) => type === 'APPLICATION_REJECTED')).toMatchObject({
      detail: { reason, clause: 'SH-STORE 一.3' },
    });
    expect(await noticesOf(stack, caseId, 'preliminaryRejected')).toHaveLength(1);
  });

  it('SH-STORE-01.18 goes from application to opening without a charge or a step to pay', async () => {
    const { applicationId, setupId } = await openStore(stack, '2025-09-22T10:00:00+08:00');
    const charge = /pay|charge|invoice|bill|refund|deposit|price|收费|缴费|支付|押金|账单/i;
    for (const caseId of [applicationId, setupId]) {
      const lines = await timelineOf(stack, caseId);
      // What staff pay into social insurance is proved, and nobody is charged for it.
      const words = lines.map(({ type, title }) => `${type} ${title.zh.replaceAll('社保缴费证明', '')} ${title.en}`);
      expect(words.filter((line) => charge.test(line))).toEqual([]);
    }
    const document = await (await stack.as('provider')).get('/api/openapi.json');
    const paths = Object.keys(document.paths);
    expect(paths).toContain('/api/applications');
    expect(paths.filter((path) => charge.test(path))).toEqual([]);
    const byKind: Record<string, object> = document.paths['/api/cases/{id}/actions/{name}'].post['x-actions'];
    const ofStores = Object.entries(byKind).filter(([kind]) => contracts[kind]?.regime === 'SH_STORE');
    const actions = ofStores.flatMap(([, own]) => Object.keys(own));
    expect(actions).toContain('passInterview');
    expect(actions.filter((name) => charge.test(name))).toEqual([]);
  });
});
