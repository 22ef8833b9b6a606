/** For tests: a timer that no clock drives. Only waits that the test holds are pending. */
export function createTestTimer() {
  const waits: number[] = [];
  let next = Promise.resolve();
  let onBegun = () => {};
  return {
    /** How long each wait would have been, in ms. */
    waits,
    sleep(ms: number): Promise<void> {
      waits.push(ms);
      onBegun();
      return next;
    },
    /** Holds each wait that begins from now on. `begun` resolves with the first. */
    hold(): { begun: Promise<void>; letGo: () => void } {
      let letGo = () => {};
      next = new Promise((resolve) => {
        letGo = resolve;
      });
      const begun = new Promise<void>((resolve) => {
        onBegun = resolve;
      });
      return { begun, letGo };
    },
  };
}
