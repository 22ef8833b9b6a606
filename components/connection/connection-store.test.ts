import { expect, it, vi } from "vitest";
import type { ZonesReply } from "../../lib/connection/replies.ts";
import { fakeBackground } from "../testing/fake-background.ts";
import { zone } from "../testing/sample-users.ts";
import { createConnectionStore } from "./connection-store.ts";

const staging = { id: "z2" };

it("chooses the only zone automatically", async () => {
  const store = createConnectionStore(
    fakeBackground({
      connection: async () => ({ state: "no-zone", keyKind: "api-key", way: "device" }),
    }),
  );
  await store.load();
  expect(store.connection.value).toMatchObject({ state: "ready", keyKind: "api-key", zone });
});

it("lets the user choose between two", async () => {
  const chooseZone = vi.fn();
  const store = createConnectionStore(
    fakeBackground({
      connection: async () => ({ state: "no-zone", keyKind: "api-key", way: "device" }),
      zones: async () => ({ state: "listed", zones: [zone, staging] }),
      chooseZone,
    }),
  );
  await store.load();
  expect(store.connection.value?.state).toBe("no-zone");
  expect(chooseZone).not.toHaveBeenCalled();
});

it("keeps the previous zone if another can't be read", async () => {
  const store = createConnectionStore(
    fakeBackground({
      chooseZone: async () => ({ state: "failed", failure: { why: "forbidden" } }),
    }),
  );
  await store.load();
  await store.choose(staging.id);
  expect(store.connection.value).toMatchObject({ zone });
  expect(store.zoneFailure.value).toEqual({ why: "forbidden" });
  expect(store.choosing.value).toBe(false);
});

it("keeps the previous connection if a new key fails", async () => {
  const store = createConnectionStore(
    fakeBackground({ connect: async () => ({ state: "failed", failure: { why: "keyRefused" } }) }),
  );
  await store.load();
  const reply = await store.connect({ kind: "api-key", key: "k" }, { way: "session" });
  expect(reply.state).toBe("failed");
  expect(store.connection.value).toMatchObject({ state: "ready", keyKind: "service-account" });
});

it("requests no zones without a key", async () => {
  const zones = vi.fn();
  const store = createConnectionStore(
    fakeBackground({ connection: async () => ({ state: "no-key" }), zones }),
  );
  await store.load();
  expect(zones).not.toHaveBeenCalled();
});

it("forgets key and zones", async () => {
  const store = createConnectionStore(fakeBackground());
  await store.load();
  await store.forget();
  expect(store.connection.value).toEqual({ state: "no-key" });
  expect(store.zones.value).toBeUndefined();
});

it("follows changes of other windows, and ignores notifications of its own changes", async () => {
  const background = fakeBackground();
  const connection = vi.fn(background.connection);
  const store = createConnectionStore({ ...background, connection });
  await store.load();
  const stop = store.follow();
  await background.chooseZone({ zoneId: staging.id });
  await vi.waitFor(() => expect(store.connection.value).toMatchObject({ zone: staging }));
  expect(connection).toHaveBeenCalledTimes(2);

  await store.choose(zone.id);
  expect(store.connection.value).toMatchObject({ zone: { id: zone.id } });
  expect(connection).toHaveBeenCalledTimes(2);
  stop();
  await background.chooseZone({ zoneId: staging.id });
  expect(connection).toHaveBeenCalledTimes(2);
});

it("drops zones that arrive late: a previous key's zones must not be offered with the new one", async () => {
  const lists: ((zones: ZonesReply) => void)[] = [];
  const store = createConnectionStore(
    fakeBackground({ zones: () => new Promise((resolve) => lists.push(resolve)) }),
  );
  const first = store.load();
  await vi.waitFor(() => expect(lists).toHaveLength(1));
  const second = store.load();
  await vi.waitFor(() => expect(lists).toHaveLength(2));
  lists[1]?.({ state: "listed", zones: [zone, staging] });
  await second;
  lists[0]?.({ state: "listed", zones: [] });
  await first;
  expect(store.zones.value).toMatchObject({ zones: [zone, staging] });
});
