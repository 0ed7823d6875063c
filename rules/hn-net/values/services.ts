import { rule } from '../../book/rule-book.ts';

/** Numbers of service requests and service records (HN-NET-05, 16.4, 23). */
export const services = {
  'request.handleWithin': rule(
    3,
    'working day',
    'HN-NET 第六条',
    'HN-NET-05.10',
    '服务商受理服务需求的期限（公开了办理时限的，以公开的为准）',
    'Time for a provider to accept a service request, where no other handling time was published',
  ),
  'request.evaluateWithin': rule(
    15,
    'working day',
    'HN-NET 第七条第三项',
    'HN-NET-05.3',
    '回访后等待消费者评价的时间（期满结案，评价权不受影响）',
    'How long a visited request waits for the evaluation of its consumer (the right to evaluate outlasts it)',
  ),
  'record.uploadWithin': rule(
    5,
    'working day',
    'HN-NET 第二十三条',
    'HN-NET-23.1',
    '服务记录“即时”录入上传的期限（自服务依据产生之日起）',
    'Time to enter and upload a service record, from the day on which its basis arose',
  ),
  'record.format': rule(
    1,
    'count',
    'HN-NET 第十四条',
    'HN-NET-16.4',
    '服务记录现行报表格式的版本号',
    'Current version of the report format of service records',
  ),
} as const;
