import { defaultPayloadConverter } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import { at, PaperCase, people, sampleProcess } from '../../test/support/engine-samples.ts';
import { wakeAt, type CaseState } from './state.ts';

describe('the state of a case', () => {
  it('XC-05.6 survives JSON and Temporal’s own converter unchanged: no dates, maps, sets or undefined', () => {
    const onPaper = new PaperCase(sampleProcess, { helper: 'helper' }, { openedAt: at('2026-12-25 10:00') });
    onPaper.act('assignTask', people.manager, { task: 'loadCalendar', to: 'admin' }, at('2026-12-25 11:00'));
    onPaper.act('rest', people.reviewer, {}, at('2026-12-25 12:00'));
    const { state } = onPaper;
    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
    const converted: CaseState = defaultPayloadConverter.fromPayload(defaultPayloadConverter.toPayload(state));
    expect(converted).toStrictEqual(state);
  });

  it('carries no names, addresses or letters of persons: ids, dates and figures only', () => {
    expect(JSON.stringify(new PaperCase(sampleProcess).state)).not.toMatch(/@|有限公司|姓名/);
  });

  it('stays small enough to travel with every step', () => {
    const bytes = Buffer.byteLength(JSON.stringify(new PaperCase(sampleProcess).state));
    expect(bytes).toBeLessThan(12_000);
  });
});

describe('when a case wakes', () => {
  it('wakes at its nearest reminder or deadline', () => {
    const onPaper = new PaperCase(sampleProcess);
    expect(wakeAt(onPaper.state)).toBe(at('2025-09-30 09:00'));
    onPaper.liveUntil(at('2025-09-30 09:00'));
    expect(wakeAt(onPaper.state)).toBe(at('2025-10-10 09:00'));
    onPaper.act('handIn', people.provider, { note: 'x' }, at('2025-09-30 10:00'));
    expect(wakeAt(onPaper.state)).toBe(at('2025-10-11 00:00'));
  });

  it('does not wake for a deadline that rests', () => {
    const onPaper = new PaperCase(sampleProcess);
    onPaper.act('rest', people.reviewer, {}, at('2025-09-29 10:00'));
    expect(wakeAt(onPaper.state)).toBe(at('2025-10-11 00:00'));
    expect(
      wakeAt({ ...onPaper.state, deadlines: onPaper.state.deadlines.filter(({ name }) => name === 'duty') }),
    ).toBeNull();
  });

  it('does not wake once it is closed', () => {
    const onPaper = new PaperCase(sampleProcess);
    expect(wakeAt({ ...onPaper.state, closedAt: at('2025-09-27 00:00') })).toBeNull();
  });
});
