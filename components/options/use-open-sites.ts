import { useEffect, useState } from "preact/hooks";
import type { OpenSites } from "../sites/site-actions.ts";

/**
 * The sites that tabs show, as far as the browser tells; undefined until it has. As they are when the page comes to ask:
 * a list would jump below the pointer if it followed.
 */
export function useOpenSites({ openSites }: OpenSites): string[] | undefined {
  const [open, setOpen] = useState<string[]>();
  useEffect(() => void openSites().then(setOpen, () => setOpen([])), [openSites]);
  return open;
}
