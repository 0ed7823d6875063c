import { describe, expect, it } from 'vitest';
import { permit, personForm, proof, providerForm, service } from './provider.fixture.ts';
import type { ProviderEntry, ProviderEntryData, ProviderStatus } from './provider-entry.ts';
import { deregistrationTitle, mayPublish, providerPage, suspensionTitle } from './provider-entry.ts';

const on = '2025-09-01';

function entry(status: ProviderStatus, changes: Partial<ProviderEntryData> = {}): ProviderEntry {
  const data: ProviderEntryData = {
    kind: 'ENTERPRISE',
    formVersion: 1,
    trades: [],
    expired: [],
    withheld: [],
    broughtInBy: 'hn-liuyang',
    operates: null,
    verifiedOn: '2025-03-03',
    suspendedFor: [],
    deregisteredFor: null,
    ...changes,
  };
  return { status, data: { ...data } };
}

describe('who may publish', () => {
  it('HN-NET-06.1 HN-NET-01.5 nobody without an entry, the operator of a window included', () => {
    expect(mayPublish(null)).toBe(false);
    expect(mayPublish(undefined)).toBe(false);
    expect(mayPublish(entry('REGISTERED', { operates: 'hn-liuyang' }))).toBe(true);
  });

  it('HN-NET-06.7 nobody whose listing is suspended, nobody who has left', () => {
    expect(mayPublish(entry('REGISTERED'))).toBe(true);
    expect(mayPublish(entry('SUSPENDED', { suspendedFor: ['VERIFICATION_OVERDUE'] }))).toBe(false);
    expect(mayPublish(entry('DEREGISTERED'))).toBe(false);
  });

  it('HN-NET-06.3 HN-NET-06.4 nothing of a regulated trade without its permit, or once that has expired', () => {
    const trade = 'HUMAN_RESOURCES_AGENCY';
    expect(mayPublish(entry('REGISTERED'), trade)).toBe(false);
    expect(mayPublish(entry('REGISTERED', { trades: [trade] }), trade)).toBe(true);
    expect(mayPublish(entry('REGISTERED', { trades: [trade], expired: [trade] }), trade)).toBe(false);
    expect(mayPublish(entry('REGISTERED', { trades: [trade], expired: [trade] }))).toBe(true);
  });
});

describe('the public page of a provider', () => {
  it('HN-NET-06.4 shows licence and permits, each expired one as expired', () => {
    const trades = ['HUMAN_RESOURCES_AGENCY'] as const;
    const form = providerForm({ trades, permits: [permit({ validUntil: '2025-08-31' })] });
    const page = providerPage(form, entry('REGISTERED', { trades, expired: trades }), on);
    expect(page).toMatchObject({
      status: { zh: '已登记' },
      listed: true,
      licence: { title: { zh: '营业执照' }, status: 'VALID' },
      permits: [{ status: 'EXPIRED', validUntil: '2025-08-31' }],
      expired: [{ zh: '人力资源服务许可证' }],
    });
  });

  it('HN-NET-06.5 does not show a service with a false description', () => {
    const form = providerForm({ services: [service(), service({ code: 'S2', name: '包过认证' })] });
    const page = providerPage(form, entry('REGISTERED', { withheld: ['S2'] }), on);
    expect(page?.services.map(({ code }) => code)).toEqual(['S1']);
  });

  it('HN-NET-04.1 is marked incomplete without a handling time', () => {
    const items = { ...service().items, handlingTime: null };
    const page = providerPage(providerForm({ services: [service({ items })] }), entry('REGISTERED'), on);
    expect(page?.missing).toEqual([{ zh: '工商代办：服务办理时限', en: '工商代办: Handling time' }]);
  });

  it('HN-NET-06.7 shows no service while the listing is suspended, and says why', () => {
    const page = providerPage(providerForm(), entry('SUSPENDED', { suspendedFor: ['VERIFICATION_OVERDUE'] }), on);
    expect(page).toMatchObject({ listed: false, services: [], suspendedFor: [{ zh: '未按期核实登记信息' }] });
    expect(suspensionTitle('PERMIT_INVALID').zh).toContain('失效');
    expect(deregistrationTitle('OWN_WISH').en).toBe('At the wish of the provider');
    expect(deregistrationTitle('QUALIFICATION_CANCELLED').zh).toContain('取消');
  });

  it('HN-NET-14.1 marks the services of who operates a platform as its own, and of nobody else', () => {
    const operated = providerPage(providerForm(), entry('REGISTERED', { operates: 'hn-liuyang' }), on);
    expect(operated).toMatchObject({ operates: 'hn-liuyang', services: [{ code: 'S1' }] });
    expect(providerPage(providerForm(), entry('REGISTERED'), on)?.operates).toBeNull();
  });

  it('HN-NET-06.1 is gone once the provider has left the register', () => {
    expect(providerPage(providerForm(), entry('DEREGISTERED'), on)).toBeNull();
  });

  it('HN-NET-15.7 shows of a natural person no card, number, address, e-mail or person to contact', () => {
    const form = personForm({ identityProof: proof({ fileId: 'card' }), contactName: '张三' });
    expect(JSON.stringify(providerPage(form, entry('REGISTERED', { kind: 'NATURAL_PERSON' }), on))).not.toMatch(
      /card|11010519491231002X|浏阳市某路|qihang@|张三/,
    );
  });
});
