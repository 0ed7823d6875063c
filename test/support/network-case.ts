/** Cases of the Hunan network on paper: its bodies and people, and whatever a process's own intake makes of a form. */
import type { z } from 'zod';
import { hnNetValues } from '../../rules/hn-net/config.ts';
import { personKey } from '../../rules/parties/party.ts';
import { systemActor, type Office, type Person } from '../../rules/roles.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { Filing, FoundEntry, Intake } from '../../workflows/engine/intake.ts';
import type { AnyProcess } from '../../workflows/engine/process.ts';
import type { RuleValues } from '../../workflows/engine/state.ts';
import type { CaseOpening } from '../../workflows/engine/transition.ts';
import { registers } from '../../workflows/hn-net/words.ts';
import { at, PaperCase, person } from './engine-samples.ts';

export const PROVIDER = '91430102MA4L8XK93A';
export const CONSUMER = 'person:consumer-1';
export const CONTACT = 'contact:con-1';

const changsha = { bodyId: 'hn-changsha', region: 'HN/CHANGSHA' } as const;
const liuyang = { bodyId: 'hn-liuyang', region: 'HN/CHANGSHA/LIUYANG' } as const;
const department = { bodyId: 'hn-dept-liuyang', region: 'HN/CHANGSHA/LIUYANG' } as const;

/** One person a position, those who must be kept out included. */
export const netPeople = {
  consumer: person('consumer-1', { role: 'consumer', party: CONSUMER }),
  contact: person('con-1', { role: 'contact', party: CONTACT }),
  otherConsumer: person('consumer-2', { role: 'consumer', party: 'person:consumer-2' }),
  provider: person('supplier', { role: 'provider', party: PROVIDER }),
  otherProvider: person('supplier-2', { role: 'provider', party: '91310104MA1FR2CD85' }),
  hub: person('hub', { role: 'reviewer', bodyId: 'hn-hub', region: 'HN' }),
  city: person('city', { role: 'reviewer', ...changsha }),
  county: person('county', { role: 'reviewer', ...liuyang }),
  county2: person('county-2', { role: 'reviewer', ...liuyang }),
  countyManager: person('county-manager', { role: 'manager', ...liuyang }),
  department: person('department', { role: 'reviewer', ...department }),
  /** Works for both: the county's window and its department. */
  both: person('both', { role: 'reviewer', ...liuyang }, { role: 'reviewer', ...department }),
} as const satisfies Record<string, Person>;

/** The entry of the provider in the register, brought in by the county window. */
export const providerEntry: FoundEntry = {
  register: registers.providers,
  party: PROVIDER,
  name: '长沙星辰检测技术有限公司',
  status: 'REGISTERED',
  bodyId: liuyang.bodyId,
  region: liuyang.region,
  data: {},
};

export interface NetworkCaseOptions {
  readonly id: string;
  readonly openedAt: Instant;
  readonly filer?: Person;
  readonly rules?: RuleValues;
}

/** A case as its filing opens it. */
export class NetworkCase<Facts = unknown> extends PaperCase<Facts> {
  constructor(process: AnyProcess, filing: Filing, { id, openedAt, filer, rules }: NetworkCaseOptions) {
    const { about, opening, ...filed } = filing;
    super(process, opening, {
      ...filed,
      id,
      openedAt,
      ...(about !== undefined && { about }),
      openedBy: filer ?? systemActor('cpl-1'),
      openedById: filer?.id ?? null,
      book: hnNetValues(),
      ...(rules !== undefined && { rules }),
    });
  }

  /** The notices of the latest step: template and the party they are for. */
  get lastNotices(): string[] {
    return this.last.notices.map(({ template, to }) => `${template} → ${'party' in to ? to.party : 'another'}`);
  }

  /** Whom a notice of the latest step went to: keys of parties, or roles. */
  toldTo(template: string): string[] {
    return this.last.notices
      .filter((notice) => notice.template === template)
      .map(({ to }) => ('party' in to ? to.party : 'role' in to ? to.role : 'user' in to ? to.user : 'contact'));
  }
}

/** A filing as the API makes it of a form; `filer` acts for the party of its first office. */
export function fileForm<Schema extends z.ZodType>(
  intake: Intake<Schema>,
  form: unknown,
  { filer = netPeople.consumer, now = at('2026-02-13 18:00'), entries = [providerEntry] as FoundEntry[] } = {},
): Filing {
  const [office] = filer.offices as readonly [Office];
  const party = office.party ?? personKey(filer.id);
  const filed = { filer, party, filerName: '某申请人', now, rules: hnNetValues(), entries, cases: [] };
  return intake.file({ ...filed, form: intake.form.parse(form) });
}

/** What a case opens another one with, as a filing. */
export function asFiling({ subject, parties, bodies, bodyId, region, opening }: CaseOpening): Filing {
  return {
    subject: subject ?? '',
    title: '',
    parties,
    body: { bodyId, region },
    bodies,
    opening: opening as object,
  };
}
