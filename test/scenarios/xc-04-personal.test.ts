/** Who is named, and how people are reached, stands in the records and in no workflow: also on a stack that has no keys. */
import { temporal as proto } from '@temporalio/proto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apply, passPreliminaryReview, settled, timelineOf } from '../support/applications.ts';
import { caseOf, refusalOf } from '../support/cases.ts';
import { individual, registerSupplier, supplier } from '../support/network.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const { History } = proto.api.history.v1;

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-01T09:00:00+08:00', environment: { PAYLOAD_KEYS: '' } });
});
afterAll(() => stack.stop());

/** What a case's workflow knows: its history, and the state in the records, which is the workflow's own. */
async function knownTo(caseId: string): Promise<Buffer> {
  const history = await stack.temporal.workflow.getHandle(`case/${caseId}`).fetchHistory();
  const { state } = await stack.database.case.findUniqueOrThrow({ where: { id: caseId }, select: { state: true } });
  return Buffer.concat([History.encode(history).finish(), Buffer.from(JSON.stringify(state))]);
}

async function namedIn(caseId: string, words: readonly string[]): Promise<string[]> {
  const known = await knownTo(caseId);
  return words.filter((word) => known.includes(word));
}

it('SH-STORE-05.2 XC-04.1 who came to the interview, and whom to reach since a supplement, stands in the records alone', async () => {
  const [reviewer, provider] = [await stack.as('reviewer'), await stack.as('provider')];
  const attendees = [
    { name: '欧阳建国', capacity: '法定代表人' },
    { name: '司徒静', capacity: '持授权书的副总经理' },
  ];
  const institution = {
    contactName: '诸葛明',
    contactPhone: '13912345678',
    contactEmail: 'zhuge.ming@firm.example.cn',
  };
  const mainShareholders = [{ name: '上官婉', share: 40 }];
  const caseId = await apply(stack);
  await reviewer.act(caseId, 'requestSupplement', { items: ['联系人'], reason: '无法接通' });
  await provider.act(caseId, 'answerSupplement', { institution, mainShareholders });
  await passPreliminaryReview(stack, caseId, '2025-09-10T14:00:00+08:00');
  // What is refused leaves nothing either.
  expect((await refusalOf(reviewer.act(caseId, 'recordAttendance', { attendees }))).code).toBe('NOT_NOW');
  await stack.advanceTo('2025-09-10T14:00:00+08:00');
  await reviewer.act(caseId, 'recordAttendance', { attendees }, { key: 'once' });
  await settled(stack);

  const names = [...attendees.map(({ name }) => name), ...Object.values(institution), '上官婉'];
  expect(await namedIn(caseId, names)).toEqual([]);
  expect(await namedIn(caseId, ['持授权书的副总经理', '⟦'])).toEqual(['持授权书的副总经理', '⟦']);
  const { state } = await stack.database.case.findUniqueOrThrow({ where: { id: caseId }, select: { state: true } });
  expect(JSON.stringify(state)).not.toContain('⟦');

  const lines = await timelineOf(stack, caseId);
  expect(lines.find(({ type }) => type === 'INTERVIEW_ATTENDED')?.detail).toMatchObject({ attendees });
  const { forms } = await caseOf(stack, caseId);
  const latest = forms.reduce((one, other) => (other.version > one.version ? other : one));
  expect(latest.data).toMatchObject({ institution, mainShareholders });
  expect(JSON.stringify([lines, forms])).not.toContain('⟦');
  // Of a request that was carried out nothing is left beside; the one that was refused is forgotten after a week.
  const left = await stack.database.personalInput.findMany({ where: { caseId }, select: { values: true } });
  expect(left).toEqual([{ values: ['欧阳建国', '司徒静'] }]);
});

it('HN-NET-18.2 HN-NET-06.2 XC-04.1 where a consumer or a provider is reached stands in the records alone', async () => {
  const [consumer, client] = [await stack.as('consumer'), await stack.as('supplier')];
  const { caseId } = await consumer.post<{ caseId: string }>('/api/cases/consumerRegistration', individual);
  const contact = { address: '长沙市岳麓区某路七号', telephone: '13800138000', email: 'liu.yang@home.example.cn' };
  await consumer.act(caseId, 'updateContact', contact);
  const wrong = await refusalOf(consumer.act(caseId, 'updateContact', { ...contact, telephone: '12' }));
  expect(wrong).toMatchObject({ status: 422, code: 'INVALID_INPUT' });
  expect(JSON.stringify(wrong.problem)).toContain('"telephone"');

  const registration = await registerSupplier(stack);
  const changes = { contactName: '东方朔', telephone: '0731-88887777', email: 'dongfang@firm.example.cn' };
  await client.act(registration, 'submitData', { confirmed: true, changes });

  const { name, identityNumber, address, telephone } = individual;
  expect(await namedIn(caseId, [name, identityNumber, address, telephone, ...Object.values(contact)])).toEqual([]);
  expect(await namedIn(registration, [supplier.name, ...Object.values(changes)])).toEqual([]);
  const formsOf = async (id: string) =>
    JSON.stringify(await stack.database.form.findMany({ where: { caseId: id }, select: { data: true } }));
  for (const value of Object.values(contact)) expect(await formsOf(caseId)).toContain(value);
  for (const value of Object.values(changes)) expect(await formsOf(registration)).toContain(value);
  expect(`${await formsOf(caseId)}${await formsOf(registration)}`).not.toContain('⟦');
});

it('XC-04.1 the public words of an evaluation stand in the records alone', async () => {
  const [consumer, client] = [await stack.as('consumer'), await stack.as('supplier')];
  const { caseId } = await consumer.post<{ caseId: string }>('/api/cases/consumerEvaluation', {
    ...{ provider: supplier.party, orderNo: 'DD-2025-0031', completedOn: '2025-09-04', score: 2 },
    text: '报告迟到十日，经办人慕容先生态度不佳。',
  });
  await client.act(caseId, 'answerEvaluation', { text: '慕容先生已道歉并退款。', fileIds: [] });
  expect(await namedIn(caseId, ['慕容'])).toEqual([]);
  const forms = await stack.database.form.findMany({ where: { caseId }, select: { data: true } });
  expect(JSON.stringify(forms)).toContain('慕容先生已道歉并退款。');
});
