import { expect, it } from 'vitest';
import { missingSubjects, offerBreaches, offerSubjectNames } from './offer.ts';

const all = Object.fromEntries(offerSubjectNames.map((subject) => [subject, '见说明。']));

it('HN-NET-15.2 an offer states each of the subjects that consumers must know', () => {
  expect(missingSubjects(all)).toEqual([]);
  expect(missingSubjects({ ...all, afterSales: null })).toEqual(['afterSales']);
  expect(missingSubjects({ ...all, afterSales: '  ', price: null })).toEqual(['price', 'afterSales']);
  expect(missingSubjects({})).toHaveLength(9);
});

it('HN-NET-15.4 false publicity is a breach under its own passage', () => {
  expect(offerBreaches.FALSE_PUBLICITY).toMatchObject({ clause: 'HN-NET 第九条第六项', requirement: 'HN-NET-15.4' });
});
