/**
 * The characters that an `Authorization` header transmits unchanged: visible ASCII, no spaces (RFC 6750, 2.1,
 * interpreted broadly).
 */
export const HEADER_SAFE = /^[\x21-\x7e]+$/;
