/** Nobody is written to about a deletion: managers have the task, and the list of what is past its period. */
export const dataDeletionWording = {};
