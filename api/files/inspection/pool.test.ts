import { expect, it } from 'vitest';
import { PDF } from '../../testing/samples.ts';
import { InspectionPool } from './pool.ts';

it('SH-STORE-03.2 looks at so many files at once, lets so many wait, and turns the next one away', async () => {
  const pool = new InspectionPool({ atOnce: 1, waiting: 1, longest: 60_000 });
  const looks = await Promise.allSettled([1, 2, 3, 4].map(() => pool.look(PDF)));
  const refused = looks.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(2);
  for (const one of refused)
    expect(one).toMatchObject({ reason: { code: 'UNAVAILABLE', details: { facts: { retryAfterSeconds: 10 } } } });
  expect(await pool.look(PDF)).toMatchObject({ kind: { mime: 'application/pdf' } });
});

it('SH-STORE-03.2 gives up a file that takes too long, and says what to do', async () => {
  const pool = new InspectionPool({ atOnce: 1, waiting: 1, longest: 1 });
  expect(await pool.look(PDF)).toMatchObject({ unfit: { en: expect.stringMatching(/too complex.*export it as PDF/) } });
});
