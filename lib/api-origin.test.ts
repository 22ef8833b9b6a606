import { expect, test } from "vitest";
import { isLoopback, readApiOrigin } from "./api-origin.ts";

test.each([
  [undefined, "https://api.keycard.ai"],
  ["", "https://api.keycard.ai"],
  ["https://keycard.example.com", "https://keycard.example.com"],
  ["https://keycard.example.com/", "https://keycard.example.com"],
  ["https://keycard.example.com:8443", "https://keycard.example.com:8443"],
  ["http://127.0.0.1:4123", "http://127.0.0.1:4123"],
  ["http://localhost:4123", "http://localhost:4123"],
])("KEYCARD_API_ORIGIN=%s", (value, origin) => {
  expect(readApiOrigin(value)).toBe(origin);
});

test.each([
  ["keycard.example.com", "expected an origin"],
  ["https://keycard.example.com/v1", "without path"],
  ["https://user@keycard.example.com", "without path, query or user name"],
  ["http://keycard.example.com", "https only"],
  ["http://127.0.0.1.example.com", "https only"],
  ["ftp://keycard.example.com", "https only"],
  ["http://[::1]:4123", "https only"],
])("KEYCARD_API_ORIGIN=%s is refused with a message", (value, said) => {
  expect(() => readApiOrigin(value)).toThrow(said);
});

test("only this machine is a loopback origin", () => {
  expect(isLoopback("http://127.0.0.1:1")).toBe(true);
  expect(isLoopback("https://api.keycard.ai")).toBe(false);
  expect(isLoopback("https://localhost")).toBe(false);
  expect(isLoopback("https://127.0.0.1.example.com")).toBe(false);
});
