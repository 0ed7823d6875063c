/**
 * Lives through scenarios on the real product and replays at once what came of it. With ANJUAN_RECORD set it lives through the
 * scenarios named there, or all, and keeps the histories (`npm run record:replay`).
 */
import { Worker } from '@temporalio/worker';
import { describe, expect, inject, it } from 'vitest';
import { startTestStack } from '../support/test-stack.ts';
import { keep } from './files.ts';
import { runsOf } from './histories.ts';
import { scenarios, type Scenario } from './scenarios.ts';

const recorded = (process.env['ANJUAN_RECORD'] ?? '').split(',').filter((name) => name !== '');

/** The stages of each kind, as a list. */
function stagesOf(endsIn: Scenario['endsIn']): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(endsIn).map(([kind, stages]) => [kind, [stages].flat()]));
}

describe.each(Object.entries(scenarios))('%s', (name, scenario) => {
  const { startAt, endsIn, always, runs: expectedRuns = {} } = scenario;
  it.runIf(always === true || recorded.includes(name))(
    'XC-05.6 takes its course, and its history replays',
    async () => {
      const stack = await startTestStack({ startAt });
      try {
        await scenario.live(stack);
        const cases = await stack.database.case.findMany({ select: { kind: true, stage: true } });
        const stages = Object.groupBy(cases, ({ kind }) => kind);
        const ended = Object.entries(stages).map(([kind, of = []]) => [kind, of.map(({ stage }) => stage).sort()]);
        expect(Object.fromEntries(ended)).toEqual(stagesOf(endsIn));
        const runs = await runsOf(stack);
        for (const [kind, { length }] of Object.entries(stagesOf(endsIn))) {
          const count = runs.filter((run) => run.kind === kind).length;
          // A busy machine rolls over more often: each look at the clock of a waiting step adds events.
          if (expectedRuns[kind] === undefined) expect([kind, count]).toEqual([kind, length]);
          else expect(count).toBeGreaterThanOrEqual(2);
        }
        const codePath = inject('services').bundle;
        for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { codePath } }, runs)) {
          expect([workflowId, error]).toEqual([workflowId, undefined]);
        }
        if (recorded.includes(name)) keep(name, runs);
      } finally {
        await stack.stop();
      }
    },
  );
});
