/** What an institution enters with (SH-EVAL-05.1). Not for workflow code. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { categories } from '../../../rules/sh-eval/categories.ts';
import { entryBases } from '../../../rules/sh-eval/campaign.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { files } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { email, nameLine, telephone } from '../../engine/typed.ts';

/** What can be changed until the entry is handed in. */
export const entryContent = z.strictObject({
  basis: titled(choice(entryBases), '参评资格', 'By what right'),
  category: titled(choice(categories), '主营服务类别', 'Main category', text('限报一类。', 'One only.')),
  contactName: titled(nameLine(60, bilingual('请填写联系人。', 'name a contact')), '联系人', 'Contact'),
  telephone,
  email,
  fileIds: titled(files(60), '申报材料', 'Materials'),
});
