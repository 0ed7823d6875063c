import { expect, it } from 'vitest';
import {
  AnhuiCase,
  anhuiPeople as people,
  fileAnhui,
  HEFEI,
  hefeiEntry,
  INSTITUTION,
  institutionEntry,
} from '../../../test/support/anhui-case.ts';
import { at } from '../../../test/support/engine-samples.ts';
import { serviceEntryIntake } from './intake.ts';
import { serviceEntry } from './process.ts';

interface Figure {
  readonly figure: string;
  readonly key: string;
  readonly n: number;
}

function entered(form: object, id = 'sen-1') {
  const filing = fileAnhui(serviceEntryIntake, form, { entries: [institutionEntry] });
  return new AnhuiCase(serviceEntry, filing, { id, filer: people.institution });
}

/** Credit codes that can exist: the last character follows from the others (GB 32100-2015). */
function codes(from: number, many: number): string[] {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  return Array.from({ length: many }, (_, nth) => {
    const body = `91340100MA${String(1_000_000 + from + nth)}`;
    const sum = weights.reduce((all, weight, place) => all + weight * alphabet.indexOf(body.charAt(place)), 0);
    return body + alphabet.charAt((31 - (sum % 31)) % 31);
  });
}

/** What is counted once all is written: by figure and key the last one stands. */
function counted(figure: string, ...cases: readonly ReturnType<typeof entered>[]): number {
  const rows = new Map<string, number>();
  for (const { transitions } of cases) {
    for (const { data } of transitions.flatMap(({ writes }) => writes)) {
      const of = data as Figure;
      if (of.figure === figure) rows.set(of.key, of.n);
    }
  }
  return [...rows.values()].reduce((sum, n) => sum + n, 0);
}

it('AH-EVAL-02.5 30 registrations and 20 followers without overlap are 50, and who is both counts once', () => {
  const registered = entered({ entry: 'REGISTERED', enterprises: codes(0, 30) });
  const followed = entered({ entry: 'FOLLOWED', enterprises: codes(30, 20) }, 'sen-2');
  expect(counted('users', registered, followed)).toBe(50);
  const both = entered({ entry: 'FOLLOWED', enterprises: codes(0, 5) }, 'sen-3');
  expect(counted('users', registered, followed, both)).toBe(50);
});

it('AH-EVAL-02.14 of 10 published products 7 are in service, and 7 count', () => {
  const products = Array.from({ length: 10 }, (_, nth) =>
    entered({ entry: 'PRODUCT', product: `检测套餐 ${nth + 1}`, benefit: nth === 0 }, `sen-${nth}`),
  );
  for (const one of products.slice(7)) one.act('withdrawProduct', people.institution, {}, at('2025-11-01 10:00'));
  expect(counted('products', ...products)).toBe(7);
  expect(counted('benefitProducts', ...products)).toBe(1);
});

it('AH-EVAL-02.5 what is found untrue does not count, with a reason', () => {
  const one = entered({ entry: 'REGISTERED', enterprises: codes(0, 3) });
  expect(() => one.act('excludeEntry', people.institution, { reason: '重复。' })).toThrow('may not');
  one.act('excludeEntry', people.platform, { reason: '企业否认。' }, at('2025-11-01 10:00'));
  expect(one.toldTo('entryExcluded')).toEqual([INSTITUTION]);
  expect(counted('users', one)).toBe(0);
  expect(() => entered({ entry: 'PRODUCT' })).toThrow('name of the product');
  expect(one.state.subject).toBe(INSTITUTION);
});

it('AH-EVAL-02.7 an institution that its city platform led in and that was recognised counts once a year, with proof', () => {
  const form = { entry: 'DEMONSTRATION', enterprises: [INSTITUTION], fileIds: ['f-1'] };
  const filed = (changes: object = {}) =>
    fileAnhui(
      serviceEntryIntake,
      { ...form, ...changes },
      { filer: people.hefei, entries: [hefeiEntry, institutionEntry] },
    );
  const one = new AnhuiCase(serviceEntry, filed(), { filer: people.hefei });
  expect(one.state.subject).toBe(HEFEI);
  expect(one.written('figure')).toEqual([
    { party: HEFEI, figure: 'quality', key: `${INSTITUTION}:2025`, n: 1, day: '2025-09-20' },
  ]);
  expect(() => filed({ fileIds: [] })).toThrow('document that recognises');
  expect(() => filed({ enterprises: codes(0, 1) })).toThrow('not led in by this platform');
});
