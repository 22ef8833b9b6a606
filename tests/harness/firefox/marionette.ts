import { type Sendable, type Sent, textOf } from "../sendable.ts";
import { type Connection, connectTo } from "./connection.ts";

/** A Marionette session. Commands run one after another. */
export interface Marionette {
  /** Runs a function in the browser's own window, with all rights of the browser. */
  chrome<F extends Sendable>(run: F, ...args: Parameters<F>): Sent<F>;
  /** A WebDriver command about the active tab's page. */
  content(command: string, parameters?: object): Promise<unknown>;
  /** A WebDriver command about the browser's own window. */
  window(command: string, parameters?: object): Promise<unknown>;
  /** Asks the browser to quit. */
  quit(): Promise<void>;
  close(): void;
}

/** Begins a session. @param port where the browser listens */
export async function beginSession(port: number): Promise<Marionette> {
  const connection = await connectTo(port);
  await connection.send("WebDriver:NewSession", { capabilities: {} });
  const send = inContext(connection);
  return {
    async chrome(run, ...args) {
      const script = `return (${textOf(run)}).apply(null, arguments)`;
      const { value } = (await send("chrome", "WebDriver:ExecuteScript", { script, args })) as {
        value: never;
      };
      return value;
    },
    content: (command, parameters) => send("content", command, parameters),
    window: (command, parameters) => send("chrome", command, parameters),
    async quit() {
      await connection.send("Marionette:Quit", { flags: ["eForceQuit"] });
    },
    close: connection.close,
  };
}

/** Marionette stores a session's context: choosing it and the command have to stay together. */
function inContext(connection: Connection) {
  let last: Promise<unknown> = Promise.resolve();
  let current = "";
  return (value: "chrome" | "content", command: string, parameters: object = {}) => {
    const run = async () => {
      if (current !== value) await connection.send("Marionette:SetContext", { value });
      current = value;
      return connection.send(command, parameters);
    };
    const mine = last.then(run, run);
    last = mine;
    return mine;
  };
}
