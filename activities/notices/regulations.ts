/** Full names of the regulations that notices cite by their short name, e.g. `SH-STORE 四.3` (requirements, 0.1). */
import { inLocale, text, type Locale, type Text } from '../../rules/text.ts';

interface Regulation {
  readonly name: Text;
  /** Which version or document it is. */
  readonly edition?: Text;
}

function numbered(zh: string, en: string, number: string): Regulation {
  return { name: text(zh, en), edition: text(number, number) };
}

const REGULATIONS: Readonly<Record<string, Regulation>> = {
  'SH-STORE': {
    name: text(
      '《上海市企业服务云店铺管理办法（试行）》',
      'the Shanghai Enterprise Service Cloud store measures (trial)',
    ),
    edition: text('2020年7月征求意见稿', 'consultation draft of July 2020'),
  },
  'SH-EVAL': numbered(
    '上海市2020年中小企业服务质量第三方测评通知',
    'the notice on the Shanghai 2020 third-party assessment of SME service quality',
    '沪经信企〔2020〕991号',
  ),
  'HN-NET': numbered(
    '《湖南省中小企业公共服务平台网络运营管理办法》',
    'the Hunan SME public service platform network operation measures',
    '湘经信中小服务〔2015〕33号',
  ),
  'HN-BASE': {
    name: text(
      '2019年度国家小型微型企业创业创新示范基地申报通知',
      'the call for the 2019 national demonstration bases for micro and small enterprise innovation',
    ),
  },
  'AH-OPS': numbered(
    '《安徽省“1+16+X”平台网络运营管理办法（试行）》',
    'the Anhui 1+16+X network operation measures (trial)',
    '皖经信服务〔2019〕107号',
  ),
  'AH-EVAL': numbered(
    '《安徽省“1+16+X”平台网络综合评价办法（试行）》',
    'the Anhui 1+16+X network comprehensive evaluation measures (trial)',
    '皖经信服务〔2019〕107号',
  ),
  'EC-CENTRE': {
    name: text(
      '《电子商务公共服务中心管理与服务规范》',
      'the management and service standard for e-commerce public service centres',
    ),
  },
};

/** A citation within a sentence; just the short one where its regulation is not known. */
export function citation(clause: string, locale: Locale): string {
  const [short = '', ...rest] = clause.split(' ');
  const regulation = REGULATIONS[short];
  if (regulation === undefined) return clause;
  const name = inLocale(regulation.name, locale);
  const article = rest.join(' ');
  if (article === '') return name;
  return locale === 'zh-CN' ? `${name}${article}` : `${article} of ${name}`;
}

/** The line under a notice that says where a citation comes from; just the citation where its regulation is not known. */
export function basisInWords(clause: string, locale: Locale): string {
  const regulation = REGULATIONS[clause.split(' ')[0] ?? ''];
  const zh = locale === 'zh-CN';
  if (regulation === undefined) return zh ? `依据：${clause}` : `Legal basis: ${clause}`;
  const name = inLocale(regulation.name, locale);
  const edition = regulation.edition && inLocale(regulation.edition, locale);
  return zh
    ? `依据：${clause}，即${name}${edition === undefined ? '' : `（${edition}）`}`
    : `Legal basis: ${clause}, that is, ${name}${edition === undefined ? '' : `, ${edition}`}`;
}
