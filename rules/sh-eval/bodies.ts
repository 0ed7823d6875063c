/** The bodies of the assessment: the commission, the departments of the sixteen districts, and the third party that assesses (SH-EVAL-01). */
import { inBoth, text, type Text } from '../text.ts';
import { bodies as storeBodies } from '../sh-store/bodies.ts';
import { regionTitles, DISTRICTS } from '../sh-store/districts.ts';

/** Departments of districts, by region; they are named as the notice does, 各区科经委、经委（商务委）. */
const departments = DISTRICTS.map((region, index) => {
  const known = storeBodies.find((body) => body.region === region);
  const { zh = region, en = region } = regionTitles[region] ?? {};
  return (
    known ?? {
      id: `sh-${region.slice('SH/'.length).toLowerCase()}`,
      name: text(`${zh}中小企业工作主管部门`, `${en} District SME department`),
      mark: `${zh.slice(0, 1)}企主`,
      region,
      telephone: `021-880001${String(index).padStart(2, '0')}`,
    }
  );
});

const commission = storeBodies.filter(({ id }) => id === 'sh-commission');

/** Id of the commission that calls for the assessment and sets its results. */
export const COMMISSION = 'sh-commission';

/** Id of the third party that assesses and verifies. */
export const ASSESSOR = 'sh-assessor';

export const assessmentBodies = [
  ...commission,
  {
    id: ASSESSOR,
    name: text('上海市中小企业服务质量第三方测评机构', 'Third-party assessor of SME service quality, Shanghai'),
    mark: '沪企测',
    region: 'SH',
    telephone: '021-88000009',
  },
  ...departments,
];

/** What a district is called. */
export function districtInWords(region: string): Text {
  return regionTitles[region] ?? inBoth(region);
}

/** The department of a district that is competent for who is registered there (SH-EVAL-05.3); null if the region is no district. */
export function competentDepartment(region: string): { readonly bodyId: string; readonly region: string } | null {
  const found = departments.find((body) => body.region === region);
  return found === undefined ? null : { bodyId: found.id, region };
}
