import { describe, expect, it } from 'vitest';
import { operatorPapers, type OperatorPapers } from './operator-papers.ts';
import { permit, proof } from './provider.fixture.ts';

const hub: OperatorPapers = {
  kind: 'INSTITUTION',
  creditCode: '91350100M000100Y43',
  licence: proof(),
  trades: ['VALUE_ADDED_TELECOM'],
  permits: [permit({ trade: 'VALUE_ADDED_TELECOM', number: '湘B2-20250001', validUntil: '2025-08-31' })],
};

describe('the home page of the hub', () => {
  it('HN-NET-06.6 shows the licence and the permits of the operator, an expired one as expired', () => {
    expect(operatorPapers(hub, '2025-08-31')).toMatchObject({
      licence: { title: { zh: '事业单位法人证书' }, number: '91350100M000100Y43', status: 'VALID' },
      permits: [{ number: '湘B2-20250001', status: 'VALID' }],
      missing: [],
    });
    expect(operatorPapers(hub, '2025-09-01').permits).toMatchObject([{ status: 'EXPIRED' }]);
  });

  it('HN-NET-06.6 is incomplete without the licence or a permit', () => {
    const { licence, missing } = operatorPapers({ ...hub, licence: null, permits: [] }, '2025-09-01');
    expect(licence).toBeNull();
    expect(missing.map(({ zh }) => zh)).toEqual(['事业单位法人证书', '增值电信业务经营许可证']);
  });
});
