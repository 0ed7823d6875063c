import { expect, it } from 'vitest';
import { filing } from './filing.fixture.ts';
import { formatFaults } from './filed-files.ts';
import { bodyFault, failedPaperChecks, missingReceipts, paperCheckKeys, scanFault } from './formats.ts';

it('SH-EVAL-13.1 an entry is incomplete until paper and electronic version are there', () => {
  expect(missingReceipts({ paper: false, electronic: true }).map(({ field }) => field)).toEqual(['paper']);
  expect(missingReceipts({ paper: true, electronic: true })).toEqual([]);
});

it('SH-EVAL-13.2 SH-EVAL-12.11 the receiver of the paper set ticks five checks, and that the commitment is unaltered', () => {
  expect(paperCheckKeys.filter((check) => check !== 'COMMITMENT_UNALTERED')).toHaveLength(5);
  const all = Object.fromEntries(paperCheckKeys.map((check) => [check, true]));
  expect(failedPaperChecks(all)).toEqual([]);
  expect(failedPaperChecks({ ...all, CROSS_PAGE_SEAL: false })).toEqual(['CROSS_PAGE_SEAL']);
});

it('SH-EVAL-13.3 takes PDF and Word of the body, each in its place', () => {
  const of = (name: string, kind: 'pdf' | 'word') => bodyFault({ field: 'report', name }, kind)?.issue.requirement;
  expect([of('自评报告.PDF', 'pdf'), of('自评报告.docx', 'word'), of('自评报告.doc', 'word')]).toEqual([
    ...[undefined, undefined, undefined],
  ]);
  expect(of('自评报告.docx', 'pdf')).toBe('SH-EVAL-13.3');
});

it('SH-EVAL-13.5 refuses a png scan and warns of a name that says nothing', () => {
  const of = (name: string) => scanFault({ field: 'fees', name })?.level ?? null;
  expect(of('收费标准.png')).toBe('REFUSED');
  expect(['IMG_001.jpg', '扫描件 2020-12-01 (3).JPG', '微信图片_20201201.jpeg', '1.jpg'].map(of)).toEqual(
    Array.from({ length: 4 }, () => 'WARNING'),
  );
  expect(['收费标准.jpg', '附件4_收费标准.jpg', 'lease 2019.jpeg'].map(of)).toEqual([null, null, null]);
});

it('SH-EVAL-13.5 holds scans to it, and lists not', () => {
  const names: Record<string, string> = {
    'f-pdf': '自评报告.pdf',
    'f-word': '自评报告.docx',
    'f-equipment': '设备清单.xlsx',
  };
  const faults = (odd: Record<string, string>) =>
    formatFaults(filing(), (id) => ({ ...names, ...odd })[id] ?? '证明材料.jpg').map(({ issue }) => issue.field);
  expect(faults({})).toEqual([]);
  expect(faults({ 'f-copy-2': 'a.png', 'f-agreement-1': '协议.pdf' })).toEqual([
    'materials.staff.copies.1',
    'materials.agreements.0.fileIds.0',
  ]);
});
