import { catalogue } from '../words/catalogue.ts';

export const assessmentsWords = catalogue({
  board: ['{{year}} 年度测评进度', 'Assessment of {{year}}: how it stands'],
  institutionCutOff: ['机构申报截止', 'Institutions file by'],
  districtCutOff: ['各区推荐截止', 'Districts recommend by'],
  byDistrict: ['各区申报情况', 'By district'],
  byCategory: ['各服务类别申报情况', 'By category'],
  none: ['还没有机构申报。', 'No institution has entered yet.'],
  count: ['{{stage}}：{{entries}}', '{{stage}}: {{entries}}'],
  total: ['共 {{entries}} 家', '{{entries}} in all'],
  open: ['在办 {{entries}} 家', '{{entries}} open'],
  toCampaign: ['测评案件', 'Case of the assessment'],
  results: [
    '{{year}} 年度上海市中小企业服务质量第三方测评结果',
    'Shanghai third-party assessment of SME services, {{year}}',
  ],
  publishedAt: ['公布时间：{{at}}', 'Published {{at}}'],
  term: ['名单有效期：{{from}} 至 {{to}}', 'The list holds from {{from}} to {{to}}'],
  official: ['官方网站公布页', 'On the official site'],
  empty: ['没有公布的结果。', 'There are no results.'],
});
