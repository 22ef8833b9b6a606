/** Keeps what is made of a zone's id alone: it is the same whoever asks, and scans ask a million times. */
export function perZone<Made>(make: (zoneId: string) => Made): (zoneId: string) => Made {
  const made = new Map<string, Made>();
  return (zoneId) => {
    const kept = made.get(zoneId) ?? make(zoneId);
    made.set(zoneId, kept);
    return kept;
  };
}
