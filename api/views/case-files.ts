/** The files of a case: what each is, who uploaded it, and for what it is in the case. */
import { z } from 'zod';
import { withoutContent, type StoredFile } from '../files/kept-files.ts';
import { namedFiles } from '../files/named-files.ts';
import { isShownInPlace } from '../files/download.ts';
import { text, type Text } from '../../rules/text.ts';
import { instantOf, type Instant } from '../../rules/time/index.ts';
import { jsonSchemaOf } from '../../workflows/engine/json-schema.ts';
import type { ApiContext } from '../context.ts';
import { instantSchema, textSchema } from '../http/schemas.ts';
import type { Reader } from '../reader.ts';
import { formsOf } from './form-view.ts';
import { namedSchema, namesOf } from './people.ts';
import type { FoundCase } from './read-case.ts';
import { isShown } from './timeline-view.ts';

export const caseFileSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    uploadedAt: instantSchema,
    uploadedBy: namedSchema.nullable().meta({ description: 'For the bodies that handle the case alone' }),
    inPlace: z.boolean().meta({ description: 'Whether our own pages can show it (`inline`): a PDF or a picture' }),
    uses: z
      .array(z.object({ at: instantSchema, title: textSchema.meta({ description: 'For what it was handed in' }) }))
      .meta({ description: 'The earliest first' }),
  })
  .meta({ id: 'CaseFile' });

export type CaseFile = z.infer<typeof caseFileSchema>;

interface Use {
  readonly id: string;
  readonly at: Instant;
  readonly title: Text;
}

/** The files that a reader of the case may have, in the order in which the case came to know them. */
export async function filesOf(context: ApiContext, found: FoundCase, reader: Reader): Promise<CaseFile[]> {
  const { database } = context;
  const { seesAll } = found.standing;
  const used = await usesOf(context, found, reader);
  const ids = [...new Set(used.map(({ id }) => id))];
  const rows = await database.file.findMany({ where: { id: { in: ids } }, select: withoutContent });
  const names = await namesOf(database, seesAll ? rows.map(({ ownerId }) => ownerId) : []);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [fileView(row)];
  });

  function fileView({ id, name, mime, size, sha256, ownerId, createdAt }: StoredFile): CaseFile {
    return {
      ...{ id, name, mediaType: mime, bytes: size, sha256, uploadedAt: instantOf(createdAt.getTime()) },
      uploadedBy: seesAll ? { id: ownerId, name: names.get(ownerId) ?? null } : null,
      inPlace: isShownInPlace(mime),
      uses: used.filter((use) => use.id === id).map(({ at, title }) => ({ at, title })),
    };
  }
}

/** Every place of the case that names a file and that the reader sees, the earliest first. */
async function usesOf({ database, contracts, inputs }: ApiContext, found: FoundCase, reader: Reader): Promise<Use[]> {
  const { row, standing } = found;
  const contract = contracts[row.kind];
  const forms = formsOf(contract, found, reader).flatMap(({ data, schema, version, filedAt }) =>
    namedFiles(data).map(([field, id]) => {
      const of = titleAt(schema ?? {}, field);
      return { id, at: filedAt, title: text(`${of.zh}（第 ${version} 版）`, `${of.en} (version ${version})`) };
    }),
  );
  const lines = standing.onlyFollows
    ? []
    : await database.timelineEvent.findMany({
        where: { caseId: row.id, detail: { path: ['action'], not: '' } },
        orderBy: { seq: 'asc' },
      });
  const steps = lines
    .filter((line) => isShown(contract, line, found))
    .flatMap(({ at, detail }) => {
      const { action = '' } = (detail ?? {}) as { action?: string };
      const input = inputs[row.kind]?.[action];
      const done = contract?.actions[action]?.title ?? text(action, action);
      return namedFiles(detail).map(([field, id]) => {
        const of = titleAt(input === undefined ? {} : jsonSchemaOf(input), field);
        return { id, at: instantOf(at.getTime()), title: text(`${done.zh}：${of.zh}`, `${done.en}: ${of.en}`) };
      });
    });
  const recommended = await database.recommendation.findMany({
    where: { creditCode: row.subject },
    orderBy: { createdAt: 'asc' },
  });
  const letters = recommended.map(({ fileId, department, createdAt }) => ({
    id: fileId,
    at: instantOf(createdAt.getTime()),
    title: text(`推荐函：${department}`, `Recommendation of ${department}`),
  }));
  return [...forms, ...steps, ...letters].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

interface Field {
  readonly 'x-title'?: Text;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Field>>;
  readonly anyOf?: readonly Field[];
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
}

/** What the field at this path is called, or the nearest one around it that has a title. */
function titleAt(schema: object, path: string): Text {
  const root = schema as Field;
  const meant = ({ $ref, ...field }: Field): Field =>
    $ref === undefined ? field : { ...root.$defs?.[$ref.split('/').at(-1) ?? ''], ...field };
  let field = root;
  let title = text('文件', 'File');
  for (const part of path.split('.')) {
    const inside = meant(field);
    const holder = (inside.properties ?? inside.items) ? inside : (inside.anyOf?.map(meant).find(isHolder) ?? inside);
    field = meant((/^\d+$/.test(part) ? holder.items : holder.properties?.[part]) ?? {});
    title = field['x-title'] ?? title;
  }
  return title;
}

function isHolder({ properties, items }: Field): boolean {
  return properties !== undefined || items !== undefined;
}
