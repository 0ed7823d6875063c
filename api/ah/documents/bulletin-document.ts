/** The quarterly bulletin as a document: one content, from which the PDF and the Word file are both drawn (AH-EVAL-05). In Chinese as it is issued. */
import type { ReportPage, ReportPiece } from '../../../activities/letters/sheet-setter.ts';
import { DEPARTMENT, PLATFORM } from '../../../rules/ah/bodies.ts';
import { bulletinFigures, bulletinSums, bulletinTitles } from '../../../rules/ah/figures.ts';
import { memberKinds, type MemberKind } from '../../../rules/ah/indicators.ts';
import { anhuiBody } from '../../../rules/ah/members.ts';
import { lastDayOfQuarter, quarterInWords } from '../../../rules/ah/quarters.ts';
import { dayInWords, dayOf, partsOfDay, type Instant } from '../../../rules/time/index.ts';
import type {
  BulletinNote,
  BulletinRow,
  QuarterlyBulletinFacts,
} from '../../../workflows/ah/quarterly-bulletin/contract.ts';
import { heading, table } from '../../documents/pieces.ts';

const DIGITS = ['一', '二', '三', '四'];

/** The bulletin as it stands. @param now the day of a document that was not issued yet */
export function bulletinDocument(facts: QuarterlyBulletinFacts, now: Instant): ReportPage {
  const { rows, notes, issuedAt, document } = facts;
  const name = quarterInWords(facts).zh;
  const parts: readonly (readonly [title: string, blocks: readonly ReportPiece[]])[] = [
    ['总体情况', overview(facts)],
    ...(Object.keys(memberKinds) as MemberKind[]).map(
      (kind) => [memberKinds[kind].zh, [memberTable(rows.filter((row) => row.kind === kind))]] as const,
    ),
    ['更正说明', corrections(notes)],
  ];
  return {
    title: ['安徽省“1+16+X”中小企业公共服务平台网络', `${name}服务情况通报`],
    cover: [
      ['文　　号', document ?? '（尚未印发）'],
      ['数据截至', `${dayInWords(lastDayOfQuarter(facts)).zh}24时`],
      ['汇总单位', anhuiBody(PLATFORM).name.zh],
      ['审定单位', anhuiBody(DEPARTMENT).name.zh],
      ['印发日期', issuedAt === null ? '（尚未印发）' : dayInWords(dayOf(issuedAt)).zh],
    ],
    blocks: parts.flatMap(([title, blocks], nth) => [heading(1, `${DIGITS[nth] ?? ''}、${title}`), ...blocks]),
    footer: `${name}服务情况通报${issuedAt === null ? '（未印发）' : ''}`,
    date: partsOfDay(dayOf(issuedAt ?? now)),
  };
}

function overview(facts: QuarterlyBulletinFacts): ReportPiece[] {
  const { rows } = facts;
  const ofKind = (kind: MemberKind) => rows.filter((row) => row.kind === kind);
  const counts = (Object.keys(memberKinds) as MemberKind[]).map(
    (kind) => `${memberKinds[kind].zh} ${ofKind(kind).length} 家`,
  );
  const sums = [rows, ofKind('CITY_PLATFORM'), ofKind('INSTITUTION')].map(bulletinSums);
  return [
    {
      kind: 'paragraph',
      text: `${quarterInWords(facts).zh}，纳入通报的成员共 ${rows.length} 家，其中${counts.join('、')}。八项服务数据合计如下。`,
    },
    table(
      [
        ['数据', 6],
        ['合计', 3],
        [memberKinds.CITY_PLATFORM.zh, 4],
        [memberKinds.INSTITUTION.zh, 4],
      ],
      bulletinFigures.map((name) => [bulletinTitles[name].zh, ...sums.map((sum) => String(sum[name]))]),
    ),
  ];
}

function memberTable(rows: readonly BulletinRow[]): ReportPiece {
  return table(
    [['成员', 7] as const, ...bulletinFigures.map((name) => [bulletinTitles[name].zh, 3] as const)],
    rows.map(({ name, figures }) => [name, ...bulletinFigures.map((figure) => String(figures[figure]))]),
  );
}

function corrections(notes: readonly BulletinNote[]): ReportPiece[] {
  const frozen: ReportPiece = { kind: 'note', text: '数据自形成草稿起固定，更正不改动上列数据，在此说明。' };
  if (notes.length === 0) return [{ kind: 'paragraph', text: '无。' }, frozen];
  const told = notes.map(({ note, at }, nth): ReportPiece => {
    return { kind: 'paragraph', text: `${nth + 1}. ${note}（${dayInWords(dayOf(at)).zh}）` };
  });
  return [...told, frozen];
}
