/** Departments supervise by the place of service, cancel qualifications, refer and report upward. */
export const SUPERVISION = 'HN-NET 第二十四条';
