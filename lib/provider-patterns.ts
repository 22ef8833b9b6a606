/** Common identity providers, and the subject patterns that match their IDs: the same in every language. */
export const PROVIDER_PATTERNS = [
  { provider: "Auth0", template: "auth0|{hex:24}" },
  { provider: "Okta", template: "00u{alnum:17}" },
  { provider: "Google", template: "{digit:21}" },
] as const;
