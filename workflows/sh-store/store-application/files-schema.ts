/** The files that go with an application (SH-STORE-03.2, 03.3, 03.5). Not for workflow code. */
import { text } from '../../../rules/text.ts';
import { fileId, files } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';

export const filedFiles = {
  licence: titled(
    fileId,
    '营业执照扫描件',
    'Scan of the business licence',
    text('必传；律师事务所除外。', 'Mandatory except for a law firm (SH-STORE-03.2).'),
  ),
  creditScreenshot: titled(
    fileId,
    '“信用中国”查询截图',
    'Screenshot of Credit China',
    text(
      '必传；“信用中国”网站上本机构信用信息的截图。',
      'Screenshot of the record on Credit China; mandatory (SH-STORE-03.5).',
    ),
  ),
  practiceLicence: titled(
    fileId,
    '执业许可证',
    'Practice licence',
    text(
      '律师事务所必传，代替营业执照。',
      'Mandatory for a law firm, in place of the business licence (SH-STORE-03.2).',
    ),
  ),
  qualifications: titled(
    files(20),
    '相关行业资质',
    'Industry qualifications',
    text('如有则上传。', 'If there are any (SH-STORE-03.3).'),
  ),
};
