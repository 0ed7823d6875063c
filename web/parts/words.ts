import { catalogue } from '../words/catalogue.ts';

/** Words of saved views. */
export const viewsWords = catalogue({
  mine: ['我的视图', 'My views'],
  noView: ['未用视图', 'no view'],
  keep: ['保存为视图……', 'Keep as a view …'],
  name: ['视图名称', 'Name of the view'],
  save: ['保存', 'Keep'],
  delete: ['删除此视图', 'Delete this view'],
});
