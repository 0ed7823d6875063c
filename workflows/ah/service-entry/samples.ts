/** No notice, no sample. */
export const serviceEntrySamples = {};
