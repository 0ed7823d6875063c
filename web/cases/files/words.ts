import { catalogue } from '../../words/catalogue.ts';

/** Words of the files of a case. */
export const filesWords = catalogue({
  title: ['文件', 'Files'],
  show: ['查看', 'Show'],
  hide: ['收起', 'Hide'],
  shown: ['文件内容：{{name}}', 'Content of the file: {{name}}'],
  uploadedBy: ['{{name}}，{{at}} 上传', 'uploaded by {{name}}, {{at}}'],
  uploaded: ['{{at}} 上传', 'uploaded {{at}}'],
  hash: ['SHA-256：{{hash}}', 'SHA-256: {{hash}}'],
});
