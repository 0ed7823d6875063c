/** The steps that every store's life has, as the story and the scenarios take them: all through the public API. */
import { randomUUID } from 'node:crypto';
import type { ApplicationFigures } from '../../rules/sh-store/form.ts';
import { ProblemError, type ApiClient } from './api-client.ts';

/** A running training stage as its users see it: accounts that sign in, and the clock. */
export interface Rehearsal {
  /** A client signed in as an account of training mode: `reviewer`, `provider2` … */
  as(account: string): Promise<ApiClient>;
  now(): Promise<string>;
  /** Moves the clock; what becomes due on the way fires in due order. */
  advanceTo(to: string): Promise<unknown>;
}

/** Credit codes of the providers of training mode in Shanghai, with their names. */
export const institutions = {
  provider: { creditCode: '91310115MA1K3AB128', name: '上海启明企业服务有限公司', region: 'SH/PUDONG' },
  provider2: { creditCode: '91310104MA1FR2CD85', name: '上海致远知识产权代理有限公司', region: 'SH/XUHUI' },
  entrant: { creditCode: '91310104MA1FR9HX35', name: '上海恒信创业服务有限公司', region: 'SH/XUHUI' },
} as const;

/** Figures that meet every condition of 4.1; give the fiscal year before that of the application. */
export function goodFigures(changes: Partial<ApplicationFigures> = {}): ApplicationFigures {
  return {
    orgType: 'COMPANY',
    legalPerson: true,
    hasQualification: false,
    abilityText: '为中小企业提供知识产权服务十年',
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
  pdf: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  jpg: Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/' +
      'yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
    'base64',
  ),
} as const;

export function uploadPdf(client: ApiClient, name: string): Promise<string> {
  return client.upload(name, samples.pdf, 'application/pdf');
}

export interface Filing {
  readonly as?: keyof typeof institutions;
  readonly route?: 'STANDARD' | 'TRIAL' | 'INVITED';
  readonly figures?: Partial<ApplicationFigures>;
  /** Laid over the whole body, e.g. to leave a file out. */
  readonly body?: Record<string, unknown>;
}

/** The body of a complete application; the two mandatory files are uploaded first. */
export async function applicationBody(
  stage: Rehearsal,
  { as = 'provider', route, figures, body }: Filing = {},
): Promise<Record<string, unknown>> {
  const client = await stage.as(as);
  return {
    ...(route !== undefined && { route }),
    institution: {
      ...institutions[as],
      contactName: '张三',
      contactPhone: '021-55667788',
      contactEmail: `${as}@demo.anjuan.test`,
    },
    figures: goodFigures({ fiscalYear: Number((await stage.now()).slice(0, 4)) - 1, ...figures }),
    files: {
      licence: await uploadPdf(client, '营业执照.pdf'),
      creditScreenshot: await client.upload('信用中国.png', samples.png, 'image/png'),
    },
    ...body,
  };
}

/** Files an application and answers with its case id. */
export async function apply(stage: Rehearsal, filing: Filing = {}): Promise<string> {
  const client = await stage.as(filing.as ?? 'provider');
  const { caseId } = await client.post('/api/applications', await applicationBody(stage, filing));
  return caseId;
}

/** A recommendation of the district department, on file. */
export async function recommend(
  stage: Rehearsal,
  as: keyof typeof institutions = 'provider',
  more: Record<string, unknown> = {},
): Promise<string> {
  const district = await stage.as('district');
  const { id } = await district.post('/api/recommendations', {
    creditCode: institutions[as].creditCode,
    department: '浦东新区科技和经济委员会',
    documentNumber: `浦科经推〔${randomUUID().slice(0, 8)}〕号`,
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
export async function review(stage: Rehearsal, caseId: string, as = 'reviewer'): Promise<void> {
  const reviewer = await stage.as(as);
  await reviewer.act(caseId, 'checkMaterials', {
    items: { licence: 'OK', figures: 'OK', staff: 'OK', premises: 'OK', creditScreenshot: 'OK' },
  });
  const today = (await stage.now()).slice(0, 10);
  await reviewer.act(caseId, 'recordCreditCheck', { result: 'CLEAR', source: '信用中国', checkedOn: today });
  const { facts } = await reviewer.get<{ facts: { route: string } }>(`/api/cases/${caseId}`);
  const merits = facts.route === 'TRIAL' ? ['keyTasks', 'contribution', 'potential'] : [];
  for (const item of ['qualification', 'prospects', 'reputation', ...merits]) {
    await reviewer.act(caseId, 'judgeCondition', { item, met: true, reason: '材料属实' });
  }
}

export function appointment(at: string): Record<string, unknown> {
  return { at, minutes: 60, place: '上海市中小企业发展服务中心 302 室' };
}

/** Reviews, passes and sets the interview, where the tale needs it: at night or on a day off, too. */
export async function passPreliminaryReview(stage: Rehearsal, caseId: string, interviewAt: string): Promise<void> {
  await review(stage, caseId);
  const reviewer = await stage.as('reviewer');
  await reviewer.act(caseId, 'passPreliminaryReview', {
    interview: { ...appointment(interviewAt), confirmOutsideHours: true },
  });
}

/** Who came, and every original of the usual list in order. */
export const attendees = [{ name: '张三', capacity: '法定代表人' }];
export const originals = [
  { item: 'licence', result: 'OK' },
  { item: 'qualifications', result: 'NOT_APPLICABLE' },
  { item: 'staff', result: 'OK' },
  { item: 'premises', result: 'OK' },
];

/** Attendance, verification, commitment letter and pass, at the present moment of the clock. */
export async function passInterview(stage: Rehearsal, caseId: string): Promise<void> {
  const reviewer = await stage.as('reviewer');
  await reviewer.act(caseId, 'recordAttendance', { attendees });
  await reviewer.act(caseId, 'verifyMaterials', { items: originals });
  await reviewer.act(caseId, 'signCommitment', { fileId: await uploadPdf(reviewer, '承诺书.pdf') });
  await reviewer.act(caseId, 'passInterview');
}

/** An open store: applied for, reviewed, interviewed and approved at `approvedAt`, at which the clock stands afterwards. */
export async function openStore(stage: Rehearsal, approvedAt: string, filing: Filing = {}): Promise<OpenedStore> {
  const [store] = await openStores(stage, approvedAt, [filing]);
  return store;
}

/** Stores approved at the same moment, at which the clock stands afterwards. */
export async function openStores<const Filings extends readonly Filing[]>(
  stage: Rehearsal,
  approvedAt: string,
  filings: Filings,
): Promise<OneStoreEach<Filings>> {
  const ids: string[] = [];
  for (const filing of filings) {
    const id = await apply(stage, filing);
    await passPreliminaryReview(stage, id, approvedAt);
    ids.push(id);
  }
  await stage.advanceTo(approvedAt);
  for (const id of ids) await passInterview(stage, id);
  await settled(stage);
  return ids.map(openedBy) as OneStoreEach<Filings>;
}

type OneStoreEach<Filings extends readonly Filing[]> = { -readonly [Place in keyof Filings]: OpenedStore };

export interface OpenedStore {
  readonly applicationId: string;
  readonly setupId: string;
  readonly trialId: string;
  readonly storeId: string;
  /** Of the case that watches the store in operation. */
  readonly supervisionId: string;
}

/** What a passed application has opened: the ids follow from its own. */
export function openedBy(applicationId: string): OpenedStore {
  const root = applicationId.slice(applicationId.indexOf('-') + 1);
  const beside = { setupId: `set-${root}`, trialId: `tri-${root}`, supervisionId: `sup-${root}` };
  return { applicationId, ...beside, storeId: `sto-${root}` };
}

/** Lets what follows from the last step happen: advancing the clock to where it stands waits for it. */
export async function settled(stage: Rehearsal): Promise<void> {
  const now = await stage.now();
  try {
    await stage.advanceTo(new Date(Date.parse(now) + 1_000).toISOString());
  } catch (failure) {
    // On a busy machine the second has gone by before the request was read.
    if (!(failure instanceof ProblemError && failure.code === 'INVALID_INPUT')) throw failure;
    await settled(stage);
  }
}

/** Waits, on the clock of the stack, until no bar keeps the institution from applying. */
export async function admissible(stage: Rehearsal, as: 'provider' | 'provider2'): Promise<void> {
  const client = await stage.as('manager');
  const { items } = await client.get<{ items: { lastDay: string; liftedAt: string | null }[] }>(
    `/api/bars?party=${institutions[as].creditCode}`,
  );
  const lastDay = items
    .flatMap((bar) => (bar.liftedAt === null ? bar.lastDay : []))
    .sort()
    .at(-1);
  if (lastDay !== undefined && (await stage.now()).slice(0, 10) <= lastDay) {
    await stage.advanceTo(new Date(Date.parse(`${lastDay}T09:00:00+08:00`) + 86_400_000).toISOString());
  }
}

export interface Fact {
  readonly type: string;
  /** As of now if left out. */
  readonly occurredAt?: string;
  readonly [field: string]: unknown;
}

/** Reports facts of the platform about a store, in one batch of lines. */
export async function reportAll(stage: Rehearsal, storeId: string, facts: readonly Fact[]): Promise<void> {
  const admin = await stage.as('admin');
  const now = await stage.now();
  const lines = facts.map((fact) =>
    JSON.stringify({ source: 'rehearsal', sourceId: randomUUID(), storeId, occurredAt: now, ...fact }),
  );
  const { refused, results } = await admin.lines<{ refused: number; results: unknown[] }>(
    '/api/platform-events',
    lines,
  );
  if (refused > 0) throw new Error(`Facts were refused: ${JSON.stringify(results)}`);
}

export function report(
  stage: Rehearsal,
  storeId: string,
  type: string,
  fields: Record<string, unknown> = {},
): Promise<void> {
  return reportAll(stage, storeId, [{ type, ...fields }]);
}

/** What a store shows above its products. */
export const decoration = {
  headline: '让中小企业用得起专业服务',
  announcement: '工作日 9:00 至 17:30 接受咨询，当日答复。',
  links: [{ title: '服务案例', address: 'https://www.example.cn/cases' }],
};

export function publishDecoration(stage: Rehearsal, storeId: string): Promise<void> {
  return report(stage, storeId, 'DECORATION_PUBLISHED', { decoration });
}

/** Hands in a product and has it listed by the platform at once. */
export async function listProduct(stage: Rehearsal, storeId: string, productId: string): Promise<void> {
  await reportAll(stage, storeId, [
    { type: 'PRODUCT_SUBMITTED', productId },
    { type: 'PRODUCT_LISTED', productId },
  ]);
}

/** Records that the letter of a notice was posted, once it is made: a busy machine needs a while to set it. */
export async function postLetter(stage: Rehearsal, caseId: string, letter: string, number = 'XA1'): Promise<void> {
  const reviewer = await stage.as('reviewer');
  for (const until = Date.now() + 60_000; ;) {
    try {
      await reviewer.act(caseId, 'recordLetter', { letter, status: 'DISPATCHED', number });
      return;
    } catch (failure) {
      if (!(failure instanceof ProblemError && failure.code === 'NOT_NOW') || Date.now() >= until) throw failure;
    }
  }
}
