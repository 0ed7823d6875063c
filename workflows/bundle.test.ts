/**
 * What cases in flight depend on. The bundle is built as a worker builds it, so that a stray import fails here within seconds.
 * Names are written out: whoever renames one strands the cases that were started, or the messages that were sent, under it.
 */
import { DefaultLogger } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { createActivities } from '../activities/index.ts';
import { buildWorkflowCode } from '../worker/workflow-code.ts';
import { commonActions, commonNotices } from './engine/common-contract.ts';
import { contracts } from './regimes.ts';
import * as messages from './engine/messages.ts';
import * as workflows from './index.ts';
import { casesQueue, noticesQueue, relayId } from './relay/contract.ts';
import { searchAttributes, workflowTypeOf } from './start-case.ts';

let code: string;
/** The files that went into the bundle, from its source map. */
let sources: string[];

beforeAll(async () => {
  ({ code } = await buildWorkflowCode(new DefaultLogger('ERROR')));
  const map = code.lastIndexOf('sourceMappingURL=');
  ({ sources } = JSON.parse(Buffer.from(code.slice(code.indexOf('base64,', map) + 7), 'base64').toString()) as {
    sources: string[];
  });
});

describe('the workflow bundle', () => {
  it('carries no package but the SDK and what the SDK itself needs', () => {
    const packages = sources.flatMap(
      (source) => [...source.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1)?.[1] ?? [],
    );
    expect([...new Set(packages)].sort()).toEqual([
      '@temporalio/common',
      '@temporalio/workflow',
      'long',
      'ms',
      'nexus-rpc',
    ]);
  });

  it('carries of the product rules and workflows alone, and of these no input schema and no published calendar', () => {
    const own = sources.filter((source) => source.endsWith('.ts') && !source.includes('node_modules'));
    expect(own.length).toBeGreaterThan(40);
    const stray = own.filter(
      (source) =>
        !/\/(rules|workflows)\//.test(source) ||
        /\/workflows\/.*\/(input|intake|wording|samples)\.ts$|\/(beside|figures-schema|published-calendar|start-case)\.ts$/.test(
          source,
        ),
    );
    expect(stray).toEqual([]);
  });

  it('is evaluated once a worker: nothing that a case is made of is loaded anew for each', () => {
    const preloaded = /exports\.preloadModules = function preloadModules\(\) \{(?<body>[^}]*)\}/.exec(code)?.groups?.[
      'body'
    ];
    expect(preloaded).toContain('workflows/index.ts');
    expect(preloaded).toContain('workflows/failure-converter.ts');
  });

  it('stays small: a worker keeps one copy a thread', () => {
    // With its source map. A library that strayed in would cost more than a process does.
    expect(code.length).toBeLessThan(2_900_000 + 140_000 * Object.keys(contracts).length);
  });
});

describe('names that cases in flight depend on', () => {
  it('workflow types: every kind of case is served by the default workflow', () => {
    expect(Object.keys(workflows).sort()).toEqual(['default', 'outboxRelay']);
    expect(workflowTypeOf('storeApplication')).toBe('storeApplicationCase');
  });

  it('the actions and notices that every kind has', () => {
    expect(Object.keys(commonActions)).toEqual([
      ...['claimTask', 'releaseTask', 'assignTask', 'delegateTask', 'handBackTask', 'recallTask', 'holderLeft'],
      ...['interestDeclared', 'settleInterest'],
      ...['noticeFailed', 'noticeSettled', 'noticeServed'],
      ...['recordContact', 'recordLetter', 'adoptRules', 'calendarLoaded', 'clockFollowed'],
    ]);
    expect(Object.keys(commonNotices)).toEqual([
      ...['deadlineReminder', 'deadlineMoved', 'valuesChanged', 'taskDelegated', 'taskHandedBack', 'delegationEnded'],
      ...['clockStopped', 'clockRunsAgain'],
    ]);
  });

  it('messages, queues, ids and search attributes of the engine', () => {
    expect([messages.CLOCK_MOVED, messages.FACTS_ARRIVED, messages.ROLL_OVER, messages.GET_STATE]).toEqual([
      ...['clockMoved', 'factsArrived', 'rollOver', 'getState'],
    ]);
    expect(messages.workflowIdOf('app-1')).toBe('case/app-1');
    expect([
      casesQueue('q'),
      noticesQueue('q'),
      relayId('q', 'cases'),
      relayId('q', 'due'),
      relayId('q', 'notices'),
    ]).toEqual(['q', 'q-notices', 'relay/q/cases', 'relay/q/due', 'relay/q/notices']);
    expect(searchAttributes.map(({ name, type }) => [name, type])).toEqual([
      ['CaseKind', 'Keyword'],
      ['CaseRegime', 'Keyword'],
      ['CaseBody', 'Keyword'],
    ]);
  });

  it('activities, which markers of running cases name', () => {
    expect(Object.keys(createActivities({ database: undefined as never }))).toEqual([
      'commit',
      'readState',
      'read',
      'checkInput',
    ]);
  });
});
