/** Who a notice goes to as of now, and in whose name (XC-04, XC-05.5), on a real database. */
import { afterAll, beforeEach, beforeAll, expect, it } from 'vitest';
import { startNoticeDatabases, type NoticeDatabases } from '../test/support/notice-database.ts';
import type { Database } from '../prisma/client.ts';
import { fileForm } from '../prisma/file-form.ts';
import { openCase } from '../prisma/open-case.ts';
import { officeRows } from '../prisma/create-account.ts';
import type { Office } from '../rules/roles.ts';
import type { Audience } from '../workflows/engine/transition.ts';
import type { Written } from './case-head.ts';
import { issuerOf, issuersOf } from './notices/issuers.ts';
import type { NoticeData } from './notices/wordings.ts';
import { planNotices } from './plan-notices.ts';
import { recipientsOf } from './recipients.ts';

const PARTY = '91310000MA1K00000X';
const OTHER = '91350100M000100Y43';
const provider = (party: string): Office => ({ role: 'provider', party });
const reviewer = (bodyId: string): Office => ({ role: 'reviewer', bodyId, region: 'SH' });
const toParty: Audience = { party: PARTY, roles: ['provider'] };

let databases: NoticeDatabases;
let database: Database;
beforeAll(async () => {
  databases = await startNoticeDatabases();
}, 60_000);
beforeEach(async () => {
  ({ database } = await databases.fresh());
});
afterAll(() => databases.stop());

async function account(id: string, ...offices: Office[]): Promise<void> {
  await database.user.create({ data: { id, name: id, email: `${id}@example.org` } });
  await database.office.createMany({ data: officeRows(id, offices) });
}

async function found(to: Audience, kind = 'storeApplication'): Promise<string[]> {
  const row = await database.case.findFirstOrThrow({ where: { kind } });
  const [recipients = []] = await recipientsOf(database, [{ about: row, to }]);
  return recipients.map(({ email }) => email).sort();
}

/** A form of the party that names this contact, in the case that is there or in another of a kind. */
async function form(
  contactEmail: string,
  filedAt: string,
  kind = 'storeApplication',
  subject = PARTY,
): Promise<string> {
  const there = await database.case.findFirstOrThrow();
  const caseId = kind === there.kind && subject === there.subject ? there.id : `${kind}-${contactEmail}`;
  await database.case.createMany({
    data: [{ ...there, id: caseId, number: caseId, kind, subject, opening: {}, state: {} }],
    skipDuplicates: true,
  });
  const version = (await database.form.count({ where: { caseId } })) + 1;
  const data = { institution: { contactName: '张三', contactEmail } };
  await fileForm(database, { caseId, version, data, filedById: 'a', filedAt });
  return caseId;
}

it('XC-04.3 a party is its accounts in use and the contact of its latest form, each address once', async () => {
  await account('a', provider(PARTY));
  await account('b', provider(PARTY));
  await account('elsewhere', provider(OTHER));
  await form('old@example.org', '2025-08-18T10:00:00.000+08:00');
  await form('office@example.org', '2025-08-20T10:00:00.000+08:00');
  expect(await found(toParty)).toEqual(['a@example.org', 'b@example.org', 'office@example.org']);
  await database.user.update({ where: { id: 'a' }, data: { disabledAt: new Date() } });
  expect(await found(toParty)).toEqual(['b@example.org', 'office@example.org']);
  await form('B@Example.org', '2025-08-21T10:00:00.000+08:00');
  expect(await found(toParty)).toEqual(['b@example.org']);
});

it.each([
  ['disabled', { disabledAt: new Date() }, [provider(PARTY)]],
  ['of another institution by now', {}, [provider(OTHER)]],
  ['of a body by now', {}, [reviewer('sh-centre')]],
] as const)('XC-05.5 a contact whose own account is %s is gone', async (_how, change, offices) => {
  await account('a', ...offices);
  await database.user.update({ where: { id: 'a' }, data: change });
  await form('a@example.org', '2025-08-18T10:00:00.000+08:00');
  expect(await found(toParty)).toEqual([]);
});

it('XC-04.4 the contact of a form is written to in the language of the account that filed it for its party, and of nobody else', async () => {
  await account('a', provider(PARTY));
  await database.user.update({ where: { id: 'a' }, data: { locale: 'en' } });
  await form('office@example.org', '2025-08-20T10:00:00.000+08:00');
  const about = await database.case.findFirstOrThrow();
  const languages = async () => {
    const [recipients = []] = await recipientsOf(database, [{ about, to: toParty }]);
    return Object.fromEntries(recipients.map(({ email, locale }) => [email, locale]));
  };
  expect(await languages()).toEqual({ 'a@example.org': 'en', 'office@example.org': 'en' });
  // Filed by somebody of a body in its place: how that person reads says nothing of the contact.
  await database.office.updateMany({
    where: { userId: 'a' },
    data: { party: null, bodyId: 'sh-centre', region: 'SH' },
  });
  expect(await languages()).toEqual({ 'office@example.org': 'zh-CN' });
});

it('XC-04.3 what a body filled in for an institution counts in its own case alone', async () => {
  await form('typed-by-staff@example.org', '2025-08-25T10:00:00.000+08:00', 'storeInvitation');
  expect(await found(toParty)).toEqual([]);
  expect(await found({ contact: true }, 'storeInvitation')).toEqual(['typed-by-staff@example.org']);
});

it('XC-04.3 a case without a form of its own goes by the one that the party filed last in the regime', async () => {
  await form('office@example.org', '2025-08-20T10:00:00.000+08:00');
  await form('stranger@example.org', '2025-08-22T10:00:00.000+08:00', 'storeApplication', OTHER);
  const there = await database.case.findFirstOrThrow({ where: { subject: PARTY } });
  await database.case.create({
    data: { ...there, id: 'set-1', number: 'set-1', kind: 'storeSetup', opening: {}, state: {} },
  });
  expect(await found(toParty, 'storeSetup')).toEqual(['office@example.org']);
});

it('XC-05.5 somebody who did something hears of it while at the body, and after that who holds the office there', async () => {
  await account('inviter', reviewer('sh-centre'));
  await account('colleague', reviewer('sh-centre'));
  await account('stranger', reviewer('sh-commission'));
  const to: Audience = { user: 'inviter', or: 'reviewer' };
  expect(await found(to)).toEqual(['inviter@example.org']);
  await database.office.updateMany({ where: { userId: 'inviter' }, data: { bodyId: 'sh-commission' } });
  expect(await found(to)).toEqual(['colleague@example.org']);
  await database.office.updateMany({ where: { userId: 'inviter' }, data: { bodyId: 'sh-centre' } });
  await database.user.update({ where: { id: 'inviter' }, data: { disabledAt: new Date() } });
  expect(await found(to)).toEqual(['colleague@example.org']);
});

it('HN-NET-16.1 HN-NET-25.2 the people of a window hear of its cases as long as it is one, then those of the platform above alone', async () => {
  const at = (bodyId: string, region: string): Office => ({ role: 'reviewer', bodyId, region });
  await account('city', at('hn-changsha', 'HN/CHANGSHA'));
  await account('new', at('hn-ningxiang', 'HN/CHANGSHA/NINGXIANG'));
  await account('old', at('hn-liuyang', 'HN/CHANGSHA/LIUYANG'));
  const heard = async (bodyId: string, region: string, to: Audience = { role: 'reviewer' }) => {
    const about = { id: 'srq-1', kind: 'serviceRequest', regime: 'HN_NET', bodyId, region };
    const [recipients = []] = await recipientsOf(database, [{ about, to }]);
    return recipients.map(({ id }) => id).sort();
  };
  const unit: Audience = { party: 'unit:hn-ningxiang', roles: ['reviewer'] };
  await enter('hn-ningxiang', 'HN/CHANGSHA/NINGXIANG', 'RECOGNISED');
  await enter('hn-liuyang', 'HN/CHANGSHA/LIUYANG', 'RECOGNISED');
  expect(await heard('hn-changsha', 'HN/CHANGSHA/NINGXIANG')).toEqual(['city', 'new']);
  expect(await heard('hn-changsha', 'HN/CHANGSHA', unit)).toEqual(['city', 'new']);
  expect(await heard('hn-changsha', 'HN/CHANGSHA')).toEqual(['city']);
  expect(await heard('hn-liuyang', 'HN/CHANGSHA/LIUYANG')).toEqual(['old']);
  await database.registerEntry.updateMany({ data: { status: 'DISQUALIFIED' } });
  expect(await heard('hn-changsha', 'HN/CHANGSHA/NINGXIANG')).toEqual(['city']);
  expect(await heard('hn-changsha', 'HN/CHANGSHA', unit)).toEqual(['city']);
  expect(await heard('hn-liuyang', 'HN/CHANGSHA/LIUYANG')).toEqual(['city']);
});

it('HN-NET-02.2 HN-NET-16.1 HN-NET-25.2 the cases of a window are numbered and its mails signed in its own name, as long as it is one', async () => {
  const seat = { bodyId: 'hn-changsha', region: 'HN/CHANGSHA/NINGXIANG' };
  const name = { zh: '宁乡窗口', en: 'Ningxiang window' };
  await enter('hn-ningxiang', seat.region, 'RECOGNISED', { mark: '宁企窗', name, telephone: '0731-88000021' });
  const opened = async (id: string, place: { bodyId: string; region: string }) => {
    const row = { id, kind: 'serviceRequest', regime: 'HN_NET', stage: '', subject: PARTY, title: '某厂', ...place };
    const openedAt = '2025-09-01T10:00:00.000+08:00' as const;
    const versions = { ruleVersion: 1, calendarVersion: 1 };
    await database.$transaction((tx) =>
      openCase(tx, { row: { ...row, ...versions }, openedAt, opening: {}, parties: {} }),
    );
    const { number } = await database.case.findUniqueOrThrow({ where: { id }, select: { number: true } });
    const head = { id, number, kind: 'serviceRequest', title: '某厂', subject: PARTY, ...place };
    const notices = [
      {
        ...{
          key: 'requestReceived:1',
          number: 1,
          template: 'requestReceived',
          to: { party: PARTY, roles: ['consumer'] },
        },
        ...{ deadlines: [], data: { by: { name: '', telephone: '' } } },
      },
    ];
    const state = { ...place, stage: 'RECEIVED', parties: {}, tasks: [] };
    const transition = { at: '2025-09-01T10:00:00.000+08:00', revision: 1, notices, state };
    const [planned] = await database.$transaction((tx) =>
      planNotices(tx, [{ head, transition } as unknown as Written]),
    );
    const data = planned?.notices[0]?.data as unknown as NoticeData;
    return [number, issuerOf(issuersOf(true), data)];
  };
  const city = { bodyId: 'hn-changsha', region: 'HN/CHANGSHA' };
  expect(await opened('srq-1', city)).toMatchObject([
    '长企窗服务〔2025〕1号',
    { name: { zh: '长沙市中小企业综合窗口服务平台' } },
  ]);
  expect(await opened('srq-2', seat)).toMatchObject(['宁企窗服务〔2025〕1号', { name, telephone: '0731-88000021' }]);
  expect(await opened('srq-3', seat)).toMatchObject(['宁企窗服务〔2025〕2号', { name }]);
  // A window with which the network started signs itself, as long as it is one.
  const old = { bodyId: 'hn-liuyang', region: 'HN/CHANGSHA/LIUYANG' };
  await enter('hn-liuyang', old.region, 'RECOGNISED');
  expect(await opened('srq-4', old)).toMatchObject([
    '浏企窗服务〔2025〕1号',
    { name: { zh: '浏阳市中小企业综合窗口服务平台' } },
  ]);
  await database.registerEntry.updateMany({ data: { status: 'DISQUALIFIED' } });
  for (const [nth, place] of [seat, old].entries()) {
    expect(await opened(`srq-${5 + nth}`, place)).toMatchObject([
      `长企窗服务〔2025〕${2 + nth}号`,
      { name: { zh: '长沙市中小企业综合窗口服务平台' } },
    ]);
  }
});

/** What the case of a window leaves in the register. */
async function enter(id: string, region: string, status: string, as: object = {}): Promise<void> {
  const window = { kind: 'COUNTY_COMPREHENSIVE', name: { zh: id, en: id }, mark: id, region, parent: 'hn-changsha' };
  const entry = { regime: 'HN_NET', register: 'hn-net.windows', party: `unit:${id}`, name: id, status };
  const kept = { bodyId: 'hn-dept-changsha', region: 'HN/CHANGSHA', caseId: `win-${id}`, changedAt: new Date() };
  const data = { window: { ...window, telephone: '', ...as }, operator: '', disqualifiedFor: null };
  await database.registerEntry.create({ data: { id: `hn-net.windows:unit:${id}`, ...entry, ...kept, data } });
}
