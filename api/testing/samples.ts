import { goodFigures } from '../../dev/rehearsal/steps.ts';
import type { Caller } from './caller.ts';

/** Smallest valid files of their types. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const CODES = {
  provider: '91310115MA1K3AB128',
  provider2: '91310104MA1FR2CD85',
  other: '91350100M000100Y43',
} as const;

/** Figures that meet every condition on a day of 2025. */
export const figures = goodFigures;

/** Uploads and answers with the id. */
export async function uploaded(
  caller: Caller,
  name = '营业执照.pdf',
  content: Uint8Array = PDF,
  type = 'application/pdf',
): Promise<string> {
  const answer = await caller.upload(name, content, type);
  if (answer.status !== 201) throw new Error(`Upload failed: ${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as { id: string }).id;
}

/** The body of a complete application; its files are uploaded first. */
export async function application(
  caller: Caller,
  creditCode: string,
  changes: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  return {
    institution: {
      creditCode,
      name: '上海启明企业服务有限公司',
      region: 'SH/PUDONG',
      contactName: '张三',
      contactPhone: '021-55667788',
      contactEmail: 'zhang.san@example.org',
    },
    figures: figures(),
    files: {
      licence: await uploaded(caller),
      creditScreenshot: await uploaded(caller, '信用中国.png', PNG, 'image/png'),
    },
    ...changes,
  };
}
