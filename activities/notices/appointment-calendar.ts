/**
 * The calendar file of an appointment (SH-STORE-04.3; RFC 5545, RFC 5546). Times are written in UTC, so that no mail program needs a
 * zone table; the UID comes from the case and the appointment's name alone, so that a later file with a higher SEQUENCE replaces the
 * entry.
 */
import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { Words } from '../../rules/notices/words.ts';
import type { AppointmentView, NoticeCalendar, NoticeCommon } from '../../rules/notices.ts';
import { epochMs } from '../../rules/time/index.ts';
import type { CalendarFile } from './attachments.ts';
import type { Mailbox } from './mailbox.ts';

export interface AppointmentCalendarInput {
  readonly calendar: NoticeCalendar;
  readonly notice: NoticeCommon;
  readonly appointment: AppointmentView;
  readonly organiser: Mailbox;
  readonly attendee: Mailbox;
  readonly caseUrl: string;
  readonly say: Words;
}

const day = 86_400;
const hour = 3_600;

/** The file that puts an appointment into a calendar, moves it there, or takes it out. */
export function appointmentCalendar(input: AppointmentCalendarInput): CalendarFile {
  const { notice, appointment, organiser, attendee, caseUrl, say } = input;
  const { method, of } = input.calendar;
  const zh = say.locale === 'zh-CN';
  const cancelled = method === 'CANCEL';
  const summary = `${say.of(input.calendar.title)}${zh ? '：' : ': '}${notice.institution}`;
  const start = epochMs(appointment.at);
  const file = ical({
    prodId: { company: 'Anjuan', product: 'Anjuan', language: zh ? 'ZH' : 'EN' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = file.createEvent({
    id: appointmentUid(notice.caseId, of),
    sequence: appointment.sequence,
    stamp: new Date(epochMs(notice.plannedAt)),
    start: new Date(start),
    end: new Date(start + appointment.minutes * 60_000),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary,
    location: oneLine(appointment.place),
    description: description(input),
    url: caseUrl,
    organizer: { name: nameParameter(organiser.name ?? organiser.address), email: organiser.address },
    attendees: [
      {
        name: nameParameter(attendee.name ?? attendee.address),
        email: attendee.address,
        role: ICalAttendeeRole.REQ,
        type: ICalAttendeeType.INDIVIDUAL,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
  });
  if (!cancelled) {
    for (const triggerBefore of [day, hour]) {
      event.createAlarm({ type: ICalAlarmType.display, triggerBefore, description: summary });
    }
  }
  return {
    filename: `${of}.ics`,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: file.toString(),
    method,
  };
}

/** The UID of the one entry that a case's appointments under a name have. */
export function appointmentUid(caseId: string, name: string): string {
  return `${name}-${encodeURIComponent(caseId)}@anjuan`;
}

function description({ calendar, notice, appointment, say, caseUrl }: AppointmentCalendarInput): string {
  const { requirements, originals, contact } = appointment;
  const zh = say.locale === 'zh-CN';
  const part = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [title, ...items.map((item) => `- ${item}`)];
  return [
    zh ? `案号：${notice.caseNumber}` : `Case number: ${notice.caseNumber}`,
    ...part(`${say.of(calendar.demands)}${zh ? '：' : ':'}`, say.all(requirements)),
    ...part(zh ? '请携带原件：' : 'Originals to bring:', say.all(originals)),
    ...(contact ? [zh ? `联系方式：${contact}` : `Contact: ${contact}`] : []),
    caseUrl,
  ].join('\n');
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** A name for a CN parameter, where a double quote has no way to be written (RFC 5545, 3.2). */
function nameParameter(name: string): string {
  return oneLine(name).replace(/["\\]/g, '’');
}
