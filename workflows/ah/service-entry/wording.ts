/** No notice: who enters something sees it. */
export const serviceEntryWording = {};
