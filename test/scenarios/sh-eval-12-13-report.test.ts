/** What keeps a self-evaluation report from being handed in, and how the papers and files come: SH-EVAL-12 and 13 on one entry of 2020. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { entryBody } from '../../dev/rehearsal/assessment.ts';
import { campaign2020 } from '../../rules/sh-eval/campaign.ts';
import { project } from '../../rules/sh-eval/filing.fixture.ts';
import type { ApiClient } from '../support/api-client.ts';
import { institutions, samples } from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf } from '../support/cases.ts';
import { mailAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

type Form = Awaited<ReturnType<typeof entryBody>>;
type Change = (form: Form) => { readonly [Part in keyof Form]?: Partial<Form[Part]> };

interface Issue {
  readonly field: string;
  readonly requirement: string;
  readonly message: { readonly zh: string };
}

interface Action {
  readonly name: string;
  readonly blockedBy: readonly { readonly facts: { readonly issues?: readonly Issue[] } | null }[];
}

interface ChecklistLine {
  readonly key: string;
  readonly state: string;
  readonly lacking: readonly { readonly zh: string }[];
  readonly warnings: readonly { readonly zh: string }[];
}

let stack: TestStack;
let provider: ApiClient;
/** A form that lacks nothing. */
let whole: Form;
let entry = '';

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2020-12-01T09:00:00+08:00' });
  const contacts = [{ name: '陈立', telephone: '021-23119365' }];
  const staff = await stack.as('commission');
  const { caseId: campaign } = await staff.post('/api/cases/assessmentCampaign', { ...campaign2020, contacts });
  await (await stack.as('commissionmanager')).act(campaign, 'openCampaign');
  provider = await stack.as('provider');
  const { creditCode, name, region: registeredIn } = institutions.provider;
  whole = await entryBody(provider, {
    ...{ year: 2020, creditCode, name, registeredIn },
    ...{ category: 'TECH_INNOVATION', email: 'provider@demo.anjuan.test' },
  });
  const { caseId } = await provider.post<{ caseId: string }>('/api/cases/assessmentEntry', whole);
  entry = caseId;
});
afterAll(() => stack.stop());

/** The form with some of it otherwise. */
function formWith(change: Change): object {
  const changed = change(whole) as Readonly<Record<string, object>>;
  const parts = Object.entries(changed).map(([part, fields]) => [
    part,
    { ...(whole as unknown as Readonly<Record<string, object>>)[part], ...fields },
  ]);
  const { year: _year, registeredIn: _registeredIn, ...content } = { ...whole, ...Object.fromEntries(parts) };
  return content;
}

/** What is to be put right in the entry once it is so: as its institution sees it, and as handing it in is refused. */
async function faultsOf(change: Change): Promise<readonly Issue[]> {
  await provider.act(entry, 'reviseEntry', { changes: formWith(change) });
  const { actions } = await provider.get<{ actions: Action[] }>(`/api/cases/${entry}`);
  const { blockedBy } = actions.find(({ name }) => name === 'submitEntry')!;
  const issues = blockedBy.flatMap(({ facts }) => facts?.issues ?? []);
  if (issues.length === 0) {
    expect(blockedBy).toEqual([]);
    return [];
  }
  const { code, problem } = await refusalOf(provider.act(entry, 'submitEntry'));
  expect(code).toBe('INVALID_INPUT');
  expect(problem.facts).toMatchObject({ issues });
  return issues;
}

/** The same in short: field and requirement. */
async function wrongIn(change: Change): Promise<string[]> {
  return (await faultsOf(change)).map(({ field, requirement }) => `${field} ${requirement}`);
}

const overview = (fields: Partial<Form['report']['overview']>) => (form: Form) => ({
  report: { overview: { ...form.report.overview, ...fields } },
});

it('SH-EVAL-12.1 a first-time applicant holds the fixed value in place of a day of recognition', async () => {
  expect(await wrongIn(() => ({}))).toEqual([]);
  const { forms } = await caseOf(stack, entry, 'provider');
  expect(forms.at(0)?.data.report.overview).toMatchObject({ recognition: 'FIRST_TIME', firstRecognisedOn: null });
  expect(await wrongIn(overview({ firstRecognisedOn: '2019-06-01' }))).toEqual([
    'report.overview.firstRecognisedOn SH-EVAL-12.1',
  ]);
});

it('SH-EVAL-12.2 an introduction of 300 characters is taken, and one of 301 is not', async () => {
  expect(await wrongIn(overview({ introduction: '服'.repeat(300) }))).toEqual([]);
  const [tooLong, ...others] = await faultsOf(overview({ introduction: '服'.repeat(301) }));
  expect(others).toEqual([]);
  expect(tooLong).toMatchObject({ field: 'report.overview.introduction', requirement: 'SH-EVAL-12.2' });
  expect(tooLong?.message.zh).toContain('301');
});

it('SH-EVAL-12.3 SH-EVAL-12.4 who is no legal person names its investors; public benefit is no more than all spending', async () => {
  const investor = { name: '启明集团', nature: '民营', share: 60 };
  expect(await wrongIn(overview({ legalPerson: false }))).toEqual(['report.overview.investors SH-EVAL-12.3']);
  expect(await wrongIn(overview({ legalPerson: false, investors: [investor] }))).toEqual([]);
  expect(await wrongIn(overview({ benefitSpending: 800_000.01 }))).toContain(
    'report.overview.benefitSpending SH-EVAL-12.4',
  );
});

it('SH-EVAL-12.5 SH-EVAL-12.6 a key activity of 2019-12-31 and a project that ended in 2019 are not of the report of 2020', async () => {
  const [activity] = whole.report.activities;
  const held = (heldOn: string) => wrongIn(() => ({ report: { activities: [{ ...activity!, heldOn }] } }));
  expect(await held('2019-12-31')).toEqual(['report.activities.0.heldOn SH-EVAL-12.5']);
  expect(await held('2020-01-01')).toEqual([]);
  const ended = (until: string) =>
    wrongIn(() => ({ report: { honours: [project({ obtainedOn: '2018-01-01', until })] } }));
  expect(await ended('2019-12-31')).toEqual(['report.honours.0.until SH-EVAL-12.6']);
  expect(await ended('2020-01-01')).toEqual([]);
});

it('SH-EVAL-12.7 SH-EVAL-12.10 a report without a team or without a plan is not complete', async () => {
  expect(await wrongIn(() => ({ report: { team: [] } }))).toEqual(['report.team SH-EVAL-12.7']);
  const plan = { nearTerm: '', longTerm: '', economicBenefit: '', socialBenefit: '' };
  expect(await wrongIn(() => ({ report: { plan } }))).toEqual(
    Object.keys(plan).map((part) => `report.plan.${part} SH-EVAL-12.10`),
  );
});

it('SH-EVAL-12.8 a certified system with its certificate leaves the table of systems empty', async () => {
  const kinds = ['service', 'finance', 'personnel', 'quality', 'fees', 'complaints'] as const;
  const named = { ...whole.report.systems.named, ...Object.fromEntries(kinds.map((kind) => [kind, null])) };
  const certification = await provider.upload('管理体系认证证书.jpg', samples.jpg, 'image/jpeg');
  const systems = (certified: boolean, ...certificates: string[]) =>
    wrongIn(() => ({ report: { systems: { certified, named } }, materials: { certification: certificates } }));
  expect(await systems(false)).toEqual(kinds.map((kind) => `report.systems.named.${kind} SH-EVAL-12.8`));
  expect(await systems(true)).toEqual(['materials.certification SH-EVAL-12.8']);
  expect(await systems(true, certification)).toEqual([]);
});

it('SH-EVAL-12.9 rows of 10 and 20 with a subtotal of 31 do not add up', async () => {
  const row = (total: number) => ({ service: '技术咨询', total, personnel: 0, equipment: 0, note: null });
  const spent = (total: number) => ({ total, personnel: 0, equipment: 0 });
  const finance = (subtotal: number) => (): ReturnType<Change> => ({
    report: {
      finance: {
        daily: { rows: [row(10), row(20)], subtotal: spent(subtotal) },
        activities: { rows: [], subtotal: spent(0) },
        total: spent(subtotal),
      },
    },
  });
  expect(await wrongIn(finance(30))).toEqual([]);
  const [wrong, ...others] = await faultsOf(finance(31));
  expect(others).toEqual([]);
  expect(wrong).toMatchObject({ field: 'report.finance.daily.subtotal.total', requirement: 'SH-EVAL-12.9' });
  expect(wrong?.message.zh).toContain('应为 30，现为 31');
});

it('SH-EVAL-13.3 SH-EVAL-13.4 the body comes as PDF and Word; without an electronic seal a scan of the sealed body is taken', async () => {
  const body = (report: Partial<Form['materials']['report']>) =>
    wrongIn((form) => ({ materials: { report: { ...form.materials.report, ...report } } }));
  expect(await body({ word: null as never })).toEqual(['materials.report SH-EVAL-13.3']);
  expect(await body({ pdf: whole.materials.report.word })).toEqual(['materials.report.pdf SH-EVAL-13.3']);
  expect(await body({ sealing: null as never })).toEqual(['materials.report SH-EVAL-13.3']);
  expect(await body({ sealing: 'SCAN' })).toEqual([]);
});

it('SH-EVAL-13.5 a png scan is refused; a jpg that is named IMG_001 is taken with a warning', async () => {
  const png = await provider.upload('收费标准.png', samples.png, 'image/png');
  const camera = await provider.upload('IMG_001.jpg', samples.jpg, 'image/jpeg');
  const feesIn = async (by: string) => {
    const { items } = await (await stack.as(by)).get<{ items: ChecklistLine[] }>(`/api/cases/${entry}/checklist`);
    return items.find(({ key }) => key === 'fees')!;
  };
  expect(await wrongIn(() => ({ materials: { fees: [png] } }))).toEqual(['materials.fees.0 SH-EVAL-13.5']);
  expect(await feesIn('provider')).toMatchObject({ state: 'MISSING', warnings: [] });
  expect(await wrongIn(() => ({ materials: { fees: [camera] } }))).toEqual([]);
  for (const by of ['provider', 'pudong']) {
    const fees = await feesIn(by);
    expect(fees).toMatchObject({ state: 'FILED', lacking: [] });
    expect(fees.warnings.map(({ zh }) => zh).join()).toContain('IMG_001.jpg');
  }
});

it('SH-EVAL-13.1 SH-EVAL-13.2 SH-EVAL-12.11 the entry is not complete until the district has the paper set, with five checks and the commitment unaltered', async () => {
  // Handed in as it was said above to be taken.
  const longest = overview({ introduction: '服'.repeat(300) });
  const scanned = { ...whole.materials.report, sealing: 'SCAN' as never };
  expect(await wrongIn((form) => ({ ...longest(form), materials: { report: scanned } }))).toEqual([]);
  await provider.act(entry, 'submitEntry');
  const pudong = await stack.as('pudong');
  const waiting = await caseOf(stack, entry, 'pudong');
  expect(waiting).toMatchObject({ stage: 'SUBMITTED', facts: { paperAt: null } });
  expect(waiting.tasks.map(({ name }) => name)).toContain('recordPaper');
  expect(await refusalOf(pudong.act(entry, 'recommend'))).toMatchObject({ status: 409 });
  const names = ['A4_DUPLEX', 'BOUND', 'COVER_SEAL', 'COMMITMENT_SEALS', 'CROSS_PAGE_SEAL', 'COMMITMENT_UNALTERED'];
  const ticks = Object.fromEntries(names.map((name) => [name, true]));
  const receivedAt = '2020-12-01T09:00:00+08:00';
  for (const name of names) {
    const loose = { receivedAt, checks: { ...ticks, [name]: false } };
    expect(await refusalOf(pudong.act(entry, 'recordPaper', loose))).toMatchObject({
      code: 'CONDITION_NOT_MET',
      problem: {
        facts: { requirement: name === 'COMMITMENT_UNALTERED' ? 'SH-EVAL-12.11' : 'SH-EVAL-13.2', failed: [name] },
      },
    });
  }
  const { BOUND: _left, ...others } = ticks;
  expect(await refusalOf(pudong.act(entry, 'recordPaper', { receivedAt, checks: others }))).toMatchObject({
    code: 'INVALID_INPUT',
  });
  expect(await caseOf(stack, entry, 'pudong')).toMatchObject({ stage: 'SUBMITTED' });
  await pudong.act(entry, 'recordPaper', { receivedAt, checks: ticks });
  await caseWhen(stack, entry, { stage: 'DISTRICT_REVIEW' }, 'pudong');
  await mailAbout(stack, 'provider', '纸质');
});
