/** The bodies of the declaration: the SME departments of the province and its cities (HN-BASE; A-75). */
import { trainingNetwork } from '../hn-net/network.ts';

/** Id of the provincial department: it has experts review the declarations and recommends (HN-BASE-03). */
export const PROVINCE = 'hn-dept-province';

/** The departments of province and cities; those of counties take no part. */
export const declarationBodies = trainingNetwork.filter(
  ({ kind, region }) => kind === 'DEPARTMENT' && region.split('/').length <= 2,
);
