/** A report of a member as lists show it (AH-EVAL-04). */
import { z } from 'zod';
import type { ReportRow } from '../../../prisma/ah/reports.ts';
import {
  examinations,
  kindOfReport,
  periodInWords,
  reportKinds,
  reportStatuses,
  type ReportKind,
  type ReportStatus,
} from '../../../rules/ah/reports.ts';
import { endOfDay, remainingWorkingDays, type CalendarData, type Instant } from '../../../rules/time/index.ts';
import { instantSchema, daySchema, textSchema } from '../../http/schemas.ts';
import { memberSchema, memberView } from './member-schema.ts';

const statuses = Object.keys(reportStatuses) as [ReportStatus, ...ReportStatus[]];
const kinds = Object.keys(reportKinds) as [ReportKind, ...ReportKind[]];

export const reportSchema = z
  .object({
    member: memberSchema,
    period: z.string().meta({ description: 'A month, `2025-09`, or a year, `2025`' }),
    periodTitle: textSchema,
    kind: z.enum(kinds),
    kindTitle: textSchema,
    dueOn: daySchema,
    status: z.enum(statuses),
    statusTitle: textSchema,
    submittedAt: instantSchema
      .nullable()
      .meta({ description: 'When it came first: this decides whether it was in time' }),
    examined: z.string().nullable(),
    examinedTitle: textSchema.nullable(),
    workingDaysLeft: z
      .int()
      .nullable()
      .meta({ description: '0 on the last day, negative when overdue; null once it has come' }),
    overdue: z.boolean().meta({ description: 'Has not come, and its last day is over' }),
    caseId: z.string().nullable().meta({ description: 'The case of its reports; null to who may not open it' }),
  })
  .meta({ id: 'NetworkReport' });

/** A report without whose it is. */
export const reportCellSchema = reportSchema.omit({ member: true, caseId: true }).meta({ id: 'NetworkReportCell' });

interface SeenAt {
  readonly now: Instant;
  readonly calendar: CalendarData;
}

/** {@link reportCellSchema} */
export function reportCell({ period, report }: Pick<ReportRow, 'period' | 'report'>, { now, calendar }: SeenAt) {
  const { dueOn, status, submittedAt, examined } = report;
  const kind = kindOfReport(period);
  const dueAt = endOfDay(dueOn);
  const isOpen = submittedAt === null;
  return {
    ...{ period, periodTitle: periodInWords(period), kind, kindTitle: reportKinds[kind].title },
    ...{ dueOn, status, statusTitle: reportStatuses[status], submittedAt },
    ...{ examined, examinedTitle: examined === null ? null : examinations[examined] },
    workingDaysLeft: isOpen ? remainingWorkingDays(calendar, now, dueAt) : null,
    overdue: isOpen && dueAt <= now,
  };
}

/** {@link reportSchema} @param openable cases that the reader may open */
export function reportView(
  row: Omit<ReportRow, 'submitted'>,
  { openable, ...at }: SeenAt & { readonly openable: ReadonlySet<string> },
) {
  return { member: memberView(row), ...reportCell(row, at), caseId: openable.has(row.caseId) ? row.caseId : null };
}
