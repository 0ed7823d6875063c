import { text } from '../../../rules/text.ts';

/** What the fields of the form are called that a provider may change. */
export const fieldTitles = {
  name: text('名称', 'name'),
  identityProof: text('证照', 'licence or identity card'),
  address: text('地址', 'address'),
  contactName: text('联系人', 'person to contact'),
  telephone: text('联系电话', 'telephone'),
  email: text('电子邮箱', 'e-mail address'),
  trades: text('须经许可的业务', 'regulated trades'),
  permits: text('行政许可、从业资质', 'permits and qualifications'),
  services: text('服务（商品）', 'services and goods'),
  systems: text('管理制度', 'management systems'),
};
