/** Store applications as the scenarios file them, and the steps that every store's life has. All through the public API. */
import type { ApplicationFigures } from '../../rules/sh-store/form.ts';
import type { ApiClient } from './api-client.ts';
import type { TestStack } from './test-stack.ts';

/** Credit codes of the two providers of training mode, with their names. */
export const institutions = {
  provider: { creditCode: '91310115MA1K3AB128', name: '上海启明企业服务有限公司', region: 'SH/PUDONG' },
  provider2: { creditCode: '91310104MA1FR2CD85', name: '上海致远知识产权代理有限公司', region: 'SH/XUHUI' },
} as const;

/** Figures that meet every condition of 4.1 on any day of the fiscal year after `fiscalYear`. */
export function goodFigures(changes: Partial<ApplicationFigures> = {}): ApplicationFigures {
  return {
    orgType: 'COMPANY',
    legalPerson: true,
    hasQualification: true,
    abilityText: null,
    establishedOn: '2015-03-01',
    registeredCapital: 1_000_000,
    revenue: 8_000_000,
    netProfit: 600_000,
    fiscalYear: 2024,
    smesServed: 150,
    enterprisesServed: 180,
    fullTimeStaff: 20,
    degreeOnly: 12,
    titleOnly: 2,
    degreeAndTitle: 3,
    area: 260,
    fixedPremises: true,
    equipment: '办公电脑 30 台、会议系统一套',
    discountPolicy: '小微企业服务费八折',
    systems: { management: true, serviceFlow: true, fees: true, qualityAssurance: true },
    penalties: [],
    underInvestigation: false,
    goodFaith: true,
    contribution: null,
    awards: [],
    ...changes,
  };
}

/** Smallest valid files of their types. */
export const samples = {
  pdf: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  png: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
} as const;

export function uploadPdf(client: ApiClient, name: string): Promise<string> {
  return client.upload(name, samples.pdf, 'application/pdf');
}

export interface Filing {
  readonly as?: 'provider' | 'provider2';
  readonly route?: 'STANDARD' | 'TRIAL' | 'INVITED';
  readonly figures?: Partial<ApplicationFigures>;
  /** Laid over the whole body, e.g. to leave a file out. */
  readonly body?: Record<string, unknown>;
}

/** The body of a complete application; the two mandatory files are uploaded first. */
export async function applicationBody(stack: TestStack, { as = 'provider', route, figures, body }: Filing = {}): Promise<Record<string, unknown>> {
  const client = await stack.as(as);
  return {
    ...(route !== undefined && { route }),
    institution: {
      ...institutions[as],
      contactName: '张三',
      contactPhone: '021-55667788',
      contactEmail: `${as}@demo.anjuan.test`,
    },
    figures: goodFigures(figures),
    files: {
      licence: await uploadPdf(client, '营业执照.pdf'),
      creditScreenshot: await client.upload('信用中国.png', samples.png, 'image/png'),
    },
    ...body,
  };
}

/** Files an application and answers with its case id. */
export async function apply(stack: TestStack, filing: Filing = {}): Promise<string> {
  const client = await stack.as(filing.as ?? 'provider');
  const { caseId } = await client.post('/api/applications', await applicationBody(stack, filing));
  return caseId;
}

/** A recommendation of the district department, on file. */
export async function recommend(stack: TestStack, as: 'provider' | 'provider2' = 'provider', more: Record<string, unknown> = {}): Promise<string> {
  const district = await stack.as('district');
  const { id } = await district.post('/api/recommendations', {
    creditCode: institutions[as].creditCode,
    department: '浦东新区科技和经济委员会',
    documentNumber: `浦科经推〔2025〕${Math.floor(Math.random() * 1e6)}号`,
    fileId: await uploadPdf(district, '推荐函.pdf'),
    reason: '长期支持本区涉企服务，成效突出，成长性好。',
    ...more,
  });
  return id;
}

/** Figures and route of an application that only the trial route can take. */
export const trialFiling: Filing = {
  route: 'TRIAL',
  figures: { revenue: 3_000_000, contribution: '承办区中小企业服务专场三十余场' },
};

/** Ticks, checks and judges everything a preliminary review needs before it can be passed. */
export async function review(stack: TestStack, caseId: string, as = 'reviewer'): Promise<void> {
  const reviewer = await stack.as(as);
  await reviewer.act(caseId, 'checkMaterials', {
    items: { licence: 'OK', figures: 'OK', staff: 'OK', premises: 'OK', creditScreenshot: 'OK' },
  });
  const today = (await stack.now()).slice(0, 10);
  await reviewer.act(caseId, 'recordCreditCheck', { result: 'CLEAR', source: '信用中国', checkedOn: today });
  for (const item of ['qualification', 'prospects', 'reputation']) {
    await reviewer.act(caseId, 'judgeCondition', { item, met: true, reason: '材料属实' });
  }
}

export function appointment(at: string): Record<string, unknown> {
  return { at, minutes: 60, place: '上海市中小企业发展服务中心 302 室' };
}

/** Reviews, passes and sets the interview. */
export async function passPreliminaryReview(stack: TestStack, caseId: string, interviewAt: string): Promise<void> {
  await review(stack, caseId);
  const reviewer = await stack.as('reviewer');
  await reviewer.act(caseId, 'passPreliminaryReview', { interview: appointment(interviewAt) });
}

/** Attendance, verification, commitment letter and pass, at the present moment of the clock. */
export async function passInterview(stack: TestStack, caseId: string): Promise<void> {
  const reviewer = await stack.as('reviewer');
  await reviewer.act(caseId, 'recordAttendance');
  await reviewer.act(caseId, 'verifyMaterials', { items: [{ name: '营业执照正本', result: 'OK' }] });
  await reviewer.act(caseId, 'signCommitment', { fileId: await uploadPdf(reviewer, '承诺书.pdf') });
  await reviewer.act(caseId, 'passInterview');
}

/** An open store: applied for, reviewed, interviewed and approved at `approvedAt`, at which the clock stands afterwards. */
export async function openStore(stack: TestStack, approvedAt: string, filing: Filing = {}): Promise<{ applicationId: string; setupId: string; trialId: string; storeId: string }> {
  const applicationId = await apply(stack, filing);
  await passPreliminaryReview(stack, applicationId, approvedAt);
  await stack.advanceTo(approvedAt);
  await passInterview(stack, applicationId);
  await settled(stack);
  const root = applicationId.slice(applicationId.indexOf('-') + 1);
  return { applicationId, setupId: `set-${root}`, trialId: `tri-${root}`, storeId: `sto-${root}` };
}

/** Lets what follows from the last step happen: advancing the clock to where it stands waits for it. */
export async function settled(stack: TestStack): Promise<void> {
  const now = await stack.now();
  await stack.advanceTo(new Date(Date.parse(now) + 1_000).toISOString());
}

let reported = 0;

/** Reports one fact of the platform about a store, by default as of now. */
export async function report(stack: TestStack, storeId: string, type: string, fields: Record<string, unknown> = {}): Promise<void> {
  reported += 1;
  const admin = await stack.as('admin');
  const occurredAt = fields['occurredAt'] ?? (await stack.now());
  await admin.post('/api/platform-events', { source: 'platform', sourceId: `e${reported}`, storeId, type, occurredAt, ...fields });
}
