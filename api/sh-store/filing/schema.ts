/** What an application is filed with (SH-STORE-03). */
import { z } from 'zod';
import { regionTitles } from '../../../rules/sh-store/districts.ts';
import { applicationFigures } from '../../../workflows/sh-store/store-application/figures-schema.ts';
import { filedFiles } from '../../../workflows/sh-store/store-application/files-schema.ts';
import {
  institutionFields,
  mainShareholders,
} from '../../../workflows/sh-store/store-application/institution-schema.ts';
import { bilingual } from '../../http/faults.ts';
import { routeTitles } from '../../../rules/sh-store/routes.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../../workflows/engine/choice.ts';
import { neededBySome, refersTo, titled } from '../../../workflows/engine/titled.ts';
import { creditCodeSchema, idSchema } from '../../http/schemas.ts';

/** Where an institution is; cases go to the body that covers it. */
export const regionSchema = titled(
  refersTo(
    choice(regionTitles, bilingual('请选择上海市或其所辖的区。', 'choose Shanghai or one of its districts')),
    'region',
  ),
  '所属区域',
  'Region',
  text('上海市或者所在的区。', 'The city or a district of it.'),
).meta({ example: 'SH/PUDONG' });

export const institutionSchema = z.strictObject({
  creditCode: creditCodeSchema,
  region: regionSchema,
  ...institutionFields,
});

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

const recommendationId = titled(
  refersTo(idSchema.optional(), 'recommendation'),
  '推荐函',
  'Letter of recommendation',
  text(
    '所依据的推荐函；不填则为本机构最近的一份。',
    'The letter to rely on; without it the latest for the institution.',
  ),
);
const invitationId = titled(
  refersTo(idSchema.optional(), 'case', 'storeInvitation'),
  '邀约',
  'Invitation',
  text('邀约途径所依据的邀约案件。', 'The case of the invitation that the application relies on.'),
);
const figures = titled(applicationFigures, '经营数据', 'Figures');

export const filingSchema = z
  .strictObject({
    route: titled(choice(routeTitles).default('STANDARD'), '准入途径', 'Route'),
    institution: titled(institutionSchema, '机构信息', 'Institution'),
    figures,
    files: titled(
      z.strictObject({
        ...filedFiles,
        licence: neededBySome(filedFiles.licence).optional(),
        practiceLicence: neededBySome(filedFiles.practiceLicence).optional(),
        qualifications: filedFiles.qualifications.default([]),
      }),
      '申请材料',
      'Files',
    ),
    recommendationId,
    invitationId,
    mainShareholders: mainShareholders.default([]),
    draftId: titled(
      refersTo(idSchema.optional(), 'draft'),
      '草稿',
      'Draft',
      text('提交后删除的草稿。', 'A draft to throw away once this is filed.'),
    ),
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
  });

export type Filing = z.output<typeof filingSchema>;

/** What `check` takes: the figures, and what bears on the routes. */
export const checkSchema = z.strictObject({
  creditCode: creditCodeSchema.optional(),
  figures,
  recommendationId,
  invitationId,
});
