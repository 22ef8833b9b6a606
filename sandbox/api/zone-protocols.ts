/** Where people and applications sign in to a zone: nothing here reads it, but the SDK declares it. */

export function protocolsOf(slug: string) {
  const issuer = `https://${slug}.zones.example`;
  return {
    oauth2: {
      issuer,
      authorization_endpoint: `${issuer}/oauth/2/authorize`,
      authorization_server_metadata: `${issuer}/.well-known/oauth-authorization-server`,
      token_endpoint: `${issuer}/oauth/2/token`,
      registration_endpoint: `${issuer}/oauth/2/clients`,
      redirect_uri: `${issuer}/oauth/2/redirect`,
      jwks_uri: `${issuer}/openidconnect/jwks`,
      cimd: { enabled: true, allowed_client_ids: ["*"] },
      dcr_enabled: true,
      pkce_required: true,
    },
    openid: {
      provider_configuration: `${issuer}/.well-known/openid-configuration`,
      userinfo_endpoint: `${issuer}/openidconnect/userinfo`,
    },
  };
}
