/** Every form and action of the network that names a platform: windows come and go, and each goes by the network as it stands. */
import { describe, expect, it } from 'vitest';
import { hnNetValues } from '../../rules/hn-net/config.ts';
import { HUB } from '../../rules/hn-net/network.ts';
import { providerForm } from '../../rules/hn-net/provider.fixture.ts';
import { unitKey } from '../../rules/parties/party.ts';
import type { Person } from '../../rules/roles.ts';
import { at, person } from '../../test/support/engine-samples.ts';
import { netPeople as people, PROVIDER, providerEntry } from '../../test/support/network-case.ts';
import { lostLiuyang, ningxiang, ningxiangDeclared } from '../../test/support/network-windows.ts';
import { inputs, intakes } from '../beside.ts';
import type { FoundCase, FoundEntry, Filing } from '../engine/intake.ts';
import { jsonSchemaOf } from '../engine/json-schema.ts';
import { contracts } from '../regimes.ts';
import { registers } from './words.ts';
import { refusalOf } from '../../rules/refusal.fixture.ts';

const now = at('2025-09-30 10:00');
const NINGXIANG = 'hn-ningxiang';
const LIUYANG = 'hn-liuyang';

interface Sample {
  readonly form: object;
  readonly filer: Person;
  readonly entries?: readonly FoundEntry[];
  readonly cases?: readonly FoundCase[];
}

const caseOf = (kind: string, subject: string, id: string): FoundCase => ({
  ...{ id, kind, subject, about: null, stage: 'COLLECTING', isOpen: true },
});
const company = person('op', { role: 'provider', party: '91350100M000100Y43' });
const word = '内容说明';

/** A form of each kind that names a platform of its place, by kind and field; who files it works for Changsha or is a party. */
const samples: Readonly<Record<string, Readonly<Record<string, Sample>>>> = {
  authorityRequest: {
    platform: {
      form: {
        ...{ provider: PROVIDER, requester: 'COURT', requesterName: '岳麓区人民法院', requestNumber: '1号' },
        ...{ legalBasis: word, asked: 'DATA', account: word, receivedAt: at('2025-09-29 10:00'), fileIds: ['f-1'] },
      },
      filer: people.city,
      entries: [providerEntry],
    },
  },
  complaint: {
    platform: {
      form: { provider: PROVIDER, reason: 'OTHER', account: word, claim: '退款', happenedOn: '2025-09-01' },
      filer: people.consumer,
      entries: [{ ...providerEntry, bodyId: 'hn-changsha', region: 'HN/CHANGSHA' }],
    },
  },
  consumerRegistration: {
    platform: {
      form: {
        ...{ kind: 'INDIVIDUAL', name: '王芳', identityNumber: '11010519491231002X', consent: true },
        ...{ address: '长沙市某路2号', telephone: '13800000000' },
      },
      filer: people.consumer,
    },
  },
  dataBreach: { platform: { form: { data: ['CONTACT'], account: word }, filer: people.hub } },
  fraudSanction: {
    department: {
      form: { accused: PROVIDER, aims: ['FUNDS'], records: ['srd-1'], suspicion: word },
      filer: people.city,
    },
  },
  needsAnswer: {
    platform: {
      form: { category: 'FINANCING', need: word },
      filer: people.consumer,
      cases: [caseOf('needsSurvey', unitKey(NINGXIANG), 'nds-1')],
    },
  },
  needsSurvey: { platform: { form: { topic: '调查', questions: word, until: '2025-10-31' }, filer: people.city } },
  platformDisclosure: {
    platform: {
      form: { officers: [{ name: '周敏', telephone: '0731-88000021' }], acceptanceRules: word },
      filer: people.city,
    },
  },
  platformOperation: { platform: { form: { measures: word }, filer: people.city } },
  providerRegistration: {
    broughtInBy: { form: providerForm(), filer: company },
    operates: { form: providerForm({ broughtInBy: 'hn-changsha' }), filer: company },
  },
  publicInformation: {
    publisher: {
      form: { kind: 'POLICY', title: '贴息', words: word, source: '长政发〔2025〕1号', issuedOn: '2025-09-28' },
      filer: people.city,
    },
  },
  serviceActivity: {
    platform: {
      form: { name: '培训', kind: 'TRAINING', mode: 'OFFLINE', plannedOn: '2025-10-10', content: word },
      filer: people.city,
    },
  },
  serviceRecord: { platform: { form: { item: '检测', launchedOn: '2025-09-29' }, filer: people.city } },
  serviceRequest: { platform: { form: { category: 'TECHNOLOGY', need: word }, filer: people.consumer } },
  supervision: {
    window: {
      form: { kind: 'WINDOW', supervised: PROVIDER, place: 'HN/CHANGSHA', trigger: 'INSPECTION', account: word },
      filer: people.department,
    },
  },
  windowQualification: {
    parent: {
      form: {
        ...ningxiangDeclared,
        ...{ kind: 'INDUSTRY', name: '花炮产业窗口', code: 'fireworks', mark: '花企窗', industry: '花炮' },
        ...{
          construction: word,
          operatorName: '某公司',
          contactName: '周敏',
          email: 'w@example.org',
          fileIds: ['f-1'],
        },
      },
      filer: company,
    },
  },
};

/** Fields that say what a case is about, and lay nothing upon the platform; with why. */
const spokenOf: Readonly<Record<string, string>> = {
  'dataBreach.platform': 'the hub looks into a leak, also where a window lost data before it lost its qualification',
  'fraudSanction.department': 'a department takes it up, and no platform',
};

/** By kind, the fields of a schema that name a platform or body; whatever stands deeper by its path. */
function fieldsNaming(schema: object, path = ''): string[] {
  const refers = (schema as Record<string, unknown>)['x-refers'];
  if (['platform', 'everPlatform', 'networkBody'].includes(String(refers))) return [path];
  const {
    properties = {},
    items,
    anyOf = [],
  } = schema as {
    readonly properties?: Readonly<Record<string, object>>;
    readonly items?: object;
    readonly anyOf?: readonly object[];
  };
  return [
    ...Object.entries(properties).flatMap(([name, field]) =>
      fieldsNaming(field, path === '' ? name : `${path}.${name}`),
    ),
    ...(items === undefined ? [] : fieldsNaming(items, path)),
    ...anyOf.flatMap((one) => fieldsNaming(one, path)),
  ];
}

const kinds = Object.keys(intakes).filter((kind) => contracts[kind]?.regime === 'HN_NET');
const naming = kinds.flatMap((kind) =>
  fieldsNaming(jsonSchemaOf(intakes[kind]!.form)).map((field) => [kind, field] as const),
);

/** Files the sample of a kind with a platform in a field; of the register of windows it is given what it looks up, and nothing else. */
function file(kind: string, field: string, platform: string, windows: readonly FoundEntry[]): Filing {
  const intake = intakes[kind]!;
  const { form, filer, entries = [], cases = [] } = samples[kind]![field]!;
  const [office] = filer.offices;
  const party = office?.party ?? `person:${filer.id}`;
  const parsed: unknown = intake.form.parse({ ...form, [field]: platform });
  const found = intake.lookUp?.(parsed, party).registers?.includes(registers.windows) === true ? windows : [];
  const filed = { filer, party, filerName: '某人', now, rules: hnNetValues(), cases, entries: [...entries, ...found] };
  return intake.file({ ...filed, form: parsed });
}

describe('a form that names a platform', () => {
  it('HN-NET-02.2 has a sample here, for every form of the network', () => {
    const sampled = Object.entries(samples).flatMap(([kind, fields]) =>
      Object.keys(fields).map((field) => [kind, field]),
    );
    expect([...naming].sort()).toEqual(sampled.sort());
  });

  it.each(naming.filter(([kind]) => kind !== 'fraudSanction'))(
    'HN-NET-02.2 takes a window that was recognised since: %s, %s',
    (kind, field) => {
      const filing = file(kind, field, NINGXIANG, [ningxiang]);
      const { body, parties } = filing;
      expect(body.bodyId, 'a case lies with a body that the stack started with').not.toBe(NINGXIANG);
      expect(Object.values(parties).flat(), 'the window is the party, not the platform above').not.toContain(
        unitKey('hn-changsha'),
      );
    },
  );

  it.each(naming.filter(([kind, field]) => spokenOf[`${kind}.${field}`] === undefined))(
    'HN-NET-25.2 is refused for a window that lost its qualification, with why and where to turn: %s, %s',
    (kind, field) => {
      const { code, details } = refusalOf(() => file(kind, field, LIUYANG, [lostLiuyang]));
      expect([code, details.field]).toEqual(['INVALID_INPUT', field]);
      expect(details.message.zh).toMatch(
        '浏阳市中小企业综合窗口服务平台已取消窗口资格（未发挥窗口服务平台作用），不再办理新的事项，请选择长沙市中小企业综合窗口服务平台，电话 0731-88000001',
      );
      expect(details.message.en).toContain('choose Changsha comprehensive window platform, telephone 0731-88000001');
    },
  );

  it.each(naming)('HN-NET-01.1 is refused for what is no platform of the network: %s, %s', (kind, field) => {
    expect(refusalOf(() => file(kind, field, 'hn-nowhere', [])).details.field).toBe(field);
  });

  it('HN-NET-02.2 HN-NET-16.1 goes to the platform above, in the region that is the window’s own', () => {
    const own = { bodyId: 'hn-changsha', region: 'HN/CHANGSHA/NINGXIANG' };
    expect(file('serviceRequest', 'platform', NINGXIANG, [ningxiang]).body).toEqual(own);
    expect(file('platformOperation', 'platform', NINGXIANG, [ningxiang])).toMatchObject({
      ...{ subject: unitKey(NINGXIANG), title: ningxiangDeclared.name, parties: { platform: [unitKey(NINGXIANG)] } },
    });
    expect(file('serviceRequest', 'platform', HUB, [ningxiang]).body.bodyId).toBe(HUB);
  });
});

describe('an action that names a platform', () => {
  const acting = Object.values(contracts)
    .filter(({ regime }) => regime === 'HN_NET')
    .flatMap((contract) =>
      Object.entries(contract.actions).flatMap(([name, action]) => {
        const schema = inputs[contract.kind]?.[name];
        const fields = schema === undefined ? [] : fieldsNaming(jsonSchemaOf(schema));
        return fields.map((field) => [`${contract.kind}.${name}.${field}`, action.reading] as const);
      }),
    );

  it.each(acting)('HN-NET-02.2 is judged by the network as it stands: %s', (_field, reading) => {
    expect(reading).toBe('windows');
  });
});
