import type { Citations } from '../notices/citation.ts';
import { text } from '../text.ts';

/** What clauses of this regime cite. */
export const hnNetCitations: Citations = {
  'HN-NET': {
    name: text(
      '《湖南省中小企业公共服务平台网络运营管理办法》',
      'the Hunan SME public service platform network operation measures',
    ),
    edition: text('湘经信中小服务〔2015〕33号', '湘经信中小服务〔2015〕33号'),
  },
};
