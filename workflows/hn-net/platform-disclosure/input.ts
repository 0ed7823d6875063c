/** No action takes anything: what a platform publishes is changed by publishing it anew. */
export const platformDisclosureInputs = {};

export type PlatformDisclosureInputs = typeof platformDisclosureInputs;
