/** What an application is filed with (SH-STORE-03). */
import { z } from 'zod';
import { DISTRICTS } from '../../../rules/sh-store/districts.ts';
import { applicationFigures } from '../../../workflows/sh-store/store-application/figures-schema.ts';
import {
  institutionFields,
  mainShareholder,
} from '../../../workflows/sh-store/store-application/institution-schema.ts';
import { bilingual } from '../../http/faults.ts';
import { routeTitles } from '../../../rules/sh-store/routes.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { creditCodeSchema, idSchema } from '../../http/schemas.ts';

/** Where an institution is; cases go to the body that covers it. */
export const regionSchema = z
  .string()
  .refine(
    (value) => value === 'SH' || DISTRICTS.includes(value),
    bilingual('应为上海市或其区，例如 SH/PUDONG。', 'must be SH or one of its districts, e.g. SH/PUDONG'),
  )
  .meta({ description: 'Region path', example: 'SH/PUDONG' });

export const institutionSchema = z
  .strictObject({
    creditCode: creditCodeSchema,
    region: regionSchema,
    ...institutionFields,
  })
  .meta({ id: 'Institution' });

export type Institution = z.infer<typeof institutionSchema>;

/** A form may be wrong elsewhere, too, and is told of everything at once: nothing of it is certain here. */
const always = () => true;
type Unchecked = Partial<Record<string, Partial<Record<string, unknown>>>> | null;

function isLawFirm(filing: unknown): boolean {
  return (filing as Unchecked)?.['figures']?.['orgType'] === 'LAW_FIRM';
}

function hasFile(filing: unknown, name: string): boolean {
  return (filing as Unchecked)?.['files']?.[name] !== undefined;
}

export const filingSchema = z
  .strictObject({
    route: choice(routeTitles).default('STANDARD'),
    institution: institutionSchema,
    figures: applicationFigures,
    files: z.strictObject({
      licence: idSchema
        .optional()
        .meta({ description: 'Scan of the business licence; mandatory except for a law firm (SH-STORE-03.2)' }),
      creditScreenshot: idSchema.meta({
        description: 'Screenshot of the record on Credit China; mandatory (SH-STORE-03.5)',
      }),
      practiceLicence: idSchema.optional().meta({
        description: 'Practice licence; mandatory for a law firm, in place of the business licence (SH-STORE-03.2)',
      }),
      qualifications: z.array(idSchema).max(20).default([]).meta({ description: 'If there are any (SH-STORE-03.3)' }),
    }),
    recommendationId: idSchema
      .optional()
      .meta({ description: 'The letter to rely on; without it the latest for the institution' }),
    invitationId: idSchema.optional().meta({ description: 'Case id of the invitation' }),
    mainShareholders: z.array(mainShareholder).max(50).default([]),
    draftId: idSchema.optional().meta({ description: 'A draft to throw away once this is filed' }),
  })
  .refine((filing) => isLawFirm(filing) || hasFile(filing, 'licence'), {
    path: ['files', 'licence'],
    error: bilingual('请上传营业执照扫描件。', 'upload the scan of the business licence'),
    when: always,
  })
  .refine((filing) => !isLawFirm(filing) || hasFile(filing, 'practiceLicence'), {
    path: ['files', 'practiceLicence'],
    error: bilingual('律师事务所须上传执业许可证。', 'a law firm uploads its practice licence'),
    when: always,
  })
  .meta({ id: 'StoreApplication' });

export type Filing = z.output<typeof filingSchema>;

/** What `check` takes: the figures, and what bears on the routes. */
export const checkSchema = z.strictObject({
  creditCode: creditCodeSchema.optional(),
  figures: applicationFigures,
  recommendationId: idSchema.optional(),
  invitationId: idSchema.optional(),
});
