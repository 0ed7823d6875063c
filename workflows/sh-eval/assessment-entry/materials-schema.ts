/** The materials of an entry as an input schema (tables 4.9, 4.10). Not for workflow code. */
import { z } from 'zod';
import { accountTitles, materials, sealingTitles, type FiledMaterials } from '../../../rules/sh-eval/materials.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { day, fileId, files } from '../../engine/input.ts';
import { inUnit, orNull, titled, titledBy } from '../../engine/titled.ts';
import { maybeParagraphs, nameLine } from '../../engine/typed.ts';

const people = inUnit(z.int().min(0).max(10_000_000), '人', 'people');

function filesOf(key: keyof typeof materials, most = 30) {
  const { title, needed } = materials[key];
  return titledBy(
    files(most).default([]),
    title,
    text(`${needed.zh}。`, `${needed.en.slice(0, 1).toUpperCase()}${needed.en.slice(1)}.`),
  );
}

/** The files, by what they are (tables 4.9, 4.10). What is missing among them is said by the rules, `missingMaterials`. */
export const entryMaterials = z.strictObject({
  report: titledBy(
    z.strictObject({
      pdf: titled(orNull(fileId).default(null), 'PDF 格式', 'As PDF'),
      word: titled(orNull(fileId).default(null), 'Word 格式', 'As Word'),
      sealing: titled(
        orNull(choice(sealingTitles)).default(null),
        '封面和承诺书的盖章方式',
        'How cover and commitment are sealed',
        text(
          '没有电子公章的，打印盖章后将正文整份扫描为 PDF。',
          'Without an electronic seal the body is printed, sealed and scanned as a whole.',
        ),
      ),
    }),
    materials.report.title,
  ),
  licence: filesOf('licence'),
  honours: filesOf('honours', 100),
  recognition: filesOf('recognition'),
  fees: filesOf('fees'),
  feeExplanation: titled(
    files(10).default([]),
    '无收费标准的说明',
    'Explanation if there is no fee standard',
    text('没有收费标准的提供。', 'In place of a fee standard (SH-EVAL-04.9).'),
  ),
  premises: filesOf('premises'),
  staff: titledBy(
    z.strictObject({
      slips: titled(
        files(60).default([]),
        '社保缴费单',
        'Social-insurance slips',
        text('须显示缴费人员姓名。', 'They show the names.'),
      ),
      copies: titled(files(500).default([]), '学历、职称、执业资格证书', 'Copies of degrees, titles and licences'),
      people: titled(
        people.default(0),
        '证书所涉人数',
        'People with a copy',
        text('每人只计一次，不少于专职人员的70%。', 'Each counted once; at least 70% of the full-time staff.'),
      ),
    }),
    materials.staff.title,
  ),
  equipment: filesOf('equipment'),
  projects: filesOf('projects'),
  agreements: titledBy(
    z
      .array(
        titled(
          z.strictObject({
            partner: titled(nameLine(120), '合作机构', 'Partner'),
            from: titled(day, '协议生效日', 'In force from'),
            until: titled(
              orNull(day).default(null),
              '有效期至',
              'In force until',
              text('有效期的最后一日；没有期限的不填。', 'Its last day; empty if it has no end.'),
            ),
            fileIds: files(20),
          }),
          '合作协议',
          'Cooperation agreement',
        ),
      )
      .max(100)
      .default([]),
    materials.agreements.title,
    text('不少于3家，申报日仍有效。', 'At least 3, in force on the day of submission.'),
  ),
  accounts: titledBy(
    z
      .array(
        titled(
          z.strictObject({
            year: titled(z.int().min(2000).max(2100), '会计年度', 'Year'),
            kind: titled(choice(accountTitles), '种类', 'Kind'),
            fileIds: files(60),
          }),
          '年度报告',
          'Accounts of a year',
        ),
      )
      .max(10)
      .default([]),
    materials.accounts.title,
    text(
      '当年度的截至申报时；新申报机构提供最近两年的。',
      'Of the year, up to the submission; new applicants file the last two years.',
    ),
  ),
  accountsNote: titled(
    orNull(maybeParagraphs(2000)).default(null),
    '年度报告说明',
    'Note on the accounts',
    text(
      '成立不满规定年数的，说明提供的是成立以来的报告。',
      'Of an institution younger than the years asked for: that these are the reports since its founding.',
    ),
  ),
  served: titledBy(
    z.strictObject({
      list: titled(
        maybeParagraphs(100_000).default(''),
        '清单',
        'List',
        text(
          '每行一家：名称和统一社会信用代码，可从表格粘贴；不少于50家。',
          'One enterprise a line, name and credit code, as copied from a table; at least 50.',
        ),
      ),
      fileIds: files(10).default([]),
    }),
    materials.served.title,
  ),
  commitment: titledBy(
    z.strictObject({
      fileId: titled(orNull(fileId).default(null), '已签署的承诺书', 'Signed commitment'),
      officialSeal: titled(z.boolean().default(false), '已加盖单位公章', 'Bears the official seal'),
      representativeSeal: titled(
        z.boolean().default(false),
        '已有法人签章',
        'Bears the seal of the legal representative',
      ),
    }),
    materials.commitment.title,
    text('内容不得修改。', 'Its text must not be altered (SH-EVAL-12.11).'),
  ),
  certification: filesOf('certification'),
  hasBenefitAudit: titled(
    z.boolean().default(false),
    '有公益性支出专项审计报告',
    'There is a special audit of the public-benefit spending',
  ),
  benefitAudit: filesOf('benefitAudit'),
}) satisfies z.ZodType<FiledMaterials>;
