import { describe, expect, test } from "vitest";
import { apiOrigin } from "./origin.ts";

describe("apiOrigin", () => {
  test.each([
    ["https://api.keycard.ai", "https://api.keycard.ai"],
    ["https://API.keycard.ai/", "https://api.keycard.ai"],
    ["https://keycard.example:8443", "https://keycard.example:8443"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010"],
    ["http://localhost:4010", "http://localhost:4010"],
    ["http://[::1]:4010", "http://[::1]:4010"],
  ])("accepts %s", (text, origin) => {
    expect(apiOrigin(text)).toBe(origin);
  });

  test.each([
    "",
    "api.keycard.ai",
    "http://api.keycard.ai",
    "http://127.0.0.1.example",
    "http://localhost.example",
    "https://api.keycard.ai/v1",
    "https://api.keycard.ai/?a=b",
    "https://api.keycard.ai/#a",
    "https://user@api.keycard.ai",
    "https://user:pass@api.keycard.ai",
    "file:///etc",
    "ftp://localhost/",
    "wss://localhost:4010",
    "data:text/plain,x",
    "blob:https://api.keycard.ai/1",
  ])("refuses %j", (text) => {
    expect(() => apiOrigin(text)).toThrow(TypeError);
    expect(() => apiOrigin(text)).toThrow(`but is ${text}`);
  });
});
