/** What codes are called, and whether this is a training platform: before anybody has signed in. */
import { expect, it } from 'vitest';
import { contracts } from '../workflows/regimes.ts';
import { getVocabulary } from './routes/vocabulary.ts';

it.each([
  ['training', true],
  ['production', false],
] as const)('of a platform in %s says whether demonstration accounts sign in', async (mode, training) => {
  const call = { context: { contracts, settings: { mode } } };
  const { body } = await getVocabulary.handle(call as unknown as Parameters<typeof getVocabulary.handle>[0]);
  expect(body).toMatchObject({ training, roles: { reviewer: { zh: '审核人员' } } });
});
