/** The environment variable with the folder that `npm run jobs` wants what was measured in. */
export const MEASURED = "KEYCARD_JOBS_MEASURED";
