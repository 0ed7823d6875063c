/** Cases of the assessment on paper: its bodies and people, and what their intakes make of a form. */
import type { z } from 'zod';
import type { PartyKey } from '../../rules/parties/party.ts';
import type { Person } from '../../rules/roles.ts';
import { campaign2020 } from '../../rules/sh-eval/campaign.ts';
import { shEvalValues } from '../../rules/sh-eval/config.ts';
import { indicatorTitles } from '../../rules/sh-eval/scores.ts';
import { text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { Filed, Filing, Intake } from '../../workflows/engine/intake.ts';
import type { AnyProcess } from '../../workflows/engine/process.ts';
import type { CasesCounted, CommonReadings } from '../../workflows/engine/types.ts';
import { campaignReference, type StorePoints } from '../../workflows/sh-eval/words.ts';
import { at, PaperCase, person } from './engine-samples.ts';

export const INSTITUTION = '91310115MA1K3AB128';
export const OPENED = at('2020-11-10 10:00');

const commission = { bodyId: 'sh-commission', region: 'SH' } as const;
const assessor = { bodyId: 'sh-assessor', region: 'SH' } as const;
const pudong = { bodyId: 'sh-pudong', region: 'SH/PUDONG' } as const;

/** One person a position, those who must be kept out included. */
export const assessmentPeople = {
  institution: person('provider', { role: 'provider', party: INSTITUTION }),
  otherInstitution: person('provider-2', { role: 'provider', party: '91310104MA1FR2CD85' }),
  district: person('pudong', { role: 'reviewer', ...pudong }),
  otherDistrict: person('xuhui', { role: 'reviewer', bodyId: 'sh-xuhui', region: 'SH/XUHUI' }),
  commission: person('commission', { role: 'reviewer', ...commission }),
  commission2: person('commission-2', { role: 'reviewer', ...commission }),
  manager: person('manager', { role: 'manager', ...commission }),
  manager2: person('manager-2', { role: 'manager', ...commission }),
  assessor: person('assessor', { role: 'reviewer', ...assessor }),
  assessor2: person('assessor-2', { role: 'reviewer', ...assessor }),
  assessor3: person('assessor-3', { role: 'reviewer', ...assessor }),
} as const satisfies Record<string, Person>;

/** The thing that a campaign which is open to entries is, for an intake. */
export function campaignThing(changes: object = {}) {
  const { year, institutionCutOff, districtCutOff } = campaign2020;
  return {
    reference: campaignReference(year),
    party: 'unit:sh-commission',
    name: text('市经济信息化委', 'Municipal commission').zh,
    ...commission,
    data: { campaignId: 'asc-1', stage: 'OPEN', institutionCutOff, districtCutOff, ...changes },
  };
}

/** A filing as the API makes it of a form. */
export function fileAssessment<Schema extends z.ZodType>(
  intake: Intake<Schema>,
  form: unknown,
  { filer, now = OPENED, ...found }: Pick<Filed<never>, 'filer'> & Partial<Omit<Filed<never>, 'form' | 'filer'>>,
): Filing {
  const party: PartyKey = filer.offices[0]?.party ?? `person:${filer.id}`;
  const records = { entries: [], cases: [], things: [campaignThing()] };
  const filed = { filer, party, filerName: '上海浦江知识产权服务有限公司', now, rules: shEvalValues(), ...records };
  return intake.file({ ...filed, ...found, form: intake.form.parse(form) });
}

/** A case as its filing opens it. */
export class AssessmentCase<Facts = unknown> extends PaperCase<Facts> {
  constructor(
    process: AnyProcess,
    { opening, ...filed }: Filing,
    {
      id,
      filer,
      openedAt = OPENED,
      rules = {},
    }: { readonly id: string; readonly filer: Person; readonly openedAt?: Instant; readonly rules?: object },
  ) {
    super(process, opening, {
      ...{ ...filed, id, openedAt, openedBy: filer, openedById: filer.id, book: { ...shEvalValues(), ...rules } },
    });
  }

  /** Whom a notice of the latest step went to: keys of parties. */
  toldTo(template: string): string[] {
    return this.last.notices.flatMap(({ template: of, to }) => (of === template && 'party' in to ? [to.party] : []));
  }
}

/** What the ledger says of an institution. */
export function storePoints(changes: Partial<StorePoints> = {}): StorePoints {
  return { asOf: '2020-12-10', stores: ['sto-1'], year: 900, cumulative: 1400, byAngle: { ORDERS: 900 }, ...changes };
}

/** Entries of a campaign by stage, as it counts them. */
export function figures(open: CasesCounted['open'] = {}, closed: CasesCounted['closed'] = {}) {
  return { assessmentEntry: { open, closed } } satisfies CommonReadings['casesAbout'];
}

/** A whole sheet with the same marks for each indicator. */
export function marks(each: number): Record<keyof typeof indicatorTitles, number> {
  return Object.fromEntries(Object.keys(indicatorTitles).map((code) => [code, each])) as ReturnType<typeof marks>;
}
