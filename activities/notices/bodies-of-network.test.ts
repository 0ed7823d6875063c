/** Which bodies of the Hunan network a notice names: who signs it, and those that it is told of, each by its name. */
import { describe, expect, it } from 'vitest';
import { trainingNetwork } from '../../rules/hn-net/network.ts';
import { windowName } from '../../rules/hn-net/window.ts';
import type { Issuer, NoticeCommon, Signer } from '../../rules/notices.ts';
import { inLocale, type Locale, type Text } from '../../rules/text.ts';
import { LOCALES } from '../../test/support/render-sample.ts';
import { contracts } from '../../workflows/regimes.ts';
import { issuerOf, issuersOf } from './issuers.ts';
import { noticeTextIn } from './notice-text.ts';
import { everyNotice, sampleOf } from './sample-notices.ts';

/** A window recognised since the stack started: its cases lie at a platform above it, which signs none of their notices. */
const signedBy: Signer = {
  id: 'hn-shaoshan',
  mark: '韶企窗',
  name: windowName({
    kind: 'COUNTY_COMPREHENSIVE',
    name: '韶山市中小企业综合窗口服务平台',
    region: 'HN/XIANGTAN/SHAOSHAN',
  }),
  telephone: '0731-55000021',
};
const SEAT = 'hn-changsha';

/** Notices whose own words say who acts; the others leave it to head and signature. */
const SAYS_WHO_ACTS = [
  'complaint.complaintAgainstProvider',
  'complaint.complaintReceived',
  'complaint.complaintRegistered',
  'complaint.complaintTransferred',
  'consumerRegistration.platformChanged',
  'mediation.departmentMediationStarted',
  'mediation.mediationApplied',
  'mediation.mediationFailed',
  'mediation.mediationFailedFinally',
  'mediation.mediationStarted',
  'mediation.settlementReached',
  'providerRegistration.platformChanged',
  'serviceActivity.supportAsked',
  'serviceRequest.requestAssigned',
  'serviceRequest.requestNotServed',
  'serviceRequest.requestReceived',
  'supervision.supervisionEscalated',
  'windowQualification.windowDeclared',
];

const ofNetwork = everyNotice.filter(({ kind }) => contracts[kind]?.regime === 'HN_NET');
const cases = ofNetwork.flatMap((notice) => LOCALES.map((locale) => ({ ...notice, locale })));

interface Told {
  /** All that its wording says, without head, signature and facts of the case. */
  readonly words: string;
  /** Of that its sentences, without the table of facts. */
  readonly prose: string;
  readonly signed: string | undefined;
}

function told(template: string, locale: Locale, data: NoticeCommon, issuer: Issuer | undefined): Told {
  const nameless = { ...data, institution: '', caseNumber: '' };
  const input = { template, locale, data: nameless, baseUrl: 'https://anjuan.example.org' };
  const { blocks, facts, subject, signed } = noticeTextIn({ ...input, ...(issuer && { issuer }) });
  const prose = [subject ?? '', JSON.stringify(blocks)].join('\n');
  return { words: prose + JSON.stringify(facts), prose, signed: signed?.name };
}

function ofWindow(kind: string, template: string): NoticeCommon {
  return { ...sampleOf(template, kind), bodyId: SEAT, signedBy };
}

/** The names of bodies in what a notice is told with, but for who signs it. */
function namesIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) {
    const phrase = value as Text;
    return /(服务平台|主管部门)$/.test(phrase.zh) ? [phrase] : [];
  }
  return Object.entries(value).flatMap(([key, inner]) => (key === 'signedBy' ? [] : namesIn(inner)));
}

describe.each(cases)('$template of $kind in $locale', ({ kind, template, locale }) => {
  const data = ofWindow(kind, template);
  const { words, prose, signed } = told(template, locale, data, issuerOf(issuersOf(true), data));
  const named = namesIn(data).map((name) => inLocale(name, locale));

  it('XC-04.4 HN-NET-02.2 names every body that it is told of, and none by its id', () => {
    for (const name of named) expect(prose).toContain(name);
    expect(words).not.toMatch(/\bhn-[a-z]/);
  });

  it('XC-04.1 HN-NET-02.2 names no other body: not the one at which the cases of the window lie', () => {
    const others = trainingNetwork.filter(({ name }) => !named.includes(inLocale(name, locale)));
    const numbers = JSON.stringify(data);
    for (const { name, telephone } of others) {
      expect(words).not.toContain(inLocale(name, locale));
      if (!numbers.includes(telephone)) expect(words).not.toContain(telephone);
    }
  });

  it('XC-04.4 HN-NET-02.2 is signed by the window, and says who acts by the same name', () => {
    const name = inLocale(signedBy.name, locale);
    expect(signed).toBe(name);
    expect(prose.includes(name)).toBe(SAYS_WHO_ACTS.includes(`${kind}.${template}`));
  });

  it('XC-04.4 gives no number where none is set for the body that signs', () => {
    const { name } = signedBy;
    const silent = told(template, locale, data, { name }).words;
    expect(silent).not.toMatch(/undefined|null/);
    expect(silent).not.toContain(signedBy.telephone);
  });
});

it('XC-04.4 the list of notices that say who acts names notices that there are', () => {
  const known = ofNetwork.map(({ kind, template }) => `${kind}.${template}`);
  expect(SAYS_WHO_ACTS.filter((notice) => !known.includes(notice))).toEqual([]);
});

it('HN-NET-02.2 a notice of a body that no regime has any more says who acts all the same', () => {
  const data = sampleOf('complaintReceived', 'complaint');
  const { words, signed } = told('complaintReceived', 'zh-CN', data, undefined);
  expect(words).toContain('您的投诉已由承办机构收到');
  expect(signed).toBeUndefined();
});
