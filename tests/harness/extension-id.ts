import { createHash } from "node:crypto";

/**
 * The ID that Chromium gives an extension: derived from its public key (DER), or, if its manifest has none, from the
 * real path of its folder.
 */
export function extensionId(of: string | Buffer): string {
  const digest = createHash("sha256").update(of).digest("hex").slice(0, 32);
  return [...digest].map((digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]).join("");
}
