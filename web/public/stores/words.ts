import { catalogue } from '../../words/catalogue.ts';

/** Of the directory alone: who complains or follows a case does not load them. */
export const directoryWords = catalogue({
  stores: ['已开业店铺', 'Open stores'],
  storesDisclaimer: ['免责声明：{{words}}', 'Disclaimer: {{words}}'],
  storesNone: ['目前没有已开业的店铺。', 'There are no open stores now.'],
  storesNotFound: ['没有找到这样的店铺。', 'No store fits.'],
  findStore: ['按店铺名称或统一社会信用代码查找', 'Find by name or credit code'],
  store: ['店铺', 'Store'],
  licence: ['营业执照（统一社会信用代码）', 'Licence (credit code)'],
  established: ['成立日期', 'Established'],
  rating: ['评级', 'Rating'],
  rated: ['{{title}}（{{points}} 分）', '{{title}} ({{points}} points)'],
  openSince: ['开业日期', 'Open since'],
  onTrial: ['试运行', 'on trial'],
  assessed: ['第三方测评结果', 'Results of the third-party assessment'],
  assessedNone: ['目前没有已公布的测评结果。', 'No results are published yet.'],
  assessedYear: ['{{year}} 年第三方测评结果', 'Third-party assessment of {{year}}'],
  publishedOn: ['{{day}} 公布', 'published on {{day}}'],
});
