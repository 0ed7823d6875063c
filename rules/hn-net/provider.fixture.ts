import type { OfferedService, Permit, Proof, ProviderForm } from './provider.ts';

/** A proof filed as a file, without end; for tests. */
export function proof(changes: Partial<Proof> = {}): Proof {
  return { fileId: 'file-1', link: null, validUntil: null, ...changes };
}

/** A human-resources permit that is valid through 2027; for tests. */
export function permit(changes: Partial<Permit> = {}): Permit {
  return {
    ...proof({ fileId: 'file-2', validUntil: '2027-12-31' }),
    trade: 'HUMAN_RESOURCES_AGENCY',
    number: '(湘)人服证字〔2024〕第0100000123号',
    ...changes,
  };
}

/** A service with all that is shown on its handling, with some of it set otherwise; for tests. */
export function service(changes: Partial<OfferedService> = {}): OfferedService {
  return {
    code: 'S1',
    name: '工商代办',
    items: {
      content: '公司设立、变更登记代办',
      standard: '一次办结',
      flow: '受理、办理、回访',
      fees: '每件200元',
      handlingTime: '3个工作日',
    },
    ...changes,
  };
}

/** An enterprise of Liuyang that files all that is asked of it, with some of it set otherwise; for tests. */
export function providerForm(changes: Partial<ProviderForm> = {}): ProviderForm {
  return {
    kind: 'ENTERPRISE',
    name: '浏阳启航企业服务有限公司',
    creditCode: '91350100M000100Y43',
    identityNumber: null,
    identityProof: proof(),
    address: '浏阳市某路1号',
    contactName: '李明',
    telephone: '13800000000',
    email: 'qihang@example.com',
    trades: [],
    permits: [],
    broughtInBy: 'hn-liuyang',
    operates: null,
    services: [service()],
    systems: { serviceQuality: true, returnVisits: true, evaluation: true },
    ...changes,
  };
}

/** A natural person who files all that is asked of him, with some of it set otherwise; for tests. */
export function personForm(changes: Partial<ProviderForm> = {}): ProviderForm {
  return providerForm({
    kind: 'NATURAL_PERSON',
    name: '王芳',
    creditCode: null,
    identityNumber: '11010519491231002X',
    identityProof: proof({ validUntil: '2035-06-30' }),
    ...changes,
  });
}
