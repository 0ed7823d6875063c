import type { Day } from '../time/instant.ts';
import { addMonths, startOfDay } from '../time/instant.ts';
import type { ShStoreValues } from './config.ts';
import { shStoreValues } from './config.ts';
import type { LedgerEntry } from './ledger.ts';

/** The full years from founding through a Shanghai day; the anniversary completes its year. */
export function fullYears(establishedOn: Day, on: Day): number {
  let years = Math.max(0, Number(on.slice(0, 4)) - Number(establishedOn.slice(0, 4)));
  if (years > 0 && anniversary(establishedOn, years) > on) years -= 1;
  return years;
}

/** The next anniversary of the founding after a Shanghai day: the day of the next points. */
export function nextAnniversary(establishedOn: Day, after: Day): Day {
  return anniversary(establishedOn, fullYears(establishedOn, after) + 1);
}

/** A store's founding and opening, both Shanghai days. */
export interface CompanyAge {
  readonly establishedOn: Day;
  readonly openedOn: Day;
}

/**
 * The lines for the company's age due by a Shanghai day and not yet booked (SH-EVAL-10.1): one for all years that were
 * full at opening, then one for each anniversary. `booked` are the lines of the rule COMPANY_YEARS.
 */
export function companyYearEntries(
  { establishedOn, openedOn }: CompanyAge,
  on: Day,
  booked: readonly Pick<LedgerEntry, 'eventKey'>[],
  values: ShStoreValues = shStoreValues(),
): LedgerEntry[] {
  const each = values['points.companyYears'];
  const atOpening = fullYears(establishedOn, openedOn);
  const due: LedgerEntry[] = [];
  if (openedOn <= on && atOpening > 0) due.push(line('OPENING', each * atOpening, openedOn));
  for (let year = atOpening + 1; anniversary(establishedOn, year) <= on; year += 1) {
    due.push(line(String(year), each, anniversary(establishedOn, year)));
  }
  return due.filter(({ eventKey }) => !booked.some((entry) => entry.eventKey === eventKey));
}

/** Reckoned from the founding each time, so that 29 February returns in leap years. */
function anniversary(establishedOn: Day, years: number): Day {
  return addMonths(establishedOn, 12 * years);
}

function line(which: string, points: number, onDay: Day): LedgerEntry {
  const eventKey = `COMPANY_YEARS:${which}`;
  const at = startOfDay(onDay);
  return {
    rule: 'COMPANY_YEARS',
    points,
    eventKey,
    eventId: eventKey,
    about: 'company',
    at,
    onDay,
    reverses: null,
    reason: null,
  };
}
