/** The bodies of the 1+16+X network: the provincial department and platform, the bureaus and platforms of the sixteen cities (AH-OPS-01). */
import { text } from '../text.ts';

const cities = [
  ['HEFEI', '合肥', 'Hefei', '0551'],
  ['HUAIBEI', '淮北', 'Huaibei', '0561'],
  ['BOZHOU', '亳州', 'Bozhou', '0558'],
  ['SUZHOU', '宿州', 'Suzhou', '0557'],
  ['BENGBU', '蚌埠', 'Bengbu', '0552'],
  ['FUYANG', '阜阳', 'Fuyang', '0558'],
  ['HUAINAN', '淮南', 'Huainan', '0554'],
  ['CHUZHOU', '滁州', 'Chuzhou', '0550'],
  ['LUAN', '六安', 'Lu’an', '0564'],
  ['MAANSHAN', '马鞍山', 'Ma’anshan', '0555'],
  ['WUHU', '芜湖', 'Wuhu', '0553'],
  ['XUANCHENG', '宣城', 'Xuancheng', '0563'],
  ['TONGLING', '铜陵', 'Tongling', '0562'],
  ['CHIZHOU', '池州', 'Chizhou', '0566'],
  ['ANQING', '安庆', 'Anqing', '0556'],
  ['HUANGSHAN', '黄山', 'Huangshan', '0559'],
] as const;

/** Kinds of bodies of the network. */
export type AnhuiBodyKind = 'DEPARTMENT' | 'PLATFORM' | 'BUREAU' | 'CITY_PLATFORM';

/** Id of the provincial department: it plans, evaluates and approves (AH-OPS-01.1). */
export const DEPARTMENT = 'ah-department';

/** Id of the provincial platform: it runs the network and keeps its data (AH-OPS-01.3). */
export const PLATFORM = 'ah-platform';

export const anhuiBodies = [
  {
    id: DEPARTMENT,
    kind: 'DEPARTMENT' as AnhuiBodyKind,
    name: text('安徽省经济和信息化厅', 'Anhui Department of Economy and Information Technology'),
    mark: '皖经信',
    region: 'AH',
    telephone: '0551-88000001',
  },
  {
    id: PLATFORM,
    kind: 'PLATFORM' as AnhuiBodyKind,
    name: text('安徽省中小企业综合服务平台', 'Anhui SME comprehensive service platform'),
    mark: '皖企综',
    region: 'AH',
    telephone: '0551-88000002',
  },
  ...cities.flatMap(([code, zh, en, area]) => [
    {
      id: `ah-bureau-${code.toLowerCase()}`,
      kind: 'BUREAU',
      name: text(`${zh}市经济和信息化局`, `${en} Bureau of Economy and Information Technology`),
      mark: `${zh}经信`,
      region: `AH/${code}`,
      telephone: `${area}-8800011`,
    },
    {
      id: `ah-platform-${code.toLowerCase()}`,
      kind: 'CITY_PLATFORM',
      name: text(`${zh}市中小企业综合服务平台`, `${en} SME comprehensive service platform`),
      mark: `${zh}企综`,
      region: `AH/${code}`,
      telephone: `${area}-8800012`,
    },
  ]),
];

/** Anhui and its sixteen cities as regions. */
export const anhuiRegions: readonly string[] = ['AH', ...cities.map(([code]) => `AH/${code}`)];

/** What they are called, by path. */
export const anhuiRegionNames = {
  AH: text('安徽省', 'Anhui'),
  ...Object.fromEntries(cities.map(([code, zh, en]) => [`AH/${code}`, text(`${zh}市`, en)])),
};
