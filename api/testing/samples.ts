import type { ApplicationFigures } from '../../rules/sh-store/form.ts';
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
export function figures(changes: Partial<ApplicationFigures> = {}): ApplicationFigures {
  return {
    orgType: 'COMPANY',
    legalPerson: true,
    hasQualification: true,
    abilityText: null,
    establishedOn: '2015-03-01',
    registeredCapital: 1_000_000,
    revenue: 8_000_000,
    netProfit: 600_000,
    fiscalYear: 2024,
    smesServed: 150,
    enterprisesServed: 180,
    fullTimeStaff: 20,
    degreeOnly: 12,
    titleOnly: 2,
    degreeAndTitle: 3,
    area: 260,
    fixedPremises: true,
    equipment: '办公电脑 30 台',
    discountPolicy: '小微企业八折',
    systems: { management: true, serviceFlow: true, fees: true, qualityAssurance: true },
    penalties: [],
    underInvestigation: false,
    goodFaith: true,
    contribution: null,
    awards: [],
    ...changes,
  };
}

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
