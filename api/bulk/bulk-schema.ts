/** A bulk decision as it is asked for and as it is told. */
import { z } from 'zod';
import { bilingual } from '../../rules/bilingual.ts';
import { instantSchema, idSchema, line, textSchema } from '../http/schemas.ts';

/** Cases that can be decided in one go. */
export const MOST_CASES = 500;

/** Minutes for which a bulk decision can be taken back unless its owner says otherwise, and at most. */
const WAIT = { usual: 5, most: 60 } as const;

const selection = z
  .array(
    z.strictObject({
      caseId: idSchema,
      revision: z.int().min(1).meta({ description: 'The revision of the case as it was seen' }),
      entry: z.int().min(1).optional().meta({ description: 'Entry of the task, where the action is about a task' }),
    }),
  )
  .min(1)
  .max(MOST_CASES)
  .refine(
    (items) => new Set(items.map(({ caseId }) => caseId)).size === items.length,
    bilingual('同一案件只能选择一次。', 'must not name a case twice'),
  )
  .meta({ description: 'The cases, each as it was seen: nothing else is touched' });

export const asked = z.strictObject({
  action: line(60).meta({ description: 'Name of an action, the same in every case' }),
  input: z.record(z.string(), z.unknown()).default({}).meta({
    description: 'What the action takes, the same in every case; without files, which are given case by case',
  }),
  items: selection,
});

export const askedToDo = asked.extend({
  waitMinutes: z.int().min(0).max(WAIT.most).default(WAIT.usual).meta({
    description:
      'For how long it can be taken back before it is carried out; shorter where a deadline of one of the cases ends before that',
  }),
});

export type Asked = z.output<typeof asked>;
export type Selected = Asked['items'][number];

const refusalSchema = z
  .object({
    code: z.string(),
    message: textSchema,
    facts: z.record(z.string(), z.unknown()).nullable(),
    errors: z.array(z.object({ field: z.string(), message: textSchema })),
  })
  .meta({ id: 'BulkRefusal' });

export type BulkRefusal = z.infer<typeof refusalSchema>;

/** A case as people name it. */
const namedCaseSchema = z
  .object({ number: z.string(), title: z.string() })
  .nullable()
  .meta({ description: 'Null where the reader may not read the case' });

export type NamedCase = NonNullable<z.infer<typeof namedCaseSchema>>;

/** What would become of one case. */
export const previewItemSchema = z
  .object({
    caseId: z.string(),
    case: namedCaseSchema,
    result: z.enum(['WOULD_BE_DONE', 'STALE', 'REFUSED']),
    refusal: refusalSchema.nullable().meta({ description: 'Why not' }),
    stage: z.string().nullable().meta({ description: 'The stage that the case would be in' }),
    stageTitle: textSchema.nullable(),
    moves: z.boolean().meta({ description: 'Whether that is another stage than the one it is in' }),
    closes: z.boolean(),
    notices: z
      .array(z.object({ template: z.string(), title: textSchema, recipients: z.int() }))
      .meta({ description: 'Notices that would go out, and to how many' }),
    deadlines: z
      .array(
        z.object({
          name: z.string(),
          title: textSchema,
          status: z.enum(['OPEN', 'PAUSED', 'MET', 'PASSED', 'CANCELLED']),
          lastDay: z.string().nullable(),
          isOver: z.boolean().meta({ description: 'Whether it is open and would be over already' }),
        }),
      )
      .meta({ description: 'Deadlines that would begin, end, stop or move' }),
    opens: z.array(z.object({ kind: z.string(), title: textSchema })).meta({ description: 'Cases it would open' }),
  })
  .meta({ id: 'BulkPreviewItem' });

export type PreviewItem = z.infer<typeof previewItemSchema>;

const ITEM_STATUSES = ['WAITING', 'DONE', 'STALE', 'REFUSED', 'CANCELLED', 'FAILED'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

export const countsSchema = z
  .object({
    waiting: z.int(),
    done: z.int(),
    stale: z.int(),
    refused: z.int(),
    cancelled: z.int(),
    failed: z.int(),
  })
  .meta({ id: 'BulkCounts' });

const headShape = {
  id: z.string(),
  action: z.string(),
  actionTitle: textSchema,
  createdAt: instantSchema,
  runsAt: instantSchema.meta({
    description: 'Real time from which it is carried out; until then it can be taken back',
  }),
  status: z
    .enum(['WAITING', 'RUNNING', 'ENDED'])
    .meta({ description: 'WAITING while nothing of it is done; ENDED when there is a result for every case' }),
  counts: countsSchema,
};

export const bulkHeadSchema = z.object(headShape).meta({ id: 'BulkDecisionHead' });

export const bulkSchema = z
  .object({
    ...headShape,
    items: z
      .array(
        z.object({
          caseId: z.string(),
          case: namedCaseSchema,
          seenRevision: z.int(),
          status: z.enum(ITEM_STATUSES).meta({
            description: 'STALE: it had moved on since it was seen and was left as it is; FAILED: by a fault of ours',
          }),
          revision: z.int().nullable().meta({ description: 'The revision that it made' }),
          refusal: refusalSchema.nullable(),
          endedAt: instantSchema.nullable(),
        }),
      )
      .meta({ description: 'In the order chosen' }),
  })
  .meta({ id: 'BulkDecision' });
