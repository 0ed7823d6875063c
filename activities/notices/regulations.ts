/** Full names of the regulations that notices cite by their short name, e.g. `SH-STORE 四.3` (requirements, 0.1). */
import { inLocale, text, type Locale, type Text } from '../../rules/text.ts';

const REGULATIONS: Readonly<Record<string, Text>> = {
  'SH-STORE': text(
    '《上海市企业服务云店铺管理办法（试行）》（2020年7月征求意见稿）',
    'Shanghai Enterprise Service Cloud store measures, trial (consultation draft of July 2020)',
  ),
  'SH-EVAL': text(
    '上海市2020年中小企业服务质量第三方测评（沪经信企〔2020〕991号）',
    'Shanghai 2020 third-party assessment of SME service quality (沪经信企〔2020〕991号)',
  ),
  'HN-NET': text(
    '湖南省中小企业公共服务平台网络运营管理办法（湘经信中小服务〔2015〕33号）',
    'Hunan SME public service platform network operation measures (湘经信中小服务〔2015〕33号)',
  ),
  'HN-BASE': text(
    '2019年度国家小型微型企业创业创新示范基地申报通知',
    'Call for the 2019 national demonstration bases for micro and small enterprise innovation',
  ),
  'AH-OPS': text(
    '安徽省“1+16+X”平台网络运营管理办法（试行）（皖经信服务〔2019〕107号）',
    'Anhui 1+16+X network operation measures, trial (皖经信服务〔2019〕107号)',
  ),
  'AH-EVAL': text(
    '安徽省“1+16+X”平台网络综合评价办法（试行）（皖经信服务〔2019〕107号）',
    'Anhui 1+16+X network comprehensive evaluation measures, trial (皖经信服务〔2019〕107号)',
  ),
  'EC-CENTRE': text(
    '电子商务公共服务中心管理与服务规范',
    'Management and service standard for e-commerce public service centres',
  ),
};

/** The line under a notice that says where a citation comes from; just the citation where its regulation is not known. */
export function basisInWords(clause: string, locale: Locale): string {
  const short = clause.split(' ')[0] ?? '';
  const name = REGULATIONS[short];
  const zh = locale === 'zh-CN';
  if (name === undefined) return zh ? `依据：${clause}` : `Legal basis: ${clause}`;
  return zh
    ? `依据：${clause}，即${inLocale(name, locale)}`
    : `Legal basis: ${clause}, that is, ${inLocale(name, locale)}`;
}
