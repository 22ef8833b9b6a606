import { useEffect, useState } from "preact/hooks";
import type { OpenSites } from "../sites/site-actions.ts";

/**
 * The sites open in tabs, as far as the browser reports them; undefined until it has. Read once when the page opens: a
 * list that followed changes would jump under the pointer.
 */
export function useOpenSites({ openSites }: OpenSites): string[] | undefined {
  const [open, setOpen] = useState<string[]>();
  useEffect(() => void openSites().then(setOpen, () => setOpen([])), [openSites]);
  return open;
}
