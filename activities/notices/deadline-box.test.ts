/** Every deadline of every process as a mail shows it: what follows, and where it comes from, once. */
import { describe, expect, it } from 'vitest';
import { renderSample } from '../../test/support/render-sample.ts';
import { commonSamples } from '../../rules/notices/samples.ts';
import type { DeadlineView } from '../../rules/notices.ts';
import type { Locale } from '../../rules/text.ts';
import { contracts } from '../../workflows/regimes.ts';
import { citation } from '../../rules/notices/citation.ts';
import { citations } from '../../workflows/regimes.ts';

const [sample] = commonSamples.deadlineReminder.deadlines ?? [];
if (sample === undefined) throw new Error('The sample needs a deadline.');

/** The deadlines that notices speak of; an internal target is in none. */
const published = Object.values(contracts).flatMap(({ kind, deadlines }) =>
  Object.entries(deadlines)
    .filter(([, { legalEffect }]) => legalEffect !== false)
    .map(([name, deadline]) => ({ kind, name, deadline })),
);

/** The lines of the box that shows the deadline, from its title to its basis. */
async function boxOf(name: string, locale: Locale, kind?: string): Promise<string> {
  const found = published.find((each) => each.name === name && (kind === undefined || each.kind === kind));
  if (found === undefined) throw new Error(`No process has a deadline '${name}'.`);
  const { title, clause, consequence, duty = true, platformRule = false } = found.deadline;
  const view: DeadlineView = { ...sample!, name, title, clause, consequence, duty, platformRule };
  const { text } = await renderSample(found.kind, 'deadlineMoved', locale, { deadlines: [view] });
  const from = text.indexOf(locale === 'en' ? 'Deadline: ' : '期限：');
  const begin = from < 0 ? text.indexOf(locale === 'en' ? 'Ends: ' : '届满时间：') : from;
  const cited = citation(citations, clause, locale);
  const end = text.indexOf(cited, begin) + cited.length;
  expect(end).toBeGreaterThan(begin);
  return text.slice(begin, text.indexOf('\n', end));
}

describe.each(published)('the deadline $name of $kind', ({ kind, name, deadline: { clause, consequence } }) => {
  it.each(['zh-CN', 'en'] as const)('XC-03.2 names what follows and its clause, once, in %s', async (locale) => {
    const box = await boxOf(name, locale, kind);
    expect(box).toContain(locale === 'en' ? consequence.en : consequence.zh);
    const article = clause.split(' ')[1] ?? '';
    expect(box.split(article)).toHaveLength(2);
    expect(box).not.toContain('SH-STORE');
    expect(box).not.toMatch(/逾期后果：逾期/);
  });
});

it('SH-STORE-06.8 the bar after clearance rests on 四.6, the clearance on 四.5(1)', async () => {
  expect(await boxOf('setupLimit', 'zh-CN')).toMatch(
    /予以清退；清退后，依据《办法》四\.6，原则上一年内不再受理[\s\S]*《办法》四\.5\(1\)$/,
  );
  expect(await boxOf('setupLimit', 'en')).toMatch(
    /after that, under 四\.6 of the Measures, in principle no store application[\s\S]*四\.5\(1\) of the Measures$/,
  );
});

it('SH-STORE-07.5 nothing is missed by the end of a trial: the mail says what happens when it ends', async () => {
  const zh = await boxOf('trial', 'zh-CN');
  expect(zh).toMatch(/^届满时间：/);
  expect(zh).toContain('届满后果：');
  expect(zh).not.toContain('逾期');
  expect(await boxOf('trial', 'en')).toMatch(/^Ends: [\s\S]*When it ends: /);
});

it.each(['supplement', 'explanation', 'acceptance'])(
  'SH-STORE-04.5 SH-STORE-05.6 SH-STORE-02.4 the time of %s is the platform’s, and is not given out for the law’s',
  async (name) => {
    expect(await boxOf(name, 'zh-CN')).toContain('依据：平台规定期限，参照《办法》');
    expect(await boxOf(name, 'en')).toContain('Basis: time limit set by the platform; see ');
  },
);

it.each(['setup', 'setupLimit', 'interview', 'trial', 'correction'])('the time of %s is the law’s', async (name) => {
  expect(await boxOf(name, 'zh-CN')).not.toContain('平台规定');
});
