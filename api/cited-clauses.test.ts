/** Every citation in a mail leads to a clause that the platform has. */
import { describe, expect, it } from 'vitest';
import { everyNotice, sampleOf } from '../activities/notices/sample-notices.ts';
import { clausePath, clausesCited } from '../rules/book/clauses.ts';
import { LOCALES, renderSample } from '../test/support/render-sample.ts';
import { citations } from '../workflows/regimes.ts';
import { regimeFaces } from './regimes.ts';

/** Every clause of the documents, as a path. */
const clauses = new Set(
  regimeFaces.flatMap(({ law }) =>
    law.texts.flatMap(({ code, clauses: own }) => own.map(({ number }) => clausePath(`${code} ${number}`))),
  ),
);

describe.each(everyNotice)('$template of $kind', ({ kind, template }) => {
  it.each(LOCALES)('XC-04.4 leads in %s from its citations to clauses that there are', async (locale) => {
    const { html } = await renderSample(kind, template, locale);
    const led = [...html.matchAll(/href="https:\/\/anjuan\.example\.org(\/regulations\/[^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(led.filter((path) => !clauses.has(path))).toEqual([]);
    const cited = (sampleOf(template, kind).deadlines ?? []).flatMap(({ clause }) =>
      clausesCited(clause, Object.keys(citations)),
    );
    for (const clause of cited) if (clauses.has(clausePath(clause))) expect(led).toContain(clausePath(clause));
  });
});

it('XC-04.4 is what every notice with a deadline of the law does', async () => {
  const isOurs = (clause: string) => clauses.has(clausePath(clause));
  const due = everyNotice.filter(({ kind, template }) =>
    (sampleOf(template, kind).deadlines ?? []).some(({ clause }) => isOurs(clause)),
  );
  const mails = await Promise.all(due.map(({ kind, template }) => renderSample(kind, template, 'zh-CN')));
  expect(mails.length).toBeGreaterThan(20);
  expect(mails.filter(({ html }) => !html.includes('/regulations/')).length).toBe(0);
});
