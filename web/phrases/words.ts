import { catalogue } from '../words/catalogue.ts';

export const phrasesWords = catalogue({
  title: ['常用语', 'Kept phrases'],
  intro: [
    '填写理由和意见时可选用。本人的常用语只有本人可见；机构的常用语由主管保存，全机构可用。',
    'To begin a reason or an opinion with. Your own are yours alone; those of a body are kept by its managers, for all of it.',
  ],
  insert: ['插入常用语', 'Insert a kept phrase'],
  keep: ['存为常用语', 'Keep as a phrase'],
  kept: ['已保存', 'kept'],
  manage: ['管理常用语', 'Look after phrases'],
  own: ['本人的', 'Mine'],
  none: ['没有常用语。', 'No phrase is kept.'],
  newPhrase: ['新的常用语', 'A new phrase'],
  text: ['文字', 'Text'],
  whose: ['保存给', 'For'],
  forMe: ['本人', 'myself'],
  forBody: ['{{body}}全体', 'all of the {{body}}'],
  forAny: ['适用于任何操作', 'For any action'],
  onlyFor: ['适用于{{action}}', 'For {{action}}'],
  save: ['保存', 'Save'],
  change: ['修改', 'Change'],
  changeOf: ['修改“{{text}}”', 'Change “{{text}}”'],
  delete: ['删除', 'Delete'],
  deleteOf: ['删除“{{text}}”', 'Delete “{{text}}”'],
});
