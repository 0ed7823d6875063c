/**
 * The calendar file of an interview (SH-STORE-04.3; RFC 5545, RFC 5546). Times are written in UTC, so that no mail program
 * needs a zone table; the UID comes from the case alone, so that a later file with a higher SEQUENCE replaces the entry.
 */
import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { InterviewView, NoticeCommon } from '../../rules/notices.ts';
import { epochMs } from '../../rules/time/index.ts';
import type { Mailbox } from './mailbox.ts';
import type { Words } from './words.ts';

/** A rendered attachment, stored with its notice. `content` is text. */
export interface NoticeAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
  /** For a calendar file: what it asks of the recipient's calendar. */
  readonly method?: CalendarMethod;
}

export type CalendarMethod = 'REQUEST' | 'CANCEL';

export interface InterviewCalendarInput {
  readonly method: CalendarMethod;
  readonly notice: NoticeCommon & { readonly interview: InterviewView };
  readonly organiser: Mailbox;
  readonly attendee: Mailbox;
  readonly caseUrl: string;
  readonly say: Words;
}

const day = 86_400;
const hour = 3_600;

/** The file that puts an interview into a calendar, moves it there, or takes it out. */
export function interviewCalendar(input: InterviewCalendarInput): NoticeAttachment {
  const { method, notice, organiser, attendee, caseUrl, say } = input;
  const { interview } = notice;
  const zh = say.locale === 'zh-CN';
  const cancelled = method === 'CANCEL';
  const summary = zh ? `线下面审：${notice.institution}` : `Offline interview: ${notice.institution}`;
  const start = epochMs(interview.at);
  const calendar = ical({
    prodId: { company: 'Anjuan', product: 'Anjuan', language: zh ? 'ZH' : 'EN' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = calendar.createEvent({
    id: interviewUid(notice.caseId),
    sequence: interview.sequence,
    stamp: new Date(epochMs(notice.plannedAt)),
    start: new Date(start),
    end: new Date(start + interview.minutes * 60_000),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary,
    location: oneLine(interview.place),
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
    filename: 'interview.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: calendar.toString(),
    method,
  };
}

/** The UID of the one interview entry of a case, whatever becomes of its appointment. */
export function interviewUid(caseId: string): string {
  return `interview-${encodeURIComponent(caseId)}@anjuan`;
}

function description({ notice, say, caseUrl }: InterviewCalendarInput): string {
  const { requirements, originals, contact } = notice.interview;
  const zh = say.locale === 'zh-CN';
  const part = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [title, ...items.map((item) => `- ${item}`)];
  return [
    zh ? `案号：${notice.caseId}` : `Case number: ${notice.caseId}`,
    ...part(zh ? '面审要求：' : 'What is required:', say.all(requirements)),
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
