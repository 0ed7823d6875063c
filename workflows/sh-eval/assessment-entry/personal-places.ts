/** For the contract: the places of a filing that hold names, numbers and contacts of people. */

/** Where people stand in a filing, as a contract names them under `personal`. */
export const personalPlaces = [
  'report.personInCharge',
  'report.overview.name',
  'report.overview.address',
  'report.overview.representative.name',
  'report.overview.representative.identityNumber',
  'report.overview.representative.mobile',
  'report.overview.contact.name',
  'report.overview.contact.mobile',
  'report.overview.contact.email',
  'report.overview.contact.officePhone',
  'report.overview.contact.fax',
  'report.overview.investors.*.name',
  'report.team.*.name',
] as const;
