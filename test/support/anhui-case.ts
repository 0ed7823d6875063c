/** Cases of the Anhui network on paper: its bodies and people, and whatever a process's own intake makes of a form. */
import type { z } from 'zod';
import { ahValues } from '../../rules/ah/config.ts';
import { personKey } from '../../rules/parties/party.ts';
import { systemActor, type Office, type Person } from '../../rules/roles.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { MemberRecord } from '../../workflows/ah/words.ts';
import { memberReference, registers } from '../../workflows/ah/words.ts';
import type { Filing, FoundCase, FoundEntry, Intake } from '../../workflows/engine/intake.ts';
import type { AnyProcess } from '../../workflows/engine/process.ts';
import type { RuleValues } from '../../workflows/engine/state.ts';
import { at, PaperCase, person } from './engine-samples.ts';

/** Credit code of a resident institution. */
export const INSTITUTION = '91310115MA1K3AB128';
/** The platform of Hefei as a party. */
export const HEFEI = 'unit:ah-platform-hefei';

const department = { bodyId: 'ah-department', region: 'AH' } as const;
const platform = { bodyId: 'ah-platform', region: 'AH' } as const;
const hefei = { bodyId: 'ah-platform-hefei', region: 'AH/HEFEI' } as const;

/** One person a position, those who must be kept out included. */
export const anhuiPeople = {
  department: person('department', { role: 'reviewer', ...department }),
  department2: person('department-2', { role: 'reviewer', ...department }),
  departmentManager: person('department-manager', { role: 'manager', ...department }),
  platform: person('platform', { role: 'reviewer', ...platform }),
  platform2: person('platform-2', { role: 'reviewer', ...platform }),
  platformManager: person('platform-manager', { role: 'manager', ...platform }),
  hefei: person('hefei', { role: 'reviewer', ...hefei }),
  hefeiBureau: person('hefei-bureau', { role: 'reviewer', bodyId: 'ah-bureau-hefei', region: 'AH/HEFEI' }),
  wuhu: person('wuhu', { role: 'reviewer', bodyId: 'ah-platform-wuhu', region: 'AH/WUHU' }),
  wuhuBureau: person('wuhu-bureau', { role: 'reviewer', bodyId: 'ah-bureau-wuhu', region: 'AH/WUHU' }),
  institution: person('institution', { role: 'provider', party: INSTITUTION }),
  other: person('other', { role: 'provider', party: '91310104MA1FR2CD85' }),
  consumer: person('consumer-1', { role: 'consumer', party: 'person:consumer-1' }),
} as const satisfies Record<string, Person>;

/** The institution in the register of members, brought in by the platform of Hefei. */
export const institutionEntry: FoundEntry = {
  register: registers.members,
  party: INSTITUTION,
  name: '合肥江淮检测有限公司',
  status: 'MEMBER',
  bodyId: 'ah-platform-hefei',
  region: 'AH/HEFEI',
  data: { kind: 'INSTITUTION', cityPlatform: 'ah-platform-hefei', introducer: HEFEI, joinedOn: '2025-01-06' },
};

/** The platform of Hefei in the register of members. */
export const hefeiEntry: FoundEntry = {
  ...institutionEntry,
  party: HEFEI,
  name: '合肥市中小企业综合服务平台',
  bodyId: 'ah-platform',
  region: 'AH',
  data: { kind: 'CITY_PLATFORM', cityPlatform: 'ah-platform-hefei', introducer: null, joinedOn: '2025-01-02' },
};

interface Options {
  readonly id?: string;
  readonly openedAt?: Instant;
  readonly filer?: Person;
  readonly rules?: RuleValues;
}

/** A case as its filing, or another case, opens it. */
export class AnhuiCase<Facts = unknown> extends PaperCase<Facts> {
  constructor(
    process: AnyProcess,
    filing: Filing,
    { id = 'ahc-1', openedAt = at('2025-09-20 10:00'), filer, rules }: Options = {},
  ) {
    const { about, opening, ...filed } = filing;
    super(process, opening, {
      ...filed,
      ...{ id, openedAt, book: ahValues() },
      ...(about !== undefined && { about }),
      openedBy: filer ?? systemActor('ahc-0'),
      openedById: filer?.id ?? null,
      ...(rules !== undefined && { rules }),
    });
  }

  /** Whom a notice of the latest step went to: keys of parties, or roles. */
  toldTo(template: string): string[] {
    return this.last.notices
      .filter((notice) => notice.template === template)
      .map(({ to }) => ('party' in to ? to.party : 'role' in to ? to.role : 'user' in to ? to.user : 'contact'));
  }

  /** What the latest step wrote under this name. */
  written(write: string): unknown[] {
    return this.last.writes.filter((one) => one.write === write).map(({ data }) => data);
  }
}

/** A case about a member that another case opens. */
export function aboutMember(
  party: string,
  opening: object,
  bodies: Filing['bodies'] = {},
  body: Filing['body'] = platform,
): Filing {
  return {
    ...{ title: '', subject: party, parties: { member: [party] }, body, bodies },
    about: memberReference(party),
    opening,
  };
}

/** A filing as the API makes it of a form; `filer` acts for the party of its first office. */
export function fileAnhui<Schema extends z.ZodType>(
  intake: Intake<Schema>,
  form: unknown,
  {
    filer = person('institution', { role: 'provider', party: INSTITUTION }),
    now = at('2025-09-20 10:00'),
    entries = [] as FoundEntry[],
    cases = [] as FoundCase[],
  } = {},
): Filing {
  const [office] = filer.offices as readonly [Office];
  const party = office.party ?? personKey(filer.id);
  const filed = { filer, party, filerName: '某申请人', now, rules: ahValues(), entries, cases };
  return intake.file({ ...filed, form: intake.form.parse(form) });
}

/** What the records hold of a member, empty but for what is given. */
export function memberRecord(changes: Partial<MemberRecord> = {}): MemberRecord {
  return { asOf: at('2025-10-01 00:00'), byMonth: {}, reports: {}, tasks: {}, unreported: [], ...changes };
}
