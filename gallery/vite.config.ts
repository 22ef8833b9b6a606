import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { languages } from "./languages.ts";

/** The page of all fixtures, and the stage on which each of them is drawn. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  logLevel: "warn",
  plugins: [preact({ devToolsEnabled: false })],
  define: { __TEXTS__: JSON.stringify(languages()) },
  server: { host: "127.0.0.1", fs: { allow: [".."] } },
  preview: { host: "127.0.0.1" },
  build: {
    target: "chrome128",
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: ["index.html", "stage.html"].map((page) => `${import.meta.dirname}/${page}`),
    },
  },
});
