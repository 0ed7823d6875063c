/** Articles 11 to 17 of the network measures: how hub and windows work together. */
import type { ClauseRow } from '../book/clauses.ts';

export const networkClauses: readonly ClauseRow[] = [
  [
    '第十一条',
    '枢纽平台与窗口平台资源共享、独立运营、相互支撑。',
    'Hub and windows share resources, run independently and support each other.',
    '16.1',
    '资源共享、独立运营',
  ],
  [
    '第十二条',
    '枢纽平台统一建设呼叫、在线服务、数据和管理系统，免费提供接口、规范和指导。',
    'The hub builds the call, service, data and management systems and gives interfaces, specifications and guidance free.',
    '16.2 16.3',
    '免费为窗口服务平台提供统一接口',
  ],
  [
    '第十三条',
    '枢纽平台组织省内外提供商入驻；窗口平台组织本区域、本产业入驻，并须达到提供商和企业会员的最低数。',
    'The hub brings in providers from inside and outside the province, windows those of their area or industry; windows need a minimum of providers and members.',
    '03.1 03.2 03.3 03.4 03.5 03.6 03.7 16.7',
    '分别不得少于20家、10家',
  ],
  [
    '第十四条',
    '枢纽平台统一数据标准和报表，指导并在线考核窗口；窗口制定细则、录入记录、上报统计。',
    'The hub sets data standards and reports, guides windows and assesses them online; windows make detailed rules, enter records and report statistics.',
    '16.4',
    '负责统一数据标准、报表格式',
  ],
  [
    '第十五条',
    '枢纽平台开展全省需求调研和产品开发；窗口平台提供日常服务、本地调研和主题活动。',
    'The hub surveys needs of the whole province and develops products; windows serve daily, survey locally and hold activities.',
    '16.5',
    '组织服务对接和主题服务活动',
  ],
  [
    '第十六条',
    '枢纽平台和市州窗口培训、指导产业和县市区窗口，支持其活动，宣传好经验。',
    'Hub and city windows train and guide industry and county windows, support their activities and publicise good practice.',
    '16.6',
    '技术、业务培训和指导',
  ],
  [
    '第十七条',
    '平时加强沟通，每年1月底前相互通报年度工作计划。',
    'They keep in touch, and tell each other the plan of the year by the end of January.',
    '17.1 17.2',
    '每年1月底前相互通报本年度工作计划',
  ],
];
