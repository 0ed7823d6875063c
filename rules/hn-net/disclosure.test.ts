import { describe, expect, it } from 'vitest';
import { missingItems, missingOnHomePage, missingSystems, publicPage } from './disclosure.ts';
import { permit, personForm, proof, providerForm, service } from './provider.fixture.ts';

const on = '2025-09-01';
const whole = { items: service().items, systems: providerForm().systems };
const zh = (phrases: readonly { zh: string }[]) => phrases.map((phrase) => phrase.zh);

describe('the main page of a provider', () => {
  it('HN-NET-06.4 shows licence and permits, or a link to them', () => {
    const form = providerForm({
      identityProof: proof({ fileId: null, link: 'https://example.com/licence' }),
      trades: ['HUMAN_RESOURCES_AGENCY'],
      permits: [permit()],
    });
    const page = publicPage(form, on);
    expect(page.licence).toMatchObject({ title: { zh: '营业执照' }, link: 'https://example.com/licence' });
    expect(page.permits).toMatchObject([{ title: { zh: '人力资源服务许可证' }, fileId: 'file-2', status: 'VALID' }]);
    expect(page.missing).toEqual([]);
  });

  it('HN-NET-06.4 shows an expired permit as expired; its last day is still valid', () => {
    const form = providerForm({
      trades: ['HUMAN_RESOURCES_AGENCY'],
      permits: [permit({ validUntil: '2025-08-31' })],
    });
    expect(publicPage(form, on).permits[0]?.status).toBe('EXPIRED');
    expect(publicPage(form, '2025-08-31').permits[0]?.status).toBe('VALID');
  });

  it('HN-NET-06.4 HN-NET-15.7 shows of a natural person neither card, number nor address', () => {
    const form = personForm({ identityProof: proof({ fileId: 'card', validUntil: '2025-08-31' }) });
    const page = publicPage(form, on);
    expect(page).toMatchObject({ name: '王芳', licence: null, address: null, missing: [] });
    expect(JSON.stringify(page)).not.toMatch(/card|11010519491231002X/);
  });

  it('HN-NET-04.1 marks a page without a handling time as incomplete', () => {
    const items = { ...whole.items, handlingTime: ' ' };
    const services = [service(), service({ code: 'S2', name: '代理记账', items })];
    const page = publicPage(providerForm({ services }), on);
    expect(zh(page.missing)).toEqual(['代理记账：服务办理时限']);
    expect(page.services.map(({ code, missing }) => [code, missing])).toEqual([
      ['S1', []],
      ['S2', ['handlingTime']],
    ]);
    expect(missingItems({ items })).toEqual(['handlingTime']);
    expect(missingItems(whole)).toEqual([]);
  });

  it('HN-NET-06.4 marks a page without licence or permit as incomplete', () => {
    const form = providerForm({ identityProof: null, trades: ['AUDIT'] });
    expect(zh(publicPage(form, on).missing)).toEqual(['营业执照', '会计师事务所执业证书']);
  });

  it('HN-NET-04.2 lists a management system that does not exist', () => {
    expect(missingSystems({ ...whole, systems: { ...whole.systems, returnVisits: false } })).toEqual(['returnVisits']);
    expect(missingSystems(whole)).toEqual([]);
  });

  it('HN-NET-04.3 asks for complaint channel, accepting body and contact on the home page', () => {
    const page = { complaintChannel: '96871', acceptingBody: '省枢纽服务平台', complaintContact: '96871' };
    expect(missingOnHomePage(page)).toEqual([]);
    expect(missingOnHomePage({ ...page, acceptingBody: '', complaintContact: null })).toEqual([
      'acceptingBody',
      'complaintContact',
    ]);
  });
});
