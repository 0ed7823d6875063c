/** There are no notices of this process. */
export const dataDeletionSamples = {};
