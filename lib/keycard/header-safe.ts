/** What an `Authorization` header carries unchanged: visible ASCII, no spaces (RFC 6750, 2.1, taken widely). */
export const HEADER_SAFE = /^[\x21-\x7e]+$/;
