/** Whether the materials of an entry are complete (SH-EVAL-04, 13.3, 13.4). */
import { isFilled, text, type Text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import { shEvalValues } from './config.ts';
import { honourCounts, isDated, type EntryCase } from './form-check.ts';
import type { Honour, Overview } from './form.ts';
import {
  materialKeys,
  materials,
  numbered,
  type Agreement,
  type FiledMaterials,
  type MaterialKey,
} from './materials.ts';
import { issue, type Issue } from './issue.ts';
import { distinctServed, readServedList } from './served-list.ts';

/** How a line of the checklist stands; ITEM_RETURNED is the district's word on it and not known here. */
export interface MaterialState {
  readonly key: MaterialKey;
  readonly material: number | null;
  readonly attachment: number | null;
  readonly state: 'ITEM_FILED' | 'ITEM_MISSING' | 'ITEM_NOT_APPLICABLE';
  /** What is missing in it; empty unless the state is ITEM_MISSING. */
  readonly lacking: readonly Text[];
}

/** What of a filing the checklist follows from. */
export interface ChecklistFiling {
  readonly report: {
    readonly overview: Pick<Overview, 'recognition' | 'establishedOn' | 'fullTimeStaff'>;
    readonly honours: readonly Honour[];
    readonly systems: { readonly certified: boolean };
  };
  readonly materials: FiledMaterials;
}

interface Asked {
  /** Requirement, without its regime. */
  readonly requirement: string;
  readonly applies: boolean;
  readonly lacking: readonly Text[];
}

/** Each line of the checklist with how it stands. */
export function materialStates(filing: ChecklistFiling, given: EntryCase): MaterialState[] {
  return materialKeys.map((key) => {
    const { material, attachment } = materials[key];
    const { applies, lacking } = asked[key](filing, given);
    if (!applies) return { key, material, attachment, state: 'ITEM_NOT_APPLICABLE', lacking: [] };
    return { key, material, attachment, state: lacking.length > 0 ? 'ITEM_MISSING' : 'ITEM_FILED', lacking };
  });
}

/** What is missing, each item by both of its numbers; empty when the materials are complete. Fields are paths into the filing. */
export function missingMaterials(filing: ChecklistFiling, given: EntryCase): Issue[] {
  return materialKeys.flatMap((key) => {
    const { requirement, applies, lacking } = asked[key](filing, given);
    if (!applies) return [];
    const name = numbered(materials[key]);
    return lacking.map(({ zh, en }) =>
      issue(`materials.${key}`, requirement, `${name.zh}：${zh}`, `${upper(name.en)}: ${en}`),
    );
  });
}

/** The cooperation agreements that are in force on a Shanghai day; the first and the last day belong to it (SH-EVAL-04.4). */
export function inForce(agreements: readonly Agreement[], on: Day): Agreement[] {
  return agreements.filter(({ from, until }) => from <= on && (until === null || on <= until));
}

/** How many institutions have an agreement in force; one institution counts once (SH-EVAL-02.11, 04.4). */
export function partnersInForce(agreements: readonly Agreement[], on: Day): number {
  return new Set(inForce(agreements, on).map(({ partner }) => partner)).size;
}

/** The calendar years of which accounts are filed, the latest first (SH-EVAL-04.6, A-45, A-47). */
export function accountYears({ report }: ChecklistFiling, { year, values = shEvalValues() }: EntryCase): number[] {
  const { recognition, establishedOn } = report.overview;
  if (recognition === 'RECOGNISED') return [year];
  const all = Array.from({ length: values['materials.accountYears'] }, (_, back) => year - back);
  if (values['assessment.youngApplicant'] === 'ALL_YEARS') return all;
  return all.filter((one) => one >= Number(establishedOn.slice(0, 4)));
}

/** Whether a new applicant is younger than the years that accounts are asked of: it files those since its founding, with a note. */
export function isYoung({ report }: ChecklistFiling, { year, values = shEvalValues() }: EntryCase): boolean {
  const { recognition, establishedOn } = report.overview;
  const first = year - values['materials.accountYears'] + 1;
  return recognition === 'FIRST_TIME' && establishedOn > `${first}-01-01`;
}

const none = text('未提供', 'not filed');

const asked: Readonly<Record<MaterialKey, (filing: ChecklistFiling, given: EntryCase) => Asked>> = {
  report: ({ materials: { report } }) => ({
    requirement: report.pdf === null && report.word === null ? '05.1' : '13.3',
    applies: true,
    lacking: [
      ...(report.pdf === null ? [text('缺少 PDF 格式的正文', 'the body as PDF is missing')] : []),
      ...(report.word === null ? [text('缺少 Word 格式的正文', 'the body as Word is missing')] : []),
      ...(report.pdf !== null && report.sealing === null
        ? [
            text(
              '请注明 PDF 加盖了电子公章，或者系打印盖章后整份扫描',
              'state whether the PDF bears the electronic seal or is a scan of the sealed print',
            ),
          ]
        : []),
    ],
  }),
  licence: (filing) => files('04.1', filing.materials.licence),
  honours: (filing, given) => {
    const counted = filing.report.honours.some((honour) => isDated(honour) && honourCounts(honour, given));
    return files('04.8', filing.materials.honours, counted);
  },
  recognition: (filing) =>
    files('04.1', filing.materials.recognition, filing.report.overview.recognition === 'RECOGNISED'),
  fees: ({ materials: { fees, feeExplanation } }) => ({
    requirement: '04.9',
    applies: true,
    lacking:
      fees.length + feeExplanation.length > 0
        ? []
        : [
            text(
              '请提供收费标准，没有收费标准的提供说明',
              'file the fee standard or, if there is none, an explanation',
            ),
          ],
  }),
  premises: (filing) => files('04.1', filing.materials.premises),
  staff,
  equipment: (filing) => files('04.1', filing.materials.equipment),
  projects: (filing) =>
    files(
      '04.1',
      filing.materials.projects,
      filing.report.honours.some(({ kind }) => kind === 'PROJECT'),
    ),
  agreements: cooperation,
  accounts,
  served,
  commitment: ({ materials: { commitment } }) => ({
    requirement: '04.11',
    applies: true,
    lacking: [
      ...(commitment.fileId === null ? [none] : []),
      ...(commitment.officialSeal ? [] : [text('须加盖单位公章', 'it must bear the official seal')]),
      ...(commitment.representativeSeal
        ? []
        : [text('须有法人签章', 'it must bear the seal of the legal representative')]),
    ],
  }),
  certification: (filing) => files('12.8', filing.materials.certification, filing.report.systems.certified),
  benefitAudit: (filing) => files('04.10', filing.materials.benefitAudit, filing.materials.hasBenefitAudit),
};

function files(requirement: string, fileIds: readonly string[], applies = true): Asked {
  return { requirement, applies, lacking: fileIds.length > 0 ? [] : [none] };
}

/** A copy is of one person: people without a copy do not count, nor do two copies of one (SH-EVAL-04.7). */
function staff(
  { report, materials: { staff: filed } }: ChecklistFiling,
  { values = shEvalValues() }: EntryCase,
): Asked {
  const share = values['materials.staffCopiesShare'];
  const all = report.overview.fullTimeStaff;
  const covered = Math.min(filed.people, filed.copies.length);
  const least = Math.ceil((share * all) / 100);
  return {
    requirement: '04.7',
    applies: true,
    lacking: [
      ...(filed.slips.length > 0
        ? []
        : [text('缺少显示缴费人员姓名的社保缴费单', 'the social-insurance slips with names are missing')]),
      ...(covered * 100 >= share * all
        ? []
        : [
            text(
              `专职人员 ${all} 人，须提供不少于 ${share}%（${least} 人）的学历、职称或资格证书，现为 ${covered} 人`,
              `of ${all} full-time staff at least ${share}% (${least}) need a copy of a degree, title or licence; there are ${covered}`,
            ),
          ]),
    ],
  };
}

function cooperation(filing: ChecklistFiling, { submittedOn, values = shEvalValues() }: EntryCase): Asked {
  const least = values['materials.agreements'];
  const all = filing.materials.agreements;
  const valid = partnersInForce(
    all.filter(({ fileIds }) => fileIds.length > 0),
    submittedOn,
  );
  return {
    requirement: '04.4',
    applies: true,
    lacking:
      valid >= least
        ? []
        : [
            text(
              `须有不少于 ${least} 家在申报日（${submittedOn}）有效的协议，现为 ${valid} 家`,
              `at least ${least} agreements in force on the day of submission, ${submittedOn}, are needed; there are ${valid}`,
            ),
          ],
  };
}

function accounts(filing: ChecklistFiling, given: EntryCase): Asked {
  const filed = new Set(filing.materials.accounts.filter(({ fileIds }) => fileIds.length > 0).map(({ year }) => year));
  const needed = accountYears(filing, given);
  const noted = !isYoung(filing, given) || isFilled(filing.materials.accountsNote);
  const rule = given.values ?? shEvalValues();
  return {
    requirement: '04.6',
    applies: true,
    lacking: [
      ...needed
        .filter((year) => !filed.has(year))
        .map((year) =>
          text(`缺少 ${year} 年的审计报告或财务报表`, `the audit report or statements of ${year} are missing`),
        ),
      ...(noted || rule['assessment.youngApplicant'] === 'ALL_YEARS'
        ? []
        : [
            text(
              '成立不满规定年数，请说明提供的是成立以来的报告',
              'the institution is younger than the years asked for: say in a note that the reports are those since its founding',
            ),
          ]),
    ],
  };
}

function served({ materials: { served: filed } }: ChecklistFiling, { values = shEvalValues() }: EntryCase): Asked {
  const least = values['materials.servedListed'];
  const count = distinctServed(filed.list);
  const { unreadable } = readServedList(filed.list);
  return {
    requirement: '04.5',
    applies: true,
    lacking: [
      ...(unreadable.length > 0
        ? [
            text(
              `第 ${unreadable.join('、')} 行缺少名称或有效的统一社会信用代码`,
              `line ${unreadable.join(', ')} lacks a name or a credit code that can exist`,
            ),
          ]
        : []),
      ...(count >= least
        ? []
        : [
            text(
              `须有不少于 ${least} 家企业，信用代码相同的只计一家，现为 ${count} 家`,
              `at least ${least} enterprises are needed, one with the same credit code counting once; there are ${count}`,
            ),
          ]),
    ],
  };
}

function upper(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
