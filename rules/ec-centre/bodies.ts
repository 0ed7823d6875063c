/** The bodies around e-commerce public service centres: commerce authorities at each level, and the provincial evaluator (EC-CENTRE-08.2). */
import { text } from '../text.ts';

/** Id of the provincial evaluator. */
export const EVALUATOR = 'ec-evaluator';

export const centreBodies = [
  {
    id: EVALUATOR,
    name: text('浙江省电子商务公共服务中心考评办公室', 'Zhejiang review office for e-commerce public service centres'),
    mark: '浙电评',
    region: 'ZJ',
    telephone: '0571-88000001',
  },
  {
    id: 'ec-commerce-province',
    name: text('浙江省商务厅', 'Zhejiang Department of Commerce'),
    mark: '浙商务',
    region: 'ZJ',
    telephone: '0571-88000002',
  },
  {
    id: 'ec-commerce-jinhua',
    name: text('金华市商务局', 'Jinhua Bureau of Commerce'),
    mark: '金商务',
    region: 'ZJ/JINHUA',
    telephone: '0579-88000003',
  },
  {
    id: 'ec-commerce-yiwu',
    name: text('义乌市商务局', 'Yiwu Bureau of Commerce'),
    mark: '义商务',
    region: 'ZJ/JINHUA/YIWU',
    telephone: '0579-88000004',
  },
];

/** What the regions are called, by path. */
export const centreRegionNames = {
  ZJ: text('浙江省', 'Zhejiang'),
  'ZJ/JINHUA': text('金华市', 'Jinhua'),
  'ZJ/JINHUA/YIWU': text('义乌市', 'Yiwu'),
};
