import { SITE_MAX_CHARS } from "../limits.ts";

/**
 * The match pattern of a site as a policy names it: a host (`tickets.example.com`, `*.example.com`), or a match pattern
 * of whole hosts (`https://*.example.com/*`). A host alone is meant by https when it is to be on, and by http too when
 * it is to be off. Only what is to be off may name every host, or any scheme: the extension never asks for all sites.
 *
 * @returns undefined when it is neither
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
