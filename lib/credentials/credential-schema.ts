import * as z from "zod/mini";
import { lengthWithin } from "../length-within.ts";
import { CREDENTIAL_MAX_CHARS } from "../limits.ts";

const text = z.string().check(lengthWithin(1, CREDENTIAL_MAX_CHARS));

/** The form in which a key is stored. */
export const credentialSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("api-key"), key: text }),
  z.strictObject({ kind: z.literal("service-account"), clientId: text, clientSecret: text }),
]);
