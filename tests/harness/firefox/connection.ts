import { connect, type Socket } from "node:net";

/**
 * A connection to Firefox's Marionette server: requests are `length:[0, id, command, parameters]`, replies `length:[1,
 * id, error, result]`.
 */
export interface Connection {
  /** @throws Error with Marionette's message if the command fails or the browser is gone */
  send(command: string, parameters?: object): Promise<unknown>;
  close(): void;
}

interface Waiting {
  command: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

type Reply = [
  kind: 1,
  id: number,
  error: { error: string; message: string } | null,
  result: unknown,
];

/** Connects to a Marionette server on this machine, which sends a greeting. */
export async function connectTo(port: number): Promise<Connection> {
  const socket = connect(port, "127.0.0.1");
  const waiting = new Map<number, Waiting>();
  let last = 0;
  await new Promise<void>((greeted, failed) => {
    socket.once("error", failed);
    readFrames(socket, (frame) => {
      // The greeting is an object, every reply an array.
      if (Array.isArray(frame)) answer(waiting, frame as Reply);
      else greeted();
    });
  });
  socket.on("error", () => undefined);
  socket.once("close", () => {
    for (const { command, reject } of waiting.values())
      reject(new Error(`Firefox ended before it answered ${command}.`));
    waiting.clear();
  });
  return {
    send(command, parameters = {}) {
      const id = ++last;
      const text = Buffer.from(JSON.stringify([0, id, command, parameters]));
      return new Promise((resolve, reject) => {
        if (socket.destroyed) reject(new Error(`Firefox ended before ${command}.`));
        waiting.set(id, { command, resolve, reject });
        socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
      });
    },
    close: () => void socket.destroy(),
  };
}

function answer(waiting: Map<number, Waiting>, [, id, error, result]: Reply): void {
  const asked = waiting.get(id);
  waiting.delete(id);
  if (error) asked?.reject(new Error(`${asked.command}: ${error.error}: ${error.message}`));
  else asked?.resolve(result);
}

function readFrames(socket: Socket, take: (frame: unknown) => void): void {
  let bytes = Buffer.alloc(0);
  socket.on("data", (more: Buffer) => {
    bytes = Buffer.concat([bytes, more]);
    for (;;) {
      const colon = bytes.indexOf(":");
      const length = Number(bytes.subarray(0, Math.max(colon, 0)).toString());
      const end = colon + 1 + length;
      if (colon < 0 || bytes.length < end) return;
      take(JSON.parse(bytes.subarray(colon + 1, end).toString()));
      bytes = bytes.subarray(end);
    }
  });
}
