import { expect, it } from 'vitest';
import { checkEntrant, type Entrant } from './entrant.ts';
import { filing } from './filing.fixture.ts';

const { report } = filing();
const terms = { 2018: { listed: true, validFrom: '2018-01-01', validTo: '2019-12-31' } };
const party = report.overview.creditCode;

function fields(changes: Partial<Entrant>): string[] {
  const entrant: Entrant = { basis: 'RECOGNISED', report, party, year: 2020, registered: { terms }, ...changes };
  return checkEntrant(entrant).map(({ field }) => field);
}

it('SH-EVAL-01.1 who enters as recognised was listed for the year before', () => {
  expect(fields({})).toEqual([]);
  expect(fields({ registered: undefined })).toEqual(['basis']);
  expect(fields({ registered: undefined, basis: 'NEW' })).toEqual([]);
  expect(fields({ year: 2021 })).toEqual(['basis']);
  expect(fields({ registered: { terms: { 2018: { ...terms[2018], listed: false } } } })).toEqual(['basis']);
});

it('SH-EVAL-12.1 the report is of the institution that enters, and who is recognised is no first-time applicant', () => {
  const first = filing({ overview: { recognition: 'FIRST_TIME', firstRecognisedOn: null } }).report;
  expect(fields({ report: first })).toEqual(['report.overview.recognition']);
  expect(fields({ report: first, basis: 'NEW' })).toEqual([]);
  expect(fields({ party: '91310104MA1FR2CD85' })).toEqual(['report.overview.creditCode']);
});
