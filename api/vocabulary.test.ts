/** What codes are called, and whether this is a training platform: before anybody has signed in. */
import { expect, it } from 'vitest';
import { contracts, regimes } from '../workflows/regimes.ts';
import { getVocabulary } from './routes/vocabulary.ts';

it.each([
  ['training', true],
  ['production', false],
] as const)('of a platform in %s says whether demonstration accounts sign in', async (mode, training) => {
  // No window was recognised since the start.
  const database = { registerEntry: { findMany: () => Promise.resolve([]) } };
  const call = { context: { contracts, database, settings: { mode } } };
  const { body } = await getVocabulary.handle(call as unknown as Parameters<typeof getVocabulary.handle>[0]);
  expect(body).toMatchObject({ training, roles: { reviewer: { zh: '审核人员' } } });
});

it('XC-05.3 every region in which a case can be has a name in both languages', () => {
  for (const { code, regions, regionTitles } of regimes)
    for (const region of regions) expect([code, region, regionTitles[region]]).toEqual([code, region, NAMED]);
});

const NAMED = { zh: expect.stringMatching(/\p{Script=Han}/u) as string, en: expect.stringMatching(/[a-z]/) as string };
