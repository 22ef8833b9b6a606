import type { NativeBrowser } from "./browser.ts";

/** The browser's own `chrome`, with storage areas that record their access level, in order. */
export function fakeNative({ hasSidePanel = true } = {}) {
  const closed: string[] = [];
  const opened: number[] = [];
  const area = (name: string) => ({
    async setAccessLevel({ accessLevel }: { accessLevel: string }) {
      closed.push(`${name} ${accessLevel}`);
    },
  });
  const native: NativeBrowser = {
    storage: { local: area("local"), session: area("session") },
    ...(hasSidePanel && {
      sidePanel: {
        async open({ tabId }) {
          opened.push(tabId);
        },
      },
    }),
  };
  return { native, closed, opened };
}
