import "@fontsource/noto-sans/400.css";
import "@fontsource/noto-sans/500.css";
import "@fontsource/noto-sans/600.css";
import "@fontsource/noto-sans/700.css";
import "@fontsource/sawarabi-gothic/400.css";

/** Draws all text in the same fonts on every machine. */
export function bundledFonts(): void {
  const style = document.createElement("style");
  const family = '"Noto Sans", "Sawarabi Gothic", sans-serif';
  style.textContent = `:root { --sans: ${family}; --mono: ${family}; }`;
  document.head.append(style);
}
