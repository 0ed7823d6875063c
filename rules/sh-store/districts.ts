import { text, type Text } from '../text.ts';

const districtTitles: Readonly<Record<string, Text>> = {
  'SH/HUANGPU': text('黄浦区', 'Huangpu'),
  'SH/XUHUI': text('徐汇区', 'Xuhui'),
  'SH/CHANGNING': text('长宁区', 'Changning'),
  'SH/JINGAN': text('静安区', 'Jing’an'),
  'SH/PUTUO': text('普陀区', 'Putuo'),
  'SH/HONGKOU': text('虹口区', 'Hongkou'),
  'SH/YANGPU': text('杨浦区', 'Yangpu'),
  'SH/MINHANG': text('闵行区', 'Minhang'),
  'SH/BAOSHAN': text('宝山区', 'Baoshan'),
  'SH/JIADING': text('嘉定区', 'Jiading'),
  'SH/PUDONG': text('浦东新区', 'Pudong'),
  'SH/JINSHAN': text('金山区', 'Jinshan'),
  'SH/SONGJIANG': text('松江区', 'Songjiang'),
  'SH/QINGPU': text('青浦区', 'Qingpu'),
  'SH/FENGXIAN': text('奉贤区', 'Fengxian'),
  'SH/CHONGMING': text('崇明区', 'Chongming'),
};

/** Regions below Shanghai: its sixteen districts. */
export const DISTRICTS: readonly string[] = Object.keys(districtTitles);

/** What Shanghai and its districts are called, by region path. */
export const regionTitles: Readonly<Record<string, Text>> = { SH: text('上海市', 'Shanghai'), ...districtTitles };
