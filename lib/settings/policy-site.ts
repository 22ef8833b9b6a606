import { SITE_MAX_CHARS } from "../limits.ts";

/**
 * Converts a site in a policy to a match pattern: a host (`tickets.example.com`, `*.example.com`), or a match pattern
 * of whole hosts (`https://*.example.com/*`). A host alone means https if it is turned on, and also http if it is
 * turned off. Only a site that is turned off can be every host, or any scheme: the extension never asks for all sites.
 *
 * @returns undefined if it is neither
 */
export function policySite(text: string, use: "on" | "off"): string | undefined {
  if (text.length > SITE_MAX_CHARS) return undefined;
  const [, scheme = use === "on" ? "https" : "*", host = ""] =
    /^(?:(https?|\*):\/\/)?([^/\\:@?#\s]+)(?:\/\*?)?$/.exec(text.trim().toLowerCase()) ?? [];
  if (scheme === "*" && use === "on") return undefined;
  if (host === "*") return use === "off" ? `${scheme}://*/*` : undefined;
  const wild = host.startsWith("*.") ? "*." : "";
  const name = host.slice(wild.length);
  if (!URL.canParse(`https://${name}`)) return undefined;
  const { hostname } = new URL(`https://${name}`);
  return /^[a-z0-9.-]+$/.test(hostname) ? `${scheme}://${wild}${hostname}/*` : undefined;
}
