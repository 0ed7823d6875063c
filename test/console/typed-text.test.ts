/** Whatever people type is text on every page and in every mail, and never markup that runs (XC-03, XSS). */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { filingSchema } from '../../api/sh-store/filing/schema.ts';
import { addStore } from '../../api/testing/stores.ts';
import { applicationBody } from '../../dev/rehearsal/steps.ts';
import { intakes } from '../../workflows/beside.ts';
import { jsonSchemaOf } from '../../workflows/engine/json-schema.ts';
import { settled } from '../support/applications.ts';
import { complaintForm, fileOpenly, openStage, providerFiling, supplier } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { untilLoaded, type Visitor } from './support/browser.ts';
import { consoleStage } from './support/console-stage.ts';
import { HOSTILE, sentHostile, WHAT_RUNS } from './support/hostile-text.ts';

const stage = consoleStage('2025-09-15T09:00:00+08:00');
const CALLER = { name: HOSTILE[0], email: 'wang@example.org' };
const STORE = 'sto-hostile';
let application = '';
let registration = '';
let complaint = '';
let trackingCode = '';
let draft = '';

const formOf = (kind: string) => {
  const intake = intakes[kind];
  if (intake === undefined) throw new Error(`${kind} has no form.`);
  return jsonSchemaOf(intake.form);
};

beforeAll(async () => {
  const { stack } = stage;
  const open = openStage(stack);
  const provider = await stack.as('provider');
  const body = await applicationBody(stack);
  const filed = await sentHostile(jsonSchemaOf(filingSchema), body, (form) => provider.post('/api/applications', form));
  expect(filed.fields).toContain('figures.abilityText');
  application = filed.answer.caseId;
  draft = (
    await provider.post('/api/drafts', { kind: 'storeApplication', data: { institution: { name: HOSTILE[1] } } })
  ).id;

  const seller = await stack.as('supplier');
  const registered = await sentHostile(formOf('providerRegistration'), { ...(await providerFiling(stack)) }, (form) =>
    seller.post('/api/cases/providerRegistration', form),
  );
  expect(registered.fields).toEqual(expect.arrayContaining(['name', 'services.0.name']));
  registration = registered.answer.caseId;
  await (await stack.as('window')).act(registration, 'register', { note: HOSTILE[1] });

  const complained = await sentHostile(formOf('complaint'), { ...(await complaintForm(stack)) }, (form) =>
    fileOpenly(open, 'complaint', CALLER, form),
  );
  expect(complained.fields).toEqual(expect.arrayContaining(['account', 'claim']));
  ({ caseId: complaint, trackingCode } = complained.answer);

  const reviewer = await stack.as('reviewer');
  await reviewer.post(`/api/cases/${application}/notes`, { text: HOSTILE[0] });
  await (
    await stack.as('manager')
  ).post('/api/covers', {
    ...{ absentId: 'demo-reviewer', coverId: 'demo-reviewer2', firstDay: '2025-09-22', lastDay: '2025-09-26' },
    rule: HOSTILE[1],
  });
  await reviewer.post('/api/conflicts', { party: '91310104MA1FR2CD85', relation: HOSTILE[0] });
  await addStore(stack, STORE, '91310104MA1FR2CD85', { name: HOSTILE[0] });
  await settled(stack);
});

/** The page has run nothing, and nothing of it would run; @param shows whether one of the texts stands there for people to read */
async function expectText(page: Page, shows: boolean): Promise<void> {
  const shown = () => page.locator('body').innerText();
  if (shows) await expect.poll(shown, { ...PATIENCE, message: page.url() }).toContain('typedTextHasRun=1');
  expect(await page.evaluate(WHAT_RUNS), page.url()).toEqual([]);
}

async function expectTextOn(visitor: Visitor, paths: Readonly<Record<string, boolean>>): Promise<void> {
  for (const [path, shows] of Object.entries(paths)) {
    await visitor.open(path);
    await untilLoaded(visitor.page);
    await expectText(visitor.page, shows);
  }
  // Nor has the Content-Security-Policy had to stop anything.
  expect(visitor.faults).toEqual([]);
  await visitor.close();
}

describe('XC-03.1 what people typed is shown as text', () => {
  it('to the body that reviews an application', async () => {
    const reviewer = await stage.visit();
    await reviewer.signIn('reviewer');
    await expectTextOn(reviewer, {
      [`/cases/${application}`]: true,
      [`/cases/${application}?action=rejectApplication`]: true,
      '/inbox': false,
      '/cases': false,
      '/covers': true,
      '/interests': true,
      '/notices': false,
    });
  });

  it('to the provider itself, also where it is being typed', async () => {
    const provider = await stage.visit();
    await provider.signIn('provider');
    await expectTextOn(provider, { [`/cases/${application}`]: true, '/apply': true, '/notices': false });
    const again = await stage.visit();
    await again.signIn('provider');
    await again.open(`/drafts/${draft}`);
    await untilLoaded(again.page);
    expect(await again.page.locator('[data-path="institution.name"]').inputValue()).toBe(HOSTILE[1]);
    await expectText(again.page, false);
    await again.close();
  });

  it('to the network, and to everybody who looks for a provider or a store', async () => {
    const window = await stage.visit();
    await window.signIn('window');
    await expectTextOn(window, {
      [`/cases/${registration}`]: true,
      '/cases': true,
      '/inbox': false,
      '/dashboard': false,
    });
    const anyone = await stage.visit();
    await expectTextOn(anyone, {
      [`/providers/${supplier.party}`]: true,
      '/directory': true,
      '/platforms/hn-changsha': false,
      '/network': false,
      '/offers': false,
    });
    const reader = await stage.visit();
    await reader.open(`/stores/${STORE}`);
    await expectText(reader.page, true);
    expect(reader.faults).toEqual([]);
    await reader.close();
  });

  it('to who handles a complaint, and to who follows it without an account', async () => {
    const staff = await stage.visit();
    await staff.signIn('hub');
    await expectTextOn(staff, { [`/cases/${complaint}`]: true, '/cases': false });
    const complainant = await stage.visit();
    await complainant.open('/track');
    await complainant.page.getByRole('textbox').fill(trackingCode);
    await complainant.page.keyboard.press('Enter');
    await complainant.page.getByRole('region', { name: '时间线' }).waitFor();
    await expectText(complainant.page, true);
    expect(complainant.faults).toEqual([]);
    await complainant.close();
  });

  it('in each mail, opened by a program that runs what it is given', async () => {
    const mails = await stage.stack.mail.messages();
    const reader = await stage.visit();
    const { page } = reader;
    // A blank page has no policy that would stop a script.
    await page.goto('about:blank');
    let quoting = 0;
    for (const { html, subject } of mails) {
      await page.setContent(html);
      expect(await page.evaluate(WHAT_RUNS), subject).toEqual([]);
      if ((await page.locator('body').innerText()).includes('typedTextHasRun')) quoting += 1;
    }
    expect(mails.length).toBeGreaterThan(4);
    expect(quoting).toBeGreaterThan(0);
    await reader.close();
  });

  it('and would be found if it were markup', async () => {
    const reader = await stage.visit();
    const { page } = reader;
    await page.goto('about:blank');
    for (const text of HOSTILE) {
      await page.setContent(`<p>${text}</p><a href="${text}">x</a>`);
      expect(await page.evaluate(WHAT_RUNS), text).not.toEqual([]);
    }
    await reader.close();
  });
});
