import { describe, expect, it } from 'vitest';
import {
  CENTRE,
  CentreCase,
  centrePeople as people,
  EC_PROVIDER,
  fileCentreForm,
} from '../../../test/support/centre-case.ts';
import { at, people as anyone } from '../../../test/support/engine-samples.ts';
import type { FoundCase } from '../../engine/intake.ts';
import type { DirectoryEntryFacts } from './contract.ts';
import { directoryEntryIntake } from './intake.ts';
import { directoryEntry } from './process.ts';

const listing = { introduction: '直播运营服务商。', services: [{ content: '直播代运营', price: '每月 8000 元起' }] };
const form = {
  ...{ centre: CENTRE, name: '云播公司', ...listing, contactName: '林涛', telephone: '0579-85005678' },
  email: 'lintao@example.cn',
};
const noon = at('2025-03-03 12:00');

function filed(changes: object = {}) {
  const filing = fileCentreForm(directoryEntryIntake, { ...form, ...changes }, people.provider);
  return new CentreCase<DirectoryEntryFacts>(directoryEntry, filing, {
    id: 'ecd-1',
    openedAt: at('2025-03-01 10:00'),
    filer: people.provider,
  });
}

function published() {
  const one = filed();
  one.act('admitProvider', people.yiwu, {}, at('2025-03-03 10:00'));
  one.act('publishEntry', people.centre, {}, noon);
  return one;
}

function written(one: ReturnType<typeof filed>) {
  return one.last.writes.map(({ data }) => data);
}

describe('entry', () => {
  it('EC-CENTRE-04.2 is decided by a reviewer, with a reason where it is refused, and told', () => {
    const one = filed();
    expect(() => one.act('publishEntry', people.centre, {}, noon)).toThrow('not admitted yet');
    one.act('admitProvider', people.yiwu, {}, noon);
    expect(one.state).toMatchObject({ stage: 'DRAFT', tasks: [], facts: { admittedOn: '2025-03-03' } });
    expect(one.toldTo('providerAdmitted')).toEqual([EC_PROVIDER, CENTRE]);
    expect(() => one.act('admitProvider', people.yiwu, {}, noon)).toThrow('admitted already');
    expect(() => one.act('refuseEntry', people.yiwu, { reason: '无相应资质。' }, noon)).toThrow('admitted already');
    const refused = filed();
    refused.act('refuseEntry', people.yiwu, { reason: '无相应资质。' }, noon);
    expect(refused.state.outcome).toBe('NOT_ADMITTED');
    expect(refused.toldTo('entryRefused')).toEqual([EC_PROVIDER]);
  });

  it('EC-CENTRE-04.2 is asked of a registered centre, once', () => {
    expect(() => fileCentreForm(directoryEntryIntake, form, people.provider, { entries: [] })).toThrow(
      'No such centre',
    );
    const before: FoundCase = {
      ...{ id: 'ecd-0', kind: 'directoryEntry', subject: EC_PROVIDER, about: null, stage: 'DRAFT', isOpen: true },
    };
    expect(() => fileCentreForm(directoryEntryIntake, form, people.provider, { cases: [before] })).toThrow('ecd-0');
  });
});

describe('publication', () => {
  it('EC-CENTRE-03.1 without a price, or an introduction, it cannot be published', () => {
    const one = filed({ introduction: null, services: [{ content: '直播代运营' }] });
    one.act('admitProvider', people.yiwu, {}, noon);
    expect(() => one.act('publishEntry', people.centre, {}, noon)).toThrow('introduction, price of “直播代运营”');
    one.act('changeListing', people.provider, listing, noon);
    expect(one.toldTo('listingChanged')).toEqual([CENTRE]);
    one.act('publishEntry', people.centre, {}, noon);
    expect(one.state.stage).toBe('PUBLISHED');
  });

  it('EC-CENTRE-03.2 a change of price is a new version with its time; what is public stays until then', () => {
    const one = published();
    expect(written(one)).toMatchObject([
      {
        register: 'ec-centre.directory',
        status: 'PUBLISHED',
        data: { version: 1, centre: CENTRE, provider: EC_PROVIDER },
      },
    ]);
    expect(() => one.act('publishEntry', people.centre, {}, noon)).toThrow('nothing new');
    const dearer = { ...listing, services: [{ content: '直播代运营', price: '每月 9000 元起' }] };
    one.act('changeListing', people.provider, dearer, at('2025-04-01 10:00'));
    expect(one.state.facts.published).toMatchObject({ version: 1, services: listing.services });
    one.act('publishEntry', people.centre, {}, at('2025-04-02 10:00'));
    expect(written(one)).toMatchObject([
      { data: { version: 2, at: at('2025-04-02 10:00'), services: dearer.services } },
    ]);
  });

  it('EC-CENTRE-03.3 confirmed on 2025-03-03 it is outdated from 2026-03-04, and told; a confirmation puts it right', () => {
    const one = published();
    expect(one.deadline('confirmation')).toMatchObject({ lastDay: '2026-03-03' });
    one.liveUntil(at('2026-03-03 23:59'));
    expect(one.state.stage).toBe('PUBLISHED');
    expect(one.noticed.filter((template) => template === 'deadlineReminder')).toHaveLength(3);
    one.liveUntil(at('2026-03-04 00:00'));
    expect(one.state.stage).toBe('OUTDATED');
    expect(written(one)).toMatchObject([{ status: 'OUTDATED' }]);
    expect(one.toldTo('entryOutdated')).toEqual([EC_PROVIDER, CENTRE]);
    one.act('confirmEntry', people.provider, {}, at('2026-03-05 10:00'));
    expect(written(one)).toMatchObject([{ status: 'PUBLISHED' }]);
    expect(one.deadline('confirmation')).toMatchObject({ lastDay: '2027-03-05' });
  });
});

describe('exit', () => {
  it('EC-CENTRE-04.2 by decision or at its own wish, it is removed the same day', () => {
    const one = published();
    one.act('exitProvider', people.yiwuManager, { reason: '多次违规收费。' }, at('2025-06-10 15:00'));
    expect(written(one)).toMatchObject([{ status: 'REMOVED', validTo: '2025-06-10', reason: '多次违规收费。' }]);
    expect(one.toldTo('providerExited')).toEqual([EC_PROVIDER, CENTRE]);
    expect(one.state).toMatchObject({ outcome: 'REMOVED', deadlines: [] });
    const orphaned = published();
    orphaned.act('centreLeft', anyone.otherCase, {}, at('2025-06-11 15:00'));
    expect(written(orphaned)).toMatchObject([{ status: 'REMOVED', validTo: '2025-06-11' }]);
    expect(orphaned.toldTo('providerExited')).toEqual([EC_PROVIDER, CENTRE]);
    const left = filed();
    left.act('leaveDirectory', people.provider, { reason: '业务调整。' }, noon);
    expect(left.state.outcome).toBe('REMOVED');
    expect(written(left)).toEqual([]);
  });
});
