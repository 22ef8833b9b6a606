/** What runs in the popup's document. Each function is self-contained, because it is sent to the browser as text. */

/** The lines of a list of people, and how many are completely visible without scrolling. */
export function readList() {
  const rows = [...document.querySelectorAll<HTMLElement>("tbody tr")];
  const end = document.querySelector(".people-body")?.getBoundingClientRect().bottom ?? 0;
  const seen = rows.filter(
    (row) => row.getBoundingClientRect().bottom <= Math.min(end, innerHeight),
  );
  return { texts: rows.map(({ innerText }) => innerText), seen: seen.length };
}

/**
 * Gives the popup the size that it has in a browser with a display: without one, Chromium's window has another size.
 */
export function takeUsualSize(): void {
  const popup = document.querySelector<HTMLElement>(".popup");
  if (popup && innerHeight < 568)
    Object.assign(popup.style, { inset: "0 auto auto 0", width: "400px", height: "568px" });
}

/** Who the search has found. */
export function readFound(): string[] {
  return [...document.querySelectorAll("[role=listbox] .result-email")].map(
    ({ textContent }) => textContent ?? "",
  );
}

/** Records the sites that are requested from the browser, about which it would then ask the user. */
export function hearRequests(): void {
  const { permissions } = chrome;
  const ask = permissions.request.bind(permissions);
  Object.assign(permissions, {
    request(wanted: chrome.permissions.Permissions) {
      localStorage.setItem("asked", wanted.origins?.join() ?? "");
      return ask(wanted as never);
    },
  });
}

/** The requested sites; in any page of the extension. */
export function requestHeard(): string | null {
  return localStorage.getItem("asked");
}
