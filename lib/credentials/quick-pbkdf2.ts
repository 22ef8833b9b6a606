import { afterAll, beforeAll, vi } from "vitest";
import { PBKDF2_ROUNDS } from "./sealed.ts";

/**
 * For the tests in a file: derives keys from passphrases with few rounds, because the real number is meant to take
 * long. A different number of rounds still gives a different key. `crypto.subtle.deriveKey` is a mock that records the
 * requested rounds.
 */
export function useQuickPbkdf2(): void {
  const { subtle } = crypto;
  const deriveKey = subtle.deriveKey.bind(subtle);
  beforeAll(() => {
    vi.spyOn(subtle, "deriveKey").mockImplementation((algorithm, ...rest) => {
      const asked = algorithm as Pbkdf2Params;
      const iterations = Math.max(1, asked.iterations - PBKDF2_ROUNDS + 2);
      return deriveKey({ ...asked, iterations }, ...rest);
    });
  });
  afterAll(() => vi.mocked(subtle.deriveKey).mockRestore());
}
