import { catalogue } from '../words/catalogue.ts';

export const formsWords = catalogue({
  choose: ['请选择', 'Choose'],
  addItem: ['添加{{name}}', 'Add: {{name}}'],
  removeItem: ['删除第 {{at}} 项{{name}}', 'Remove {{name}} {{at}}'],
  item: ['{{name}} {{at}}', '{{name}} {{at}}'],
  upload: ['上传文件', 'Upload a file'],
  uploading: ['正在上传 {{name}}：{{percent}}%', 'Uploading {{name}}: {{percent}} %'],
  uploaded: ['已上传', 'uploaded'],
  remove: ['移除 {{name}}', 'Remove {{name}}'],
  yuan: ['元', 'yuan'],
  missing: ['请检查标出的各项。', 'Check the fields that are marked.'],
  dateTimeHelp: ['北京时间', 'Beijing time'],
  notANumber: ['应为数字。', 'must be a number'],
});
