import { afterEach, expect, test, vi } from "vitest";

const sendMessage = vi.fn();
vi.mock("wxt/browser", () => ({ browser: { runtime: { sendMessage }, storage: { session: {} } } }));
const { background } = await import("./ask.ts");

afterEach(() => sendMessage.mockReset());

test("asks once more when the worker stopped before it answered, however the browser says so", async () => {
  for (const unanswered of [
    async () => undefined,
    () => Promise.reject(new Error("port closed")),
  ]) {
    sendMessage.mockImplementationOnce(unanswered).mockResolvedValueOnce([]);
    expect(await background.recents()).toEqual([]);
    expect(sendMessage).toHaveBeenCalledTimes(2);
    sendMessage.mockReset();
  }
});

test("gives up after that", async () => {
  sendMessage.mockResolvedValue(undefined);
  await expect(background.recents()).rejects.toThrow("The background has not answered.");
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

test("an answer of nothing is one", async () => {
  sendMessage.mockResolvedValue(null);
  expect(await background.lastInspected()).toBeUndefined();
  expect(sendMessage).toHaveBeenCalledTimes(1);
});
