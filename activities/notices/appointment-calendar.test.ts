import { expect, it } from 'vitest';
import { everyNotice } from './sample-notices.ts';
import { renderSample } from '../../test/support/render-sample.ts';
import type { Locale } from '../../rules/text.ts';
import { specOf } from './wordings.ts';

/** Unfolded lines of a calendar file (RFC 5545, 3.1), after a check of its line ends and line lengths. */
function linesOf(file: string): string[] {
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return file.replaceAll('\r\n ', '').split('\r\n');
}

/** The properties of the one event, without its alarms, by name; parameters stay with the value. */
function eventOf(file: string): { method: string | undefined; event: Map<string, string>; alarms: number } {
  const lines = linesOf(file);
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  const event = new Map<string, string>();
  const open: string[] = [];
  for (const line of lines.filter((each) => each !== '')) {
    const [, name = '', rest = ''] = /^([A-Z-]+)[:;](.*)$/.exec(line) ?? expect.unreachable(line);
    if (name === 'BEGIN') open.push(rest);
    else if (name === 'END') expect(open.pop()).toBe(rest);
    else if (open.at(-1) === 'VEVENT') event.set(name, rest);
  }
  expect(open).toEqual([]);
  return {
    method: lines.find((line) => line.startsWith('METHOD:'))?.slice(7),
    event,
    alarms: lines.filter((line) => line === 'BEGIN:VALARM').length,
  };
}

async function calendarOf(template: 'interviewNotice' | 'interviewRescheduled' | 'interviewCancelled', locale: Locale) {
  const { attachments } = await renderSample('storeApplication', template, locale, {}, '李晓;"主任"\r\nX-EVIL:1');
  expect(attachments).toHaveLength(1);
  const [file] = attachments;
  if (!file) throw new Error('There is no calendar file.');
  return { file, ...eventOf(file.content) };
}

it.each(['zh-CN', 'en'] as const)(
  'SH-STORE-04.3 the invitation has the time in UTC, place, people and alarms (%s)',
  async (locale) => {
    const { file, method, event, alarms } = await calendarOf('interviewNotice', locale);
    expect(file.filename).toBe('interview.ics');
    expect(file.contentType).toBe('text/calendar; charset=utf-8; method=REQUEST');
    expect(method).toBe('REQUEST');
    // 14:00 to 15:00 in Shanghai
    expect(event.get('DTSTART')).toBe('20250829T060000Z');
    expect(event.get('DTEND')).toBe('20250829T070000Z');
    expect(event.get('LOCATION')).toContain('三楼 302 室');
    expect(event.get('ORGANIZER')).toContain('mailto:notices@example.org');
    expect(event.get('ATTENDEE')?.toLowerCase()).toContain('mailto:li.xiao@example.org');
    expect(event.get('STATUS')).toBe('CONFIRMED');
    expect(event.get('SEQUENCE')).toBe('0');
    expect(event.has('X-EVIL')).toBe(false);
    expect(alarms).toBe(2);
  },
);

it('SH-STORE-05.7 a moved interview keeps the UID and has a higher SEQUENCE', async () => {
  const first = await calendarOf('interviewNotice', 'zh-CN');
  const moved = await calendarOf('interviewRescheduled', 'zh-CN');
  expect(moved.event.get('UID')).toBe(first.event.get('UID'));
  expect(moved.event.get('UID')).toBe('interview-SQ-2025-000127@anjuan');
  expect(Number(moved.event.get('SEQUENCE'))).toBeGreaterThan(Number(first.event.get('SEQUENCE')));
  expect(moved.method).toBe('REQUEST');
  expect(moved.event.get('DTSTART')).toBe('20250905T013000Z');
});

it('a cancelled interview is taken out of the calendar', async () => {
  const first = await calendarOf('interviewNotice', 'en');
  const { file, method, event, alarms } = await calendarOf('interviewCancelled', 'en');
  expect(method).toBe('CANCEL');
  expect(file.contentType).toContain('method=CANCEL');
  expect(event.get('UID')).toBe(first.event.get('UID'));
  expect(event.get('STATUS')).toBe('CANCELLED');
  expect(Number(event.get('SEQUENCE'))).toBeGreaterThan(Number(first.event.get('SEQUENCE')));
  expect(alarms).toBe(0);
});

it('no notice carries a file but those that say so', async () => {
  const others = everyNotice.filter(({ kind, template }) => specOf(kind, template)?.calendar === undefined);
  expect(everyNotice.length - others.length).toBeGreaterThanOrEqual(3);
  for (const { kind, template } of others) {
    const { attachments } = await renderSample(kind, template, 'en');
    expect(attachments, template).toEqual([]);
  }
});

it('the file names the appointment as its notice does', async () => {
  const zh = await calendarOf('interviewNotice', 'zh-CN');
  expect(zh.event.get('SUMMARY')).toContain('线下面审：上海浦江');
  expect(zh.event.get('DESCRIPTION')).toContain('面审要求：');
  const en = await calendarOf('interviewNotice', 'en');
  expect(en.event.get('SUMMARY')).toContain('Offline interview: ');
  expect(en.event.get('DESCRIPTION')).toContain('What is required:');
});
