import { useEffect, useState } from "preact/hooks";

export interface OpenSites {
  /** The sites that tabs show, as far as the browser tells, last used first. */
  openSites(): Promise<string[]>;
}

/** The sites that tabs show, as far as the browser tells; undefined until it has. Looked at again on coming back. */
export function useOpenSites({ openSites }: OpenSites): string[] | undefined {
  const [open, setOpen] = useState<string[]>();
  useEffect(() => {
    const look = () => void openSites().then(setOpen, () => setOpen((now) => now ?? []));
    look();
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, [openSites]);
  return open;
}
