import { z } from 'zod';
import { PROBLEM_STATUS, type ProblemCode } from './problem.ts';
import { textSchema } from './schemas.ts';

/** Schema of a {@link Problem}, for the document. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'URI of the kind of problem, `urn:anjuan:problem:<code>`.' }),
    title: z.string().meta({ description: 'What it is about, in the language of the reader.' }),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong and what to do, in the language of the reader.' }),
    code: z.enum(Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]]),
    message: textSchema,
    errors: z
      .array(z.object({ field: z.string(), message: textSchema }))
      .optional()
      .meta({ description: 'Each field that is wrong.' }),
    facts: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'Facts to act on, e.g. the id of the open case.' }),
    instance: z.string().meta({ description: 'URI of this occurrence; its end is the X-Request-Id in the logs.' }),
  })
  .meta({ id: 'Problem' });
