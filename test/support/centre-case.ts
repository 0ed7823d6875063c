/** Cases of e-commerce centres on paper: their bodies and people, and a case as its filing opens it. */
import type { z } from 'zod';
import { ecCentreValues } from '../../rules/ec-centre/config.ts';
import type { Office, Person } from '../../rules/roles.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { Filing, FoundCase, FoundEntry, Intake } from '../../workflows/engine/intake.ts';
import type { AnyProcess } from '../../workflows/engine/process.ts';
import { at, person } from './engine-samples.ts';
import { NetworkCase } from './network-case.ts';

export const CENTRE = '91430102MA4L8XK93A';
export const CENTRE_NAME = '义乌市电子商务公共服务中心';
export const EC_PROVIDER = '91310104MA1FR2CD85';
export const ENTERPRISE = 'person:consumer-1';

export const yiwu = { bodyId: 'ec-commerce-yiwu', region: 'ZJ/JINHUA/YIWU' } as const;
export const jinhua = { bodyId: 'ec-commerce-jinhua', region: 'ZJ/JINHUA' } as const;
export const zhejiang = { bodyId: 'ec-commerce-province', region: 'ZJ' } as const;
export const evaluator = { bodyId: 'ec-evaluator', region: 'ZJ' } as const;

export const centrePeople = {
  centre: person('centre', { role: 'provider', party: CENTRE }),
  provider: person('provider', { role: 'provider', party: EC_PROVIDER }),
  enterprise: person('consumer-1', { role: 'consumer', party: ENTERPRISE }),
  yiwu: person('yiwu', { role: 'reviewer', ...yiwu }),
  yiwuManager: person('yiwu-manager', { role: 'manager', ...yiwu }),
  jinhua: person('jinhua', { role: 'reviewer', ...jinhua }),
  zhejiang: person('zhejiang', { role: 'reviewer', ...zhejiang }),
  evaluator: person('evaluator', { role: 'reviewer', ...evaluator }),
  evaluatorManager: person('evaluator-manager', { role: 'manager', ...evaluator }),
} as const satisfies Record<string, Person>;

/** The entry of the centre in the register. */
export const centreEntry: FoundEntry = {
  ...{ register: 'ec-centre.centres', party: CENTRE, name: CENTRE_NAME, status: 'REGISTERED', ...yiwu },
  data: { class: 'C' },
};

/** A case of the regime as its filing opens it. */
export class CentreCase<Facts = unknown> extends NetworkCase<Facts> {
  constructor(process: AnyProcess, filing: Filing, options: { id: string; openedAt: Instant; filer?: Person }) {
    super(process, filing, { ...options, rules: ecCentreValues() });
  }
}

/** A filing as the API makes it of a form; `filer` acts for the party of its first office. */
export function fileCentreForm<Schema extends z.ZodType>(
  intake: Intake<Schema>,
  form: unknown,
  filer: Person,
  { entries = [centreEntry], cases = [] }: { entries?: FoundEntry[]; cases?: FoundCase[] } = {},
): Filing {
  const [office] = filer.offices as readonly [Office];
  const filed = { filer, party: office.party ?? '', filerName: '某人', now: at('2025-03-03 10:00') };
  return intake.file({ ...filed, rules: ecCentreValues(), entries, cases, form: intake.form.parse(form) });
}
