/** Regions below Shanghai: its sixteen districts. */
export const DISTRICTS: readonly string[] = [
  ...['HUANGPU', 'XUHUI', 'CHANGNING', 'JINGAN', 'PUTUO', 'HONGKOU', 'YANGPU', 'MINHANG'],
  ...['BAOSHAN', 'JIADING', 'PUDONG', 'JINSHAN', 'SONGJIANG', 'QINGPU', 'FENGXIAN', 'CHONGMING'],
].map((name) => `SH/${name}`);
