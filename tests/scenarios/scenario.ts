import type { Sandbox } from "../harness/sandbox-control.ts";
import type { Driver } from "./driver.ts";

/** What a user does and sees, the same in every browser. */
export interface Scenario {
  name: string;
  /** Run before every commit, by `npm run quick`: shows that the most important things still work. */
  quick?: true;
  /** @param driver a browser that is connected with a key to the zone Acme */
  run(driver: Driver, sandbox: Sandbox): Promise<void>;
}
