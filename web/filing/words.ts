import { catalogue } from '../words/catalogue.ts';

export const filingWords = catalogue({
  title: ['提交事项', 'File something'],
  intro: ['请选择要提交的事项。', 'Choose what you want to file.'],
  none: ['您的职务没有可提交的事项。', 'Your offices open nothing that you could file.'],
  noKind: ['没有这一事项，或您不能提交。', 'There is nothing of this kind that you could file.'],
  submit: ['提交', 'File it'],
  for: ['代表哪一方', 'On whose behalf'],
  back: ['所有事项', 'All that can be filed'],
  unknown: [
    '不知道是否已经提交成功。请再点一次“提交”，不会重复提交。',
    'It is not known whether this was filed. Press the button again; it cannot be filed twice.',
  ],
});
