/** The field that names the district of the registration (SH-EVAL-05.3). Not for workflow code. */
import { DISTRICTS, regionTitles } from '../../../rules/sh-store/districts.ts';
import { text } from '../../../rules/text.ts';
import { choice, some } from '../../engine/choice.ts';
import { titled } from '../../engine/titled.ts';

export const district = () => choice(some(regionTitles, ...DISTRICTS));

export const districtOfRegistration = titled(
  district(),
  '注册地所属区',
  'District of registration',
  text('以营业执照的住所为准。', 'As the licence says.'),
);
