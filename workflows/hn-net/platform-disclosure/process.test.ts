import { expect, it } from 'vitest';
import { at } from '../../../test/support/engine-samples.ts';
import { fileForm, NetworkCase, netPeople as people } from '../../../test/support/network-case.ts';
import { platformDisclosureIntake } from './intake.ts';
import { platformDisclosure } from './process.ts';

const form = {
  platform: 'hn-liuyang',
  officers: [{ name: '罗敏', telephone: '0731-88000002' }],
  acceptanceRules: '工作日 9:00 至 17:00 受理。',
  governmentServices: [{ name: '社保登记', department: '浏阳市人社局' }],
};
const openedAt = at('2025-09-30 09:00');

function file(changes: object = {}, filer = people.county) {
  return fileForm(platformDisclosureIntake, { ...form, ...changes }, { filer, now: openedAt, entries: [] });
}

it('HN-NET-05.7 is published at once in the register of its platform, and names nobody in the case itself', () => {
  const one = new NetworkCase(platformDisclosure, file(), { id: 'pds-1', openedAt, filer: people.county });
  expect(one.state).toMatchObject({ outcome: 'PUBLISHED', subject: 'unit:hn-liuyang', tasks: [] });
  expect(one.last.writes).toMatchObject([
    { write: 'register', data: { register: 'hn-net.disclosures', status: 'PUBLISHED', validFrom: '2025-09-30' } },
  ]);
  expect(JSON.stringify([one.state, one.last])).not.toMatch(/罗敏|88000002/);
});

it('HN-NET-05.7 a platform publishes for itself alone, with an officer who can be reached, and its rules', () => {
  expect(() => file({}, people.city)).toThrow('own platform');
  expect(() => file({ platform: 'hn-dept-liuyang' }, people.department)).toThrow('no such platform');
  expect(() => file({ officers: [] })).toThrow('officers');
  expect(() => file({ officers: [{ name: '罗敏' }] })).toThrow('telephone');
  expect(() => file({ acceptanceRules: ' ' })).toThrow('acceptanceRules');
});

it('HN-NET-04.1 HN-NET-05.10 the time to accept a request stands in the register, null where none is published', () => {
  expect(file({ handlingDays: 5 }).opening).toEqual({ officers: 1, handlingDays: 5 });
  const one = new NetworkCase(platformDisclosure, file(), { id: 'pds-1', openedAt, filer: people.county });
  expect(one.last.writes).toMatchObject([{ data: { data: { officers: 1, handlingDays: null } } }]);
  expect(() => file({ handlingDays: 0 })).toThrow('handlingDays');
});

it('HN-NET-24.3 a service of a government department can be listed as a public service', () => {
  expect(platformDisclosureIntake.form.parse(form).governmentServices).toEqual(form.governmentServices);
  expect(() => file({ governmentServices: [{ name: '社保登记' }] })).toThrow('department');
});
