import * as z from "zod/mini";
import { CREDENTIAL_MAX_CHARS } from "../limits.ts";

const text = z.string().check(z.minLength(1), z.maxLength(CREDENTIAL_MAX_CHARS));

/** A key as it is stored. */
export const credentialSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("api-key"), key: text }),
  z.strictObject({ kind: z.literal("service-account"), clientId: text, clientSecret: text }),
]);
