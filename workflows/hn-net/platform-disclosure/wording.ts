/** What a platform publishes is on its page; nobody is written to about it. */
export const platformDisclosureWording = {};
