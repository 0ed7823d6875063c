/** Cases of the declaration of bases on paper: its departments, its people, and a case as its filing opens it. */
import type { z } from 'zod';
import { hnBaseValues } from '../../rules/hn-base/config.ts';
import type { Office, Person } from '../../rules/roles.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { Filing, FoundCase, FoundEntry, Intake } from '../../workflows/engine/intake.ts';
import type { AnyProcess } from '../../workflows/engine/process.ts';
import { at, person } from './engine-samples.ts';
import { NetworkCase } from './network-case.ts';

export const BASE = '91430102MA4L8XK93A';
export const OTHER_BASE = '91310104MA1FR2CD85';

export const province = { bodyId: 'hn-dept-province', region: 'HN' } as const;
export const city = { bodyId: 'hn-dept-changsha', region: 'HN/CHANGSHA' } as const;

export const basePeople = {
  base: person('base', { role: 'provider', party: BASE }),
  city: person('city', { role: 'reviewer', ...city }),
  cityManager: person('city-manager', { role: 'manager', ...city }),
  province: person('province', { role: 'reviewer', ...province }),
  provinceManager: person('province-manager', { role: 'manager', ...province }),
  expert: person('expert', { role: 'expert', party: 'person:expert-1' }),
} as const satisfies Record<string, Person>;

/** A case of the regime as its filing opens it. */
export class BaseCase<Facts = unknown> extends NetworkCase<Facts> {
  constructor(process: AnyProcess, filing: Filing, options: { id: string; openedAt: Instant; filer?: Person }) {
    super(process, filing, { ...options, rules: hnBaseValues() });
  }
}

/** A filing as the API makes it of a form; `filer` acts for the party of its first office. */
export function fileBaseForm<Schema extends z.ZodType>(
  intake: Intake<Schema>,
  form: unknown,
  filer: Person,
  {
    entries = [],
    cases = [],
    now = at('2019-04-02 10:00'),
  }: { entries?: FoundEntry[]; cases?: FoundCase[]; now?: Instant } = {},
): Filing {
  const [office] = filer.offices as readonly [Office];
  const filed = {
    filer,
    party: office.party ?? `unit:${office.bodyId}`,
    filerName: '某人',
    now,
    rules: hnBaseValues(),
  };
  return intake.file({ ...filed, entries, cases, form: intake.form.parse(form) });
}
