/** Who stands in the documents that are looked at: long names, rare characters, and plain ones. */
export const LONG = '安徽省中小企业公共服务与数字化转型促进中心有限责任公司（合肥高新技术产业开发区分公司）';
export const RARE = '𠮷祥科技（𡋤县）有限公司';

export const nameOf = (nth: number) => [LONG, RARE, `合肥第${nth}技术服务有限公司`][nth % 3] ?? LONG;
export const codeOf = (nth: number) => `91340100MA2N${String(nth).padStart(5, '0')}X`;
export const many = <T>(count: number, make: (nth: number) => T): T[] =>
  Array.from({ length: count }, (_, nth) => make(nth));
