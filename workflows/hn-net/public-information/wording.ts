/** What is published is on its page; nobody is written to about it. */
export const publicInformationWording = {};
