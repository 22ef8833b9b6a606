/** The environment variable with the folder in which `npm run jobs` collects the results. */
export const MEASURED = "KEYCARD_JOBS_MEASURED";
