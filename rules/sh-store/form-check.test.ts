import { describe, expect, it } from 'vitest';
import { application } from './application.fixture.ts';
import { checkFigures, checkFiscalYear, latestFiscalYear } from './form-check.ts';

describe('the form', () => {
  it('SH-STORE-03.4 asks for fiscal year 2024 on 2025-09-01', () => {
    expect(latestFiscalYear('2025-09-01')).toBe(2024);
    expect(checkFiscalYear(2023, '2025-09-01')?.message.zh).toContain('2024');
    expect(checkFiscalYear(2024, '2025-09-01')).toBeNull();
    expect(checkFiscalYear(2025, '2025-09-01')).not.toBeNull();
  });

  it('SH-STORE-03.4 names every field that no figure can have', () => {
    const wrong = application({
      fiscalYear: 2023,
      revenue: -1,
      area: NaN,
      fullTimeStaff: 9.5,
      establishedOn: '2025-09-02',
    });
    const fields = checkFigures(wrong, '2025-09-01').map(({ field }) => field);
    expect(fields.sort()).toEqual(
      ['area', 'degreeAndTitle', 'establishedOn', 'fiscalYear', 'fullTimeStaff', 'revenue'].sort(),
    );
    expect(checkFigures(application({ netProfit: -300_000 }), '2025-09-01')).toEqual([]);
  });
});
