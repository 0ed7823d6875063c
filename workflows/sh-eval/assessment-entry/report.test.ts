import { expect, it } from 'vitest';
import { filing } from '../../../rules/sh-eval/filing.fixture.ts';
import { personalPlaces } from './personal-places.ts';
import { assessmentFiling } from './report.ts';

it('SH-EVAL-12.1 a filing passes the schema as it was filed', () => {
  expect(assessmentFiling.parse(filing())).toEqual(filing());
});

it('SH-EVAL-03.1 refuses two categories and none', () => {
  for (const category of [['LEGAL', 'IP'], null, 'HUMAN RESOURCES'])
    expect(
      assessmentFiling.safeParse(filing({ overview: { category: category as never } })).error?.issues,
    ).toMatchObject([{ path: ['report', 'overview', 'category'] }]);
});

it('SH-EVAL-12.1 refuses an identity number that cannot be one', () => {
  const { representative } = filing().report.overview;
  const wrong = filing({ overview: { representative: { ...representative, identityNumber: '310104198001011238' } } });
  expect(assessmentFiling.safeParse(wrong).error?.issues).toMatchObject([
    { path: ['report', 'overview', 'representative', 'identityNumber'] },
  ]);
});

it('the personal places are places of a filing', () => {
  for (const place of personalPlaces) {
    let at: unknown = filing({ overview: { investors: [{ name: '某投资公司', nature: '企业', share: 60 }] } });
    for (const step of place.split('.')) at = (at as Record<string, unknown>)[step === '*' ? '0' : step];
    expect([place, at]).not.toEqual([place, undefined]);
  }
});
