/** Caches what depends on a zone's ID only: it is the same for every caller, and scans need it a million times. */
export function perZone<Made>(make: (zoneId: string) => Made): (zoneId: string) => Made {
  const made = new Map<string, Made>();
  return (zoneId) => {
    const kept = made.get(zoneId) ?? make(zoneId);
    made.set(zoneId, kept);
    return kept;
  };
}
