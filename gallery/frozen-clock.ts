/** The time of everything on the stage. */
const NOW = Date.UTC(2026, 10, 2, 9, 14);

/** Makes the time constant, so that "3 days ago" and dates stay the same. Timers keep running. */
export function freezeClock(): void {
  const RealDate = Date;
  function StoppedDate(...given: ConstructorParameters<typeof Date> | []) {
    return given.length === 0 ? new RealDate(NOW) : new RealDate(...given);
  }
  Object.setPrototypeOf(StoppedDate, RealDate);
  StoppedDate.prototype = RealDate.prototype;
  StoppedDate.now = () => NOW;
  Object.assign(globalThis, { Date: StoppedDate });
}
