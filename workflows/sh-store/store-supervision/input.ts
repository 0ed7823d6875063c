/** Input schemas of the actions of a supervision. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { text } from '../../../rules/text.ts';
import { areas } from '../../../rules/sh-store/areas.ts';
import { choice } from '../../engine/choice.ts';
import { day, evidenceFiles, files, note, reason, shortLine, shortText } from '../../engine/input.ts';
import { inUnit, orNull, refersTo, titled } from '../../engine/titled.ts';
import { id, line, nameLine, paragraphs } from '../../engine/typed.ts';
import { conducts } from '../conducts.ts';
import { endedByClearanceInputs, groundDismissed } from '../ended-by-clearance-input.ts';
import { courses, creditResults, incapacities, shareholderKinds } from './titles.ts';

const evidence = evidenceFiles(20).min(1);
const result = titled(choice(creditResults), '核查结果', 'Result');
const hitId = titled(
  refersTo(id, 'creditHit'),
  '核查发现',
  'Finding of the check',
  text('公司（COMPANY），或者主要股东的编号。', 'COMPANY, or the id of the main shareholder.'),
);

const known = z.literal(
  true,
  bilingual('须确认知悉后才能提出退出。', 'confirm that you know it before you ask to leave'),
);

export const storeSupervisionInputs = {
  recordShareholders: z.strictObject({
    shareholders: titled(
      z
        .array(
          titled(
            z.strictObject({
              name: titled(nameLine(200), '姓名或者名称', 'Name'),
              kind: titled(choice(shareholderKinds), '股东类型', 'Kind of shareholder'),
              share: titled(
                orNull(inUnit(z.number().gt(0).max(100).multipleOf(0.01), '%', '%')).default(null),
                '持股比例',
                'Share of the capital',
              ),
            }),
            '主要股东',
            'Main shareholder',
          ),
        )
        .max(50),
      '主要股东',
      'Main shareholders',
      text(
        '全部主要股东：店铺自行列明的，以及持股比例达到规定的。',
        'All of them: those whom the store names as such, and any with the share that the rules name.',
      ),
    ),
    noneBecause: titled(
      shortText.optional(),
      '没有主要股东的原因',
      'Why there are none',
      text('例如协会、律师事务所。', 'E.g. an association or a law firm.'),
    ),
  }),
  recordCreditCheck: z.strictObject({
    source: titled(shortLine, '查询渠道', 'Where it was looked up', text('例如“信用中国”。', 'E.g. Credit China.')),
    checkedOn: titled(day, '核查日期', 'Day of the check'),
    company: titled(result, '公司核查结果', 'Result for the company'),
    shareholders: titled(
      z
        .array(
          z.strictObject({
            shareholderId: titled(refersTo(id, 'shareholder'), '主要股东', 'Main shareholder'),
            result,
          }),
        )
        .max(50)
        .default([]),
      '主要股东核查结果',
      'Results for the main shareholders',
    ),
    note: note.optional(),
    fileIds: titled(
      files(20).default([]),
      '查询截图',
      'Screenshots',
      text('列入名单的须附截图。', 'Needed where a list was hit.'),
    ),
  }),
  confirmHit: z.strictObject({
    hitId,
    listedAs: titled(
      line(200),
      '名单所列主体',
      'Who is listed',
      text('照公布的名单填写。', 'As the published list has it.'),
    ),
    list: titled(
      line(200),
      '名单和决定文号',
      'The list and the decision',
      text('列入哪份名单，以及决定的文号。', 'The list, and the number of the decision.'),
    ),
    listedOn: titled(day, '列入日期', 'Listed on'),
    reason,
    fileIds: evidence,
  }),
  dismissHit: z.strictObject({ hitId, reason }),
  recordIncapacity: z.strictObject({
    shownBy: titled(choice(incapacities), '无法提供服务的情形', 'What shows it'),
    foundOn: titled(day, '查明日期', 'Found on'),
    contacts: titled(
      z
        .array(
          titled(
            z.strictObject({
              on: titled(day, '联系日期', 'Day'),
              how: titled(
                line(200),
                '联系方式',
                'By which way',
                text('例如电话、挂号信。', 'E.g. by telephone, by registered letter.'),
              ),
            }),
            '联系记录',
            'Contact',
          ),
        )
        .max(20)
        .default([]),
      '联系记录',
      'Contacts',
      text('未获答复的历次联系；以此认定的须填写。', 'Contacts that had no answer; needed if that shows it.'),
    ),
    reason,
    fileIds: evidence,
  }),
  requestExit: z.strictObject({
    reason,
    knowsOfSealing: titled(
      known,
      '知悉服务记录将被封存',
      'Knows that the service records are sealed',
      text('确认知悉：退出后已有服务记录将被封存。', 'True: the store knows that its service records are sealed.'),
    ),
    knowsOfBar: titled(
      known,
      '知悉一年内不再受理申请',
      'Knows of the bar of one year',
      text(
        '确认知悉：原则上一年内不再受理开店申请。',
        'True: the store knows that, in principle, no application is accepted for a year.',
      ),
    ),
  }),
  withdrawExit: z.strictObject({ reason: reason.optional() }),
  findViolation: z.strictObject({
    conduct: titled(choice(conducts), '违规行为', 'Conduct'),
    course: titled(
      choice(courses),
      '处理方式',
      'What follows',
      text('依是否恶意、是否拒不修改判断。', 'As the reviewer judges malice and refusal.'),
    ),
    foundOn: titled(day, '查明日期', 'Found on'),
    refusedOn: titled(
      day.optional(),
      '拒不修改日期',
      'Refused on',
      text('店铺拒不修改的日期；转入整顿的须填写。', 'When the store refused to revise; needed for a rectification.'),
    ),
    malice: titled(
      paragraphs(2000).optional(),
      '恶意或者扰乱秩序的说明',
      'Malice or disruption',
      text(
        '为何属于恶意或者扰乱平台秩序；清退的须填写。',
        'Why it was malicious or disruptive; needed for a clearance.',
      ),
    ),
    orders: titled(
      z
        .array(refersTo(line(100), 'order'))
        .max(2000)
        .default([]),
      '刷单的订单',
      'Orders that were brushed',
      text('刷单所涉订单的编号；其积分将被收回。', 'Ids of the orders; their points are taken back.'),
    ),
    reason,
    fileIds: evidence,
  }),
  withdrawFinding: z.strictObject({
    findingId: titled(
      refersTo(id, 'finding'),
      '认定',
      'Finding',
      text('该店铺监督记录所列的认定。', 'The finding, as the supervision of the store lists it.'),
    ),
    reason: titled(
      reason,
      '撤销理由',
      'Reason',
      text('认定错在何处，或者由哪个机关撤销。', 'What was wrong with it, or which authority has reversed it.'),
    ),
    fileIds: titled(
      evidenceFiles(20).default([]),
      '证据',
      'Evidence',
      text('例如有关机关的决定。', 'E.g. the decision of the authority.'),
    ),
  }),
  recordInspection: z.strictObject({
    area: titled(choice(areas), '检查领域', 'Area'),
    inspectedOn: titled(day, '检查日期', 'Day of the inspection'),
    found: titled(
      paragraphs(2000),
      '检查情况',
      'What was found',
      text('检查了什么、发现了什么。', 'What was looked at and found.'),
    ),
    fileIds: files(20).default([]),
  }),
  complaintsChanged: z.strictObject({}),
  clearanceDismissed: groundDismissed,
  ...endedByClearanceInputs,
};

export type StoreSupervisionInputs = {
  [A in keyof typeof storeSupervisionInputs]: z.output<(typeof storeSupervisionInputs)[A]>;
};
