/** What an institution enters the assessment with, as the examination and the scenarios file it: complete, with its files uploaded. */
import { filing } from '../../rules/sh-eval/filing.fixture.ts';
import type { AssessmentFiling } from '../../rules/sh-eval/form.ts';
import type { CategoryCode } from '../../rules/sh-eval/categories.ts';
import { docx, DOCX } from '../../api/testing/office-samples.ts';
import type { ApiClient } from './api-client.ts';
import { samples } from './steps.ts';

export interface Entering {
  /** The assessed year. */
  readonly year: number;
  readonly creditCode: string;
  readonly name: string;
  readonly category: CategoryCode;
  /** District of its registration. */
  readonly registeredIn: string;
  readonly email: string;
  /** Whether it is on the list of the year before, and says so. */
  readonly recognised?: boolean;
}

/** The body of a complete entry; each scan is one file here, whatever it shows. */
export async function entryBody(
  client: ApiClient,
  { year, registeredIn, email, recognised = false, ...overview }: Entering,
) {
  const scan = await client.upload('证明材料扫描件.jpg', samples.jpg, 'image/jpeg');
  const pdf = await client.upload('自评报告正文.pdf', samples.pdf, 'application/pdf');
  const word = await client.upload('自评报告正文.docx', docx(), DOCX);
  const inYear = JSON.parse(
    JSON.stringify(filing())
      .replaceAll('"2020-', `"${year}-`)
      .replaceAll('"2019-', `"${year - 1}-`),
  ) as AssessmentFiling;
  const { report, declaration, materials } = inYear;
  return {
    ...{ year, basis: recognised ? 'RECOGNISED' : 'NEW', registeredIn },
    report: {
      ...report,
      filledOn: `${year}-04-30`,
      overview: {
        ...report.overview,
        ...overview,
        ...(recognised ? {} : { recognition: 'FIRST_TIME', firstRecognisedOn: null }),
        contact: { ...report.overview.contact, email },
      },
    },
    declaration,
    materials: {
      ...materials,
      ...{
        licence: [scan],
        honours: [scan],
        recognition: recognised ? [scan] : [],
        fees: [scan],
        premises: [scan],
        equipment: [scan],
      },
      report: { pdf, word, sealing: 'E_SEAL' },
      staff: { slips: [scan], copies: Array.from({ length: 14 }, () => scan), people: 14 },
      projects: [scan],
      agreements: materials.agreements.map((agreement) => ({ ...agreement, until: null, fileIds: [scan] })),
      accounts: [year, year - 1].map((of) => ({ year: of, kind: 'STATEMENTS', fileIds: [scan] })),
      commitment: { ...materials.commitment, fileId: scan },
    },
  };
}
