/** What runs in the popup's document. Each function stands by itself, for it is sent to the browser as text. */

/** The lines of a list of people, and how many of them are seen whole without scrolling. */
export function readList() {
  const rows = [...document.querySelectorAll<HTMLElement>("tbody tr")];
  const end = document.querySelector(".people-body")?.getBoundingClientRect().bottom ?? 0;
  const seen = rows.filter(
    (row) => row.getBoundingClientRect().bottom <= Math.min(end, innerHeight),
  );
  return { texts: rows.map(({ innerText }) => innerText), seen: seen.length };
}

/** Gives the popup the size that a browser with a display makes it: without one, Chromium's window has another. */
export function takeUsualSize(): void {
  const popup = document.querySelector<HTMLElement>(".popup");
  if (popup && innerHeight < 568)
    Object.assign(popup.style, { inset: "0 auto auto 0", width: "400px", height: "568px" });
}

/** Whom the search has found. */
export function readFound(): string[] {
  return [...document.querySelectorAll("[role=listbox] .result-email")].map(
    ({ textContent }) => textContent ?? "",
  );
}

/** Notes which sites the browser is asked for, which it then asks the person about. */
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

/** The sites that were asked for; in whichever page of the extension. */
export function requestHeard(): string | null {
  return localStorage.getItem("asked");
}
