/** `POST /service-account-token`: the OAuth 2.0 client-credentials grant (RFC 6749, section 4.4). */
import type { Context } from "hono";
import type { Sandbox } from "../state.ts";
import type { Environment } from "./environment.ts";

/** RFC 6749, section 5.1: a reply with a token must not be stored. */
const NO_STORE = { "Cache-Control": "no-store" };

export async function issueToken(sandbox: Sandbox, c: Context<Environment>): Promise<Response> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim();
  if (type !== "application/x-www-form-urlencoded") {
    return refusal(400, "invalid_request", "The body must be application/x-www-form-urlencoded");
  }
  const form = new URLSearchParams(await c.req.text());
  const grantType = form.get("grant_type");
  if (grantType === null) return refusal(400, "invalid_request", "grant_type is missing");
  if (grantType !== "client_credentials") {
    return refusal(400, "unsupported_grant_type", "grant_type must be client_credentials");
  }
  const header = c.req.header("authorization");
  // The SDK can send them in the body; both at once is refused, as RFC 6749 requires (section 2.3).
  if (header !== undefined && form.has("client_secret")) {
    return refusal(400, "invalid_request", "Credentials must come in one way, not in two");
  }
  const [clientId, clientSecret] = form.has("client_secret")
    ? [form.get("client_id") ?? "", form.get("client_secret") ?? ""]
    : basicCredentials(header);
  const token = sandbox.credentials.exchange(clientId, clientSecret);
  if (token === undefined) {
    return refusal(401, "invalid_client", "Unknown client or wrong secret", {
      "WWW-Authenticate": "Basic",
    });
  }
  const { lifetime } = sandbox.credentials;
  const expiry = lifetime === null ? {} : { expires_in: lifetime };
  const body = { access_token: token, token_type: "Bearer", ...expiry };
  return Response.json(body, { headers: NO_STORE });
}

/** Client ID and secret of an `Authorization: Basic` header; empty if there is none. */
function basicCredentials(header: string | undefined): [id: string, secret: string] {
  const encoded = /^basic (.*)$/i.exec(header ?? "")?.[1] ?? "";
  const decoded = Buffer.from(encoded, "base64").toString();
  const colon = decoded.indexOf(":");
  return [decoded.slice(0, Math.max(colon, 0)), decoded.slice(colon + 1)];
}

function refusal(
  status: number,
  error: string,
  description: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = { error, error_description: description };
  return Response.json(body, { status, headers: { ...NO_STORE, ...headers } });
}
