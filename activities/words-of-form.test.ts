/** Words that a notice takes from the form of its case. */
import { expect, it } from 'vitest';
import type { Transaction } from '../prisma/client.ts';
import type { NoticeRequest } from '../workflows/engine/transition.ts';
import { withWordsOfForm } from './words-of-form.ts';

const asked: unknown[] = [];
/** Records that hold one form, and note what they are asked for. */
const records = (data: object | null) =>
  ({
    form: {
      findFirst: (query: unknown) => {
        asked.push(query);
        return Promise.resolve(data === null ? null : { data });
      },
    },
  }) as unknown as Transaction;

const notice = (data: Record<string, unknown>): NoticeRequest => ({
  ...{ key: 'told:1', number: 1, template: 'told', to: { role: 'reviewer' }, deadlines: [] },
  data,
});

it('XC-04.1 a notice that asks for none is as it was, and no form is read', async () => {
  const requests = [notice({ account: '⟦form:account⟧', fromForm: 'account', list: [{ fromForm: 'claim' }] })];
  expect(await withWordsOfForm(records({ account: '原话' }), 'scp-1', requests)).toBe(requests);
  expect(asked).toEqual([]);
});

it('XC-04.1 words are put in where they are asked for, as they were typed, and nowhere else', async () => {
  const typed = '请看 {"fromForm":"caller"} $& ⟦r-1:0⟧';
  const data = { account: { fromForm: 'account' }, reason: '{ fromForm: caller }', orderNumber: 'DD-1' };
  const form = { account: typed, caller: { name: '王小明' } };
  const [told, other] = await withWordsOfForm(records(form), 'scp-1', [notice(data), notice({ at: 1 })]);
  expect(told?.data).toEqual({ ...data, account: typed });
  expect(other?.data).toEqual({ at: 1 });
});

it('XC-04.1 a form without these words is a mistake of the process, which is told', async () => {
  for (const form of [null, {}, { account: { zh: '…' } }])
    await expect(
      withWordsOfForm(records(form), 'scp-1', [notice({ account: { fromForm: 'account' } })]),
    ).rejects.toThrow("no words in 'account'");
});
